import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { DiscrepancyAnswer, DiscrepancyKind } from '../schema.ts';
import type { Discrepancy, OpenDiscrepancy } from './schema.ts';

/** Papers on their way, as the lists of both units show them. */
export type OpenHandover = {
  readonly dossierId: number;
  readonly number: string;
  readonly sequence: number;
  /** The step that waits for them. */
  readonly position: number;
  readonly title: string;
  readonly applicantName: string;
  readonly dueAt: Date;
  readonly fromUnitId: number;
  readonly toUnitId: number;
  readonly handedAt: Date;
  readonly note: string;
  /** Null when a timer of the process moved the dossier on. */
  readonly handedByName: string | null;
  /** How many papers, all copies counted. */
  readonly copies: number;
  /** The courier's list it is on. */
  readonly listId: number | null;
  readonly listYear: number | null;
  readonly listLine: number | null;
};

/** Handovers under way to or from units, oldest first. */
export async function readOpenHandovers(
  db: Database,
  unitIds: readonly number[],
  side: 'to' | 'from',
): Promise<readonly OpenHandover[]> {
  const where = sql`h.${sql.ref(side === 'to' ? 'toUnitId' : 'fromUnitId')} = any(${[...unitIds]}::bigint[])`;
  return handovers(db, sql`${where} order by h.handed_at limit 500`);
}

/** The same of some dossiers, locked so that each gets onto one list alone. */
export async function lockOpenHandovers(
  db: Database,
  unitIds: readonly number[],
  numbers: readonly string[],
): Promise<readonly OpenHandover[]> {
  await sql`select from dossiers where number = any(${[...numbers]}::text[]) order by id for update`.execute(
    db,
  );
  return handovers(
    db,
    sql`h.from_unit_id = any(${[...unitIds]}::bigint[]) and d.number = any(${[...numbers]}::text[]) order by h.handed_at`,
  );
}

async function handovers(db: Database, rest: RawBuilder<unknown>): Promise<readonly OpenHandover[]> {
  const { rows } = await sql<OpenHandover>`
    select d.id as dossier_id, d.number, d.sequence, s.position, d.title, d.applicant_name, d.due_at, h.from_unit_id,
      h.to_unit_id, h.handed_at, h.note, o.full_name as handed_by_name, ${COPIES} as copies,
      l.id as list_id, l.year as list_year, l.line as list_line
    from dossier_handovers h
      join dossiers d on d.id = h.dossier_id
      join dossier_steps s on s.dossier_id = d.id and s.state = 'active' and s.custody = 'handed'
      left join officers o on o.id = h.handed_by
      left join courier_list_items i on i.dossier_id = d.id and i.handed_at = h.handed_at
      left join courier_lists l on l.id = i.list_id
    where h.taken_at is null and h.ended_how is null and ${rest}`.execute(db);
  return rows;
}

/** Of a handover: the papers named for it, else all of the dossier as received. */
export const COPIES = sql<number>`coalesce(
  (select sum((p ->> 'copies')::int) from jsonb_array_elements(h.papers) p),
  (select sum(copies) from dossier_papers where dossier_id = h.dossier_id), 0)::int`;

/** What the receiver found wrong; answers its number. */
export async function insertDiscrepancy(
  db: Database,
  row: {
    readonly dossierId: number;
    readonly fromUnitId: number;
    readonly toUnitId: number;
    readonly paper: string;
    readonly kind: DiscrepancyKind;
    readonly note: string;
    readonly foundBy: number;
    readonly foundAt: Date;
  },
): Promise<number> {
  const { id } = await db
    .insertInto('handoverDiscrepancies')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Every discrepancy of a dossier, oldest first. */
export async function readDiscrepancies(db: Database, dossierId: number): Promise<readonly Discrepancy[]> {
  return discrepancies(db).where('x.dossierId', '=', dossierId).orderBy('x.id').execute();
}

/** Those of units that are not settled: `from` waits for the sender's answer, `to` for the receiver. */
export async function readOpenDiscrepancies(
  db: Database,
  unitIds: readonly number[],
): Promise<readonly OpenDiscrepancy[]> {
  return discrepancies(db)
    .innerJoin('dossiers as d', 'd.id', 'x.dossierId')
    .select(['d.number', 'd.title'])
    .where('x.settledAt', 'is', null)
    .where((or) => or.or([or('x.fromUnitId', 'in', unitIds), or('x.toUnitId', 'in', unitIds)]))
    .orderBy('x.foundAt')
    .limit(200)
    .execute();
}

function discrepancies(db: Database) {
  return db
    .selectFrom('handoverDiscrepancies as x')
    .innerJoin('officers as o', 'o.id', 'x.foundBy')
    .select(['x.id', 'x.fromUnitId', 'x.toUnitId', 'x.paper', 'x.kind', 'x.note', 'o.fullName as foundBy'])
    .select(['x.foundAt', 'x.answer', 'x.answerNote', 'x.answeredAt', 'x.settlement', 'x.settledAt']);
}

export async function updateAnswer(
  db: Database,
  id: number,
  row: {
    readonly answer: DiscrepancyAnswer;
    readonly answerNote: string;
    readonly answeredBy: number;
    readonly answeredAt: Date;
  },
): Promise<void> {
  await db.updateTable('handoverDiscrepancies').set(row).where('id', '=', id).execute();
}

export async function updateSettlement(
  db: Database,
  id: number,
  row: { readonly settlement: string; readonly settledBy: number; readonly settledAt: Date },
): Promise<void> {
  await db.updateTable('handoverDiscrepancies').set(row).where('id', '=', id).execute();
}

/** Positions of the papers of a dossier. */
export async function readPaperPositions(db: Database, dossierId: number): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('dossierPapers')
    .select('position')
    .where('dossierId', '=', dossierId)
    .execute();
  return new Set(rows.map(({ position }) => position));
}
