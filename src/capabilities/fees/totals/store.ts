import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { Period } from '../period.ts';
import type { TotalsBy, TotalsRow } from './schema.ts';

type Wanted = {
  readonly by: TotalsBy;
  readonly period: Period;
  /** Null stands for every unit. */
  readonly unitIds: readonly number[] | null;
};

const KEYS = {
  unit: { key: sql`m.unit_id::text`, label: sql`m.unit_id::text` },
  officer: {
    key: sql`coalesce(m.officer_id::text, '')`,
    label: sql`coalesce(max(o.full_name), 'Trực tuyến, tự động')`,
  },
  procedure: { key: sql`d.procedure_id::text`, label: sql`max(d.title)` },
  day: { key: sql`m.day::text`, label: sql`m.day::text` },
} as const;

/** Sums of a period: what came in by receipts that hold, what went back, what was not charged. Each on its own day. */
export async function readTotals(
  db: Database,
  { by, period, unitIds }: Wanted,
): Promise<readonly TotalsRow[]> {
  const { key, label } = KEYS[by];
  const from = sql`(${period.from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`;
  const until = sql`((${period.to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`;
  const ofUnits = unitIds === null ? sql`true` : sql`unit_id = any(${[...unitIds]}::bigint[])`;
  const dayOf = (at: string) => sql`(${sql.ref(at)} at time zone 'Asia/Ho_Chi_Minh')::date`;
  const { rows } = await sql<TotalsRow>`
    with moves as (
      select unit_id, collected_by as officer_id, payment_id, ${dayOf('collected_at')} as day, method, amount,
        0::bigint as refunded, 0::bigint as exempted
      from payment_collections
      where voided_at is null and collected_at >= ${from} and collected_at < ${until} and ${ofUnits}
      union all
      select unit_id, paid_by, payment_id, ${dayOf('paid_at')}, null, 0, amount, 0
      from payment_refunds where state = 'paid' and paid_at >= ${from} and paid_at < ${until} and ${ofUnits}
      union all
      select p.unit_id, p.asked_by, p.id, ${dayOf('asked_at')}, null, 0, 0, l.full_amount - l.amount
      from payments p join payment_lines l on l.payment_id = p.id and l.full_amount > l.amount
      where p.state in ('paid', 'nothing') and p.asked_at >= ${from} and p.asked_at < ${until} and ${ofUnits}
    )
    select ${key} as key, ${label} as label, (count(*) filter (where m.method <> 'treasury'))::int as receipts,
      coalesce(sum(m.amount) filter (where m.method = 'cash'), 0)::bigint as cash,
      coalesce(sum(m.amount) filter (where m.method in ('transfer', 'gateway')), 0)::bigint as transferred,
      coalesce(sum(m.amount) filter (where m.method = 'treasury'), 0)::bigint as treasury,
      sum(m.refunded)::bigint as refunded, sum(m.exempted)::bigint as exempted
    from moves m join payments p on p.id = m.payment_id join dossiers d on d.id = p.dossier_id
    left join officers o on o.id = m.officer_id
    group by 1${by === 'unit' || by === 'day' ? sql`, 2` : sql``} order by 1`.execute(db);
  return rows;
}
