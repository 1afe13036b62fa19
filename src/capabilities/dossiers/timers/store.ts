import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';

/** A dossier of which some timer is due. */
export type DueDossier = { readonly id: number; readonly number: string };

/**
 * Dossiers with a timer that is due, the longest due first; `but` were tried already in this round. What stands still and
 * what has failed and waits for its next attempt is left out.
 */
export async function readDue(
  db: Database,
  { now, most, but }: { readonly now: Date; readonly most: number; readonly but: readonly number[] },
): Promise<readonly DueDossier[]> {
  const { rows } = await sql<DueDossier>`
    select d.id, d.number from (
      select t.dossier_id, min(t.due_at) as due_at from dossier_timers t
      where t.due_at <= ${now} and t.dossier_id <> all(${but}::bigint[])
        and not exists (select from dossier_timer_failures f
          where f.dossier_id = t.dossier_id and f.token = t.token and f.node = t.node
            and (f.next_at is null or f.next_at > ${now}))
      group by t.dossier_id order by min(t.due_at), t.dossier_id limit ${most + but.length}
    ) due join dossiers d on d.id = due.dossier_id
    where d.paused_for is null
    order by due.due_at, d.id limit ${most}`.execute(db);
  return rows;
}

/** Locks a dossier for one transaction, unless somebody else works on it right now. */
export async function lockIfFree(db: Database, id: number): Promise<boolean> {
  const { rows } = await sql`select id from dossiers where id = ${id} for update skip locked`.execute(db);
  return rows.length > 0;
}

/** Forgets that timers of a dossier failed, those that have gone off or are not wanted any more. */
export async function forgetFailures(db: Database, dossierId: number): Promise<void> {
  await sql`
    delete from dossier_timer_failures f where f.dossier_id = ${dossierId} and not exists (
      select from dossier_timers t where t.dossier_id = f.dossier_id and t.token = f.token and t.node = f.node)`.execute(
    db,
  );
}

/** Timers of a dossier that are due and may be tried. */
export async function readDueTimers(
  db: Database,
  dossierId: number,
  now: Date,
): Promise<readonly { readonly token: number; readonly node: string; readonly tries: number }[]> {
  const { rows } = await sql<{ readonly token: number; readonly node: string; readonly tries: number }>`
    select t.token, t.node, coalesce(f.tries, 0) as tries
    from dossier_timers t left join dossier_timer_failures f using (dossier_id, token, node)
    where t.dossier_id = ${dossierId} and t.due_at <= ${now} and (f.token is null or f.next_at <= ${now})
    order by t.due_at, t.token, t.node`.execute(db);
  return rows;
}

/** Writes down that a timer could not go off; `nextAt` null gives it up. */
export async function keepFailure(
  db: Database,
  failure: {
    readonly dossierId: number;
    readonly token: number;
    readonly node: string;
    readonly problem: string;
    readonly at: Date;
    readonly nextAt: Date | null;
  },
): Promise<void> {
  const { at, ...rest } = failure;
  await db
    .insertInto('dossierTimerFailures')
    .values({ ...rest, tries: 1, firstAt: at, lastAt: at })
    .onConflict((conflict) =>
      conflict.columns(['dossierId', 'token', 'node']).doUpdateSet((row) => ({
        problem: row.ref('excluded.problem'),
        tries: sql`dossier_timer_failures.tries + 1`,
        lastAt: row.ref('excluded.lastAt'),
        nextAt: row.ref('excluded.nextAt'),
      })),
    )
    .execute();
}

/** Has timers of a dossier that failed tried again from now on. False when none is there any more. */
export async function tryAgain(db: Database, dossierId: number, now: Date): Promise<boolean> {
  const rows = await db
    .updateTable('dossierTimerFailures')
    .set({ nextAt: now, tries: 0 })
    .where('dossierId', '=', dossierId)
    .where('givenUpReason', 'is', null)
    .returning('node')
    .execute();
  return rows.length > 0;
}

export type TimerCount = { readonly definitionId: number; readonly node: string; readonly fired: number };

/** Adds to how often timers of processes have gone off. */
export async function addTimerCounts(
  db: Database,
  counts: readonly TimerCount[],
  lastAt: Date,
): Promise<void> {
  if (counts.length === 0) return;
  await db
    .insertInto('processTimerCounts')
    .values(counts.map((count) => ({ ...count, lastAt })))
    .onConflict((conflict) =>
      conflict.columns(['definitionId', 'node']).doUpdateSet((row) => ({
        fired: sql`process_timer_counts.fired + ${row.ref('excluded.fired')}`,
        lastAt: row.ref('excluded.lastAt'),
      })),
    )
    .execute();
}
