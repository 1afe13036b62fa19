import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { ConsultationEnd } from '../schema.ts';
import type { Consultation, ConsultationTab } from './schema.ts';

/** A question as it is asked; answers its number. */
export async function insertConsultation(
  db: Database,
  row: {
    readonly dossierId: number;
    readonly dossierNumber: string;
    readonly stepPosition: number;
    readonly fromUnitId: number;
    readonly toUnitId: number;
    readonly isRequired: boolean;
    readonly question: string;
    readonly askedBy: number;
    readonly askedAt: Date;
    readonly dueAt: Date;
  },
): Promise<number> {
  const { id } = await db.insertInto('consultations').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Every question of a dossier, oldest first. */
export async function readConsultations(db: Database, dossierId: number): Promise<readonly Consultation[]> {
  return consultations(db).where('q.dossierId', '=', dossierId).orderBy('q.id').execute();
}

/** Questions of a dossier that nobody has answered. */
export async function readOpenOnes(
  db: Database,
  dossierId: number,
): Promise<
  readonly {
    readonly id: number;
    readonly toUnitId: number;
    readonly isRequired: boolean;
    readonly stepPosition: number;
  }[]
> {
  return db
    .selectFrom('consultations')
    .select(['id', 'toUnitId', 'isRequired', 'stepPosition'])
    .where('dossierId', '=', dossierId)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();
}

/** One part of the box of units. */
export async function readBox(
  db: Database,
  unitIds: readonly number[],
  tab: ConsultationTab,
): Promise<readonly Consultation[]> {
  const isOpen = tab !== 'ended';
  return consultations(db)
    .where('q.state', isOpen ? '=' : '<>', 'open')
    .where((or) =>
      or.or([
        ...(tab === 'asking' ? [] : [or('q.toUnitId', 'in', unitIds)]),
        ...(tab === 'asked' ? [] : [or('q.fromUnitId', 'in', unitIds)]),
      ]),
    )
    .orderBy(isOpen ? 'q.dueAt' : 'q.endedAt', isOpen ? 'asc' : 'desc')
    .limit(200)
    .execute();
}

/** How many questions wait for units to answer, and how many of them are late. */
export async function countAsked(
  db: Database,
  unitIds: readonly number[],
  now: Date,
): Promise<{ readonly asked: number; readonly late: number }> {
  const { rows } = await sql<{ readonly asked: number; readonly late: number }>`
    select count(*)::int as asked, count(*) filter (where due_at < ${now})::int as late
    from consultations where state = 'open' and to_unit_id = any(${[...unitIds]}::bigint[])`.execute(db);
  return rows[0] ?? { asked: 0, late: 0 };
}

function consultations(db: Database) {
  return db
    .selectFrom('consultations as q')
    .innerJoin('officers as a', 'a.id', 'q.askedBy')
    .leftJoin('officers as e', 'e.id', 'q.endedBy')
    .leftJoin('dossierFiles as f', 'f.id', 'q.fileId')
    .select([
      'q.id',
      'q.dossierNumber as number',
      'q.stepPosition',
      'q.fromUnitId',
      'q.toUnitId',
      'q.isRequired',
    ])
    .select(['q.question', 'a.fullName as askedBy', 'q.askedAt', 'q.dueAt', 'q.state', 'q.answer'])
    .select(['q.fileId', 'f.name as fileName', 'e.fullName as endedBy', 'q.endedAt']);
}

export async function updateEnd(
  db: Database,
  id: number,
  row: {
    readonly state: ConsultationEnd;
    readonly answer: string;
    readonly fileId: number | null;
    readonly endedBy: number | null;
    readonly endedAt: Date;
  },
): Promise<void> {
  await db.updateTable('consultations').set(row).where('id', '=', id).execute();
}

/** Lets a unit see a dossier. */
export async function addGuest(db: Database, dossierId: number, unitId: number): Promise<void> {
  await sql`
    insert into dossier_units (unit_id, received_at, dossier_id)
    select ${unitId}::bigint, received_at, id from dossiers where id = ${dossierId}
    on conflict do nothing`.execute(db);
}

/** Takes that away again. */
export async function removeGuest(db: Database, dossierId: number, unitId: number): Promise<void> {
  await db
    .deleteFrom('dossierUnits')
    .where('dossierId', '=', dossierId)
    .where('unitId', '=', unitId)
    .execute();
}

/** The dossier and state of a question, for its warning. */
export async function findConsultation(
  db: Database,
  id: number,
): Promise<{
  readonly dossierId: number;
  readonly number: string;
  readonly fromUnitId: number;
  readonly toUnitId: number;
  readonly dueAt: Date;
  readonly askedBy: number;
  readonly isOpen: boolean;
} | null> {
  const row = await db
    .selectFrom('consultations')
    .select(['dossierId', 'dossierNumber as number', 'fromUnitId', 'toUnitId', 'dueAt', 'askedBy', 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { state, ...rest } = row;
  return { ...rest, isOpen: state === 'open' };
}

/** Every unit that sees a dossier. */
export async function readUnits(db: Database, dossierId: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('dossierUnits')
    .select('unitId')
    .where('dossierId', '=', dossierId)
    .execute();
  return rows.map(({ unitId }) => unitId);
}
