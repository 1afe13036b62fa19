import { sql } from 'kysely';
import { codesOf } from '#kernel/labels.ts';
import type { Database } from '#platform/database/pool.ts';
import type { FigureQuestion, RecordWindow } from '#foundation/figures/schema.ts';
import { happenedIn, matches, partColumn, workIs, workOf } from './parts/store.ts';
import {
  type Group,
  type Happening,
  type HappeningCounts,
  HAPPENINGS,
  type Span,
  WORK,
  type Work,
  type WorkCounts,
} from './schema.ts';

const WORKS = codesOf(WORK);

/** Every count of work at once, by the values of a group (one value, the empty text, without). */
export async function readWork(
  db: Database,
  question: FigureQuestion,
  { span, group }: { readonly span: Span; readonly group: Group | null },
): Promise<ReadonlyMap<string, WorkCounts>> {
  const counts = WORKS.map((work) => sql`${sql.lit(work)}, count(*) filter (where ${workIs(work, span)})`);
  const days = sql`'finishedDays', coalesce(sum(extract(epoch from w.finished_at - w.received_at) / 86400)
    filter (where ${workIs('finished', span)}), 0)`;
  const { rows } = await sql<{ readonly part: string; readonly counts: WorkCounts }>`
    select ${partColumn('w', group)} as part, json_build_object(${sql.join([...counts, days])}) as counts
    from ${workOf(question, span)} w group by 1`.execute(db);
  return new Map(rows.map(({ part, counts: counted }) => [part, counted]));
}

/** Every count of what happened at once, by the values of a group. */
export async function readHappenings(
  db: Database,
  question: FigureQuestion,
  { span, group }: { readonly span: Span; readonly group: Group | null },
): Promise<ReadonlyMap<string, HappeningCounts>> {
  const counts = HAPPENINGS.map(
    (happening) => sql`${sql.lit(happening)}, count(*) filter (where h.what = ${happening})`,
  );
  const { rows } = await sql<{ readonly part: string; readonly counts: HappeningCounts }>`
    select ${partColumn('d', group)} as part, json_build_object(${sql.join(counts)}) as counts
    from ${happenedIn(span)} h join dossiers d on d.id = h.dossier_id
    where ${matches(question)} group by 1`.execute(db);
  return new Map(rows.map(({ part, counts: counted }) => [part, counted]));
}

/** A dossier that was counted. */
export type CountedDossier = {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  /** When it was resolved, or what was counted happened; null while it is being handled. */
  readonly at: Date | null;
};

type Page = { readonly total: number; readonly dossiers: readonly CountedDossier[] };

/** The dossiers behind a count of work, the newest first. */
export async function readWorkRecords(
  db: Database,
  question: FigureQuestion,
  { span, work, window }: { readonly span: Span; readonly work: Work; readonly window: RecordWindow },
): Promise<Page> {
  const counted = sql`from ${workOf(question, span)} w where ${workIs(work, span)}`;
  const { rows } = await sql<CountedDossier>`
    select w.id, w.number, w.title, w.received_at, w.due_at, w.resolved_at as at ${counted}
    order by w.received_at desc, w.id desc limit ${window.limit} offset ${window.offset}`.execute(db);
  const { rows: totals } = await sql<{ readonly total: number }>`
    select count(*)::int as total ${counted}`.execute(db);
  return { total: totals[0]?.total ?? 0, dossiers: rows };
}

/** The dossiers to which something happened, as often as it did, the latest first. */
export async function readHappeningRecords(
  db: Database,
  question: FigureQuestion,
  {
    span,
    happening,
    window,
  }: { readonly span: Span; readonly happening: Happening; readonly window: RecordWindow },
): Promise<Page> {
  const counted = sql`from ${happenedIn(span)} h join dossiers d on d.id = h.dossier_id
    where h.what = ${happening} and ${matches(question)}`;
  const { rows } = await sql<CountedDossier>`
    select d.id, d.number, d.title, d.received_at, d.due_at, h.at ${counted}
    order by h.at desc, d.id desc limit ${window.limit} offset ${window.offset}`.execute(db);
  const { rows: totals } = await sql<{ readonly total: number }>`
    select count(*)::int as total ${counted}`.execute(db);
  return { total: totals[0]?.total ?? 0, dossiers: rows };
}

/** Which of some dossiers whoever asks may read: those in some units (null: all). */
export async function readReadable(
  db: Database,
  ids: readonly number[],
  unitIds: readonly number[] | null,
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ readonly id: number }>`
    select d.id from dossiers d where d.id = any(${[...ids]}::bigint[]) and ${
      unitIds === null
        ? sql`true`
        : sql`exists (select from dossier_units u where u.dossier_id = d.id and u.unit_id = any(${[...unitIds]}::bigint[]))`
    }`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
