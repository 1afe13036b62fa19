import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { FigureQuestion, RecordWindow } from '#foundation/figures/schema.ts';
import type { Direction } from '../schema.ts';

function delivered({ unitIds, period }: FigureQuestion, direction: Direction) {
  return sql`from postal_orders o join dossiers d on d.id = o.dossier_id
    where o.unit_id = any(${[...unitIds]}::bigint[]) and o.direction = ${direction} and o.state = 'delivered'
      and o.delivered_at >= ${period.from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and o.delivered_at < (${period.to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`;
}

/** Parcels that arrived in the period. */
export async function countDelivered(
  db: Database,
  question: FigureQuestion,
  direction: Direction,
): Promise<number> {
  const { rows } = await sql<{ readonly total: number }>`
    select count(*)::int as total ${delivered(question, direction)}`.execute(db);
  return rows[0]?.total ?? 0;
}

export type CountedOrder = {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly deliveredAt: Date;
};

/** The parcels that were counted, the latest first. */
export async function readDelivered(
  db: Database,
  question: FigureQuestion,
  { direction, window }: { readonly direction: Direction; readonly window: RecordWindow },
): Promise<readonly CountedOrder[]> {
  const { rows } = await sql<CountedOrder>`
    select o.id, o.number, d.title, o.delivered_at ${delivered(question, direction)}
    order by o.delivered_at desc, o.id desc limit ${window.limit} offset ${window.offset}`.execute(db);
  return rows;
}

/** Which of some orders are about dossiers of these units (null: all). */
export async function readReadableOrders(
  db: Database,
  ids: readonly number[],
  unitIds: readonly number[] | null,
): Promise<readonly number[]> {
  const ofUnits =
    unitIds === null
      ? sql`true`
      : sql`exists (select from dossier_units u where u.dossier_id = o.dossier_id and u.unit_id = any(${[...unitIds]}::bigint[]))`;
  const { rows } = await sql<{ readonly id: number }>`
    select o.id from postal_orders o where o.id = any(${[...ids]}::bigint[]) and ${ofUnits}`.execute(db);
  return rows.map(({ id }) => id);
}
