import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '#platform/database/pool.ts';
import type { DayInput } from '../days/schema.ts';
import type { CalendarChange } from './schema.ts';

const ids = z.array(z.number());

export type NewChange = Pick<
  CalendarChange,
  'kind' | 'unitId' | 'dayId' | 'input' | 'reason' | 'proposedBy' | 'proposedAt'
>;

export async function insertChange(db: Database, change: NewChange): Promise<number> {
  const input = change.input === null ? null : JSON.stringify(change.input);
  const { id } = await db
    .insertInto('calendarChanges')
    .values({ ...change, input, state: 'open', dayIds: '[]' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The newest first. */
export async function readChanges(db: Database): Promise<readonly CalendarChange[]> {
  const rows = await db.selectFrom('calendarChanges').selectAll().orderBy('id', 'desc').limit(500).execute();
  return rows.map(changeOf);
}

export async function readChange(
  db: Database,
  id: number,
  lock: 'lock' | 'read' = 'read',
): Promise<CalendarChange | null> {
  const query = db.selectFrom('calendarChanges').selectAll().where('id', '=', id);
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? null : changeOf(row);
}

/** A confirmed change whose dates are still being moved. */
export async function findUnsettled(db: Database): Promise<number | null> {
  const row = await db
    .selectFrom('calendarChanges')
    .select('id')
    .where('state', '=', 'confirmed')
    .where('settledAt', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Open changes are counted anew: the calendar they are compared with is another one. */
export async function recountOpen(db: Database): Promise<readonly number[]> {
  const rows = await db
    .updateTable('calendarChanges')
    .set({ countedTo: 0, countedAt: null })
    .where('state', '=', 'open')
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function updateDecision(
  db: Database,
  id: number,
  decision: Pick<CalendarChange, 'state' | 'decidedBy' | 'decidedAt' | 'note' | 'dayIds'>,
): Promise<void> {
  const { dayIds, ...rest } = decision;
  await db
    .updateTable('calendarChanges')
    .set({ ...rest, dayIds: JSON.stringify(dayIds) })
    .where('id', '=', id)
    .execute();
}

/** How far counting or moving has come. */
export async function updateProgress(
  db: Database,
  id: number,
  progress: Partial<Pick<CalendarChange, 'countedTo' | 'countedAt' | 'movedTo' | 'settledAt'>>,
): Promise<void> {
  await db.updateTable('calendarChanges').set(progress).where('id', '=', id).execute();
}

/** One open proposal for each thing: two people proposing the same would both be confirmed. */
export async function lockProposals(db: Database): Promise<void> {
  await sql`lock table calendar_changes in share row exclusive mode`.execute(db);
}

/** Written by this file alone, from values of these types. */
function changeOf<Row extends { readonly input: unknown; readonly dayIds: unknown }>(
  row: Row,
): Omit<Row, 'input' | 'dayIds'> & Pick<CalendarChange, 'input' | 'dayIds'> {
  return { ...row, input: row.input as DayInput | null, dayIds: ids.parse(row.dayIds) };
}
