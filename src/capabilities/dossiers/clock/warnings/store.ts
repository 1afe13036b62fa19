import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';
import type { Role } from '#foundation/access/roles.ts';
import type { Pause } from '../../schema.ts';
import type { Watched } from './rules.ts';

export type WatchedDossier = Watched & {
  readonly id: number;
  readonly number: string;
  readonly unitId: number;
  readonly reappointedAt: Date | null;
  /** Keys of the warnings given for this due date. */
  readonly told: readonly string[];
};

type Page = {
  readonly after: number;
  readonly limit: number;
  readonly now: Date;
  /** Share of the time after which nobody has warned yet, and days before: what is further off is left alone. */
  readonly share: number;
  readonly days: number;
};

/** Running dossiers whose due date is near enough for any warning, by their numbers, a page at a time. */
export async function readWatched(db: Database, page: Page): Promise<readonly WatchedDossier[]> {
  const { rows } = await sql<Omit<WatchedDossier, 'pauses'> & { readonly pauses: readonly StoredPause[] }>`
    select d.id, d.number, d.receiving_unit_id as unit_id, d.received_at, d.due_at, d.reappointed_at,
      (select coalesce(json_agg(json_build_object('reason', reason, 'from', from_at, 'to', to_at, 'until', until_on)
        order by position), '[]') from dossier_pauses where dossier_id = d.id) as pauses,
      (select coalesce(json_agg(rule), '[]') from dossier_warnings w where w.dossier_id = d.id and w.due_at = d.due_at) as told
    from dossiers d
    where d.state in ('received', 'processing') and d.paused_for is null and d.id > ${page.after}
      and d.due_at - ${page.now}::timestamptz
        <= greatest((d.due_at - d.received_at) * ${page.share}::double precision, make_interval(days => ${page.days}))
    order by d.id limit ${page.limit}`.execute(db);
  return rows.map((row) => ({ ...row, pauses: row.pauses.map(pauseOf) }));
}

type StoredPause = Omit<Pause, 'from' | 'to'> & { readonly from: string; readonly to: string | null };

function pauseOf({ from, to, ...pause }: StoredPause): Pause {
  return { ...pause, from: new Date(from), to: to === null ? null : new Date(to) };
}

/** Writes down that a warning is given; false when it was before. */
export async function insertWarning(
  db: Database,
  warning: {
    readonly dossierId: number;
    readonly rule: string;
    readonly dueAt: Date;
    readonly toldAt: Date;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('dossierWarnings')
    .values(warning)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** A dossier that is warned about, if it still runs towards this due date. */
export type Warned = {
  readonly id: number;
  readonly unitId: number;
  readonly steps: readonly {
    readonly unitId: number;
    readonly role: Role;
    readonly officerId: number | null;
  }[];
};

export async function readWarned(db: Database, number: string, dueAt: Date): Promise<Warned | null> {
  const { rows } = await sql<Warned>`
    select d.id, d.receiving_unit_id as unit_id,
      (select coalesce(json_agg(json_build_object('unitId', unit_id, 'role', role, 'officerId', officer_id)), '[]')
        from dossier_steps s where s.dossier_id = d.id and s.state = 'active') as steps
    from dossiers d
    where d.number = ${number} and d.state in ('received', 'processing') and d.paused_for is null and d.due_at = ${dueAt}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** A supplement request that is waited for. */
export type OpenRequest = {
  readonly id: number;
  readonly number: string;
  readonly unitId: number;
  readonly ordinal: number;
  readonly answerBy: LocalDate;
  readonly missing: readonly string[];
  readonly told: readonly string[];
};

/** Requests whose last day is not further off than some calendar days, the most urgent first. */
export async function readOpenRequests(
  db: Database,
  today: LocalDate,
  days: number,
): Promise<readonly OpenRequest[]> {
  const { rows } = await sql<OpenRequest>`
    select d.id, d.number, d.receiving_unit_id as unit_id, s.ordinal, s.answer_by,
      (select coalesce(json_agg(line ->> 'name'), '[]') from jsonb_array_elements(s.lines) line
        where line -> 'received' = 'null'::jsonb) as missing,
      (select coalesce(json_agg(rule), '[]') from dossier_warnings w where w.dossier_id = d.id) as told
    from dossier_supplements s join dossiers d on d.id = s.dossier_id
    where s.ended_at is null and s.answer_by between ${today}::date and ${today}::date + ${days}::int
    order by s.answer_by, d.id limit 5000`.execute(db);
  return rows;
}

/** Numbers of dossiers whose waiting is over by a day. */
export async function readOverdueWaiting(db: Database, today: LocalDate): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly number: string }>`
    select d.number from dossier_pauses p join dossiers d on d.id = p.dossier_id
    where p.to_at is null and p.until_on < ${today}::date and d.state not in ('returned', 'closed')
    order by p.until_on limit 5000`.execute(db);
  return rows.map(({ number }) => number);
}
