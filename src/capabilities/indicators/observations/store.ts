import { sql } from 'kysely';
import type { Period, PeriodKind } from '#kernel/period/period.ts';
import type { Database } from '#platform/database/pool.ts';
import type { Observation, ObservationInput } from '../schema.ts';
import type { Certainty } from '../words.ts';

type Row = {
  readonly id: number;
  readonly code: string;
  readonly unitId: number;
  readonly periodKind: PeriodKind;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly part: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly content: string;
  readonly documentId: number | null;
  readonly sourceTitle: string;
  readonly place: string;
  readonly certainty: Certainty;
  readonly note: string;
  readonly withdrawn: boolean;
  readonly enteredBy: number | null;
  readonly enteredAt: Date;
  readonly sequence: number;
};

export type StoredObservation = Observation & { readonly withdrawn: boolean };

const OBSERVATIONS = sql`select o.id, i.code, o.unit_id, o.period_kind, o.period_from, o.period_to, o.part, o.value,
  o.numerator, o.denominator, o.content, o.document_id, o.source_title, o.place, o.certainty, o.note, o.withdrawn,
  o.entered_by, o.entered_at, o.sequence from observations o join indicators i on i.id = o.indicator_id`;

/** Figures that stand, of some indicators in some units, which meet a time; earlier ones first. */
export async function readObservations(
  db: Database,
  asked: {
    readonly codes: readonly string[];
    readonly unitIds: readonly number[];
    readonly from: string;
    readonly to: string;
  },
): Promise<readonly Observation[]> {
  const { rows } = await sql<Row>`${OBSERVATIONS}
    where i.code = any(${[...asked.codes]}::text[]) and o.unit_id = any(${[...asked.unitIds]}::bigint[])
      and o.period_from <= ${asked.to}::date and o.period_to >= ${asked.from}::date and not o.withdrawn
    order by o.period_from, o.period_to, o.id`.execute(db);
  return rows.map(observationOf);
}

/** Every figure that stands of one indicator, in some units (null: in all). */
export async function readObservationsOf(
  db: Database,
  code: string,
  unitIds: readonly number[] | null,
): Promise<readonly Observation[]> {
  const inUnits = unitIds === null ? sql`true` : sql`o.unit_id = any(${[...unitIds]}::bigint[])`;
  const { rows } = await sql<Row>`${OBSERVATIONS}
    where i.code = ${code} and ${inUnits} and not o.withdrawn
    order by o.period_from, o.period_to, o.id`.execute(db);
  return rows.map(observationOf);
}

/** What stands of a unit in a time, of all indicators. */
export async function readObservationsOfUnit(
  db: Database,
  unitId: number,
  time: { readonly from: string; readonly to: string },
): Promise<readonly Observation[]> {
  const { rows } = await sql<Row>`${OBSERVATIONS}
    where o.unit_id = ${unitId} and o.period_from <= ${time.to}::date and o.period_to >= ${time.from}::date
      and not o.withdrawn
    order by i.code, o.period_from, o.period_to, o.id`.execute(db);
  return rows.map(observationOf);
}

export async function readObservation(db: Database, id: number): Promise<StoredObservation | null> {
  const { rows } = await sql<Row>`${OBSERVATIONS} where o.id = ${id}`.execute(db);
  return rows[0] ? observationOf(rows[0]) : null;
}

/** What of an observation tells it from the others of its indicator. */
export type ObservationKey = {
  readonly indicatorId: number;
  readonly unitId: number;
  readonly period: Period;
  readonly part: string;
};

/** The observation of a key, withdrawn or not; locked until the transaction ends. */
export async function lockObservation(
  db: Database,
  { indicatorId, unitId, period, part }: ObservationKey,
): Promise<StoredObservation | null> {
  const { rows } = await sql<Row>`${OBSERVATIONS}
    where o.indicator_id = ${indicatorId} and o.unit_id = ${unitId} and o.period_kind = ${period.kind}
      and o.period_from = ${period.from} and o.period_to = ${period.to} and o.part = ${part}
    for update of o`.execute(db);
  return rows[0] ? observationOf(rows[0]) : null;
}

/** What an entry says, besides which figure it is of. */
export type Entry = Omit<ObservationInput, 'code' | 'unitId' | 'period' | 'part' | 'sequence'> & {
  readonly enteredBy: number | null;
  readonly enteredAt: Date;
};

/** Its number, or null when somebody else entered the same figure meanwhile. */
export async function insertObservation(
  db: Database,
  { indicatorId, unitId, period, part }: ObservationKey,
  entry: Entry,
): Promise<number | null> {
  const row = await db
    .insertInto('observations')
    .values({
      indicatorId,
      unitId,
      part,
      ...entry,
      sequence: 1,
      periodKind: period.kind,
      periodFrom: period.from,
      periodTo: period.to,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function updateObservation(
  db: Database,
  id: number,
  change: (Entry | { readonly withdrawn: true }) & { readonly sequence: number },
): Promise<void> {
  await db
    .updateTable('observations')
    .set({ withdrawn: false, ...change })
    .where('id', '=', id)
    .execute();
}

function observationOf({ periodKind, periodFrom, periodTo, ...row }: Row): StoredObservation {
  return { ...row, period: { kind: periodKind, from: periodFrom, to: periodTo } };
}

/** The period of the newest whole figure of each indicator in a unit. */
export async function readLatestPeriods(
  db: Database,
  codes: readonly string[],
  unitId: number,
): Promise<ReadonlyMap<string, Period>> {
  const { rows } = await sql<Pick<Row, 'code' | 'periodKind' | 'periodFrom' | 'periodTo'>>`
    select distinct on (i.code) i.code, o.period_kind, o.period_from, o.period_to
    from observations o join indicators i on i.id = o.indicator_id
    where i.code = any(${[...codes]}::text[]) and o.unit_id = ${unitId} and o.part = '' and not o.withdrawn
    order by i.code, o.period_to desc, o.period_from, o.id`.execute(db);
  return new Map(
    rows.map((row) => [row.code, { kind: row.periodKind, from: row.periodFrom, to: row.periodTo }]),
  );
}
