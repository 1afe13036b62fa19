import { sql } from 'kysely';
import { fold } from '#kernel/vietnamese/fold.ts';
import type { Database } from '#platform/database/pool.ts';
import { paymentOfTransfer } from '../words.ts';
import type { PaymentRow, PaymentsQuery } from './schema.ts';

type Wanted = PaymentsQuery & {
  /** Null stands for every unit. */
  readonly unitIds: readonly number[] | null;
  readonly limit: number;
  readonly offset: number;
};

/** Payments of some units, those asked last first; `total` in each row counts all of them. */
export async function readPayments(db: Database, wanted: Wanted): Promise<readonly PaymentRow[]> {
  const { q, state, unitIds, limit, offset } = wanted;
  const { rows } = await sql<PaymentRow>`
    select p.id, d.number, d.title, d.applicant_name, p.unit_id, p.origin, p.state, p.total as amount, p.asked_at,
      count(*) over ()::int as total
    from payments p join dossiers d on d.id = p.dossier_id
    where ${unitIds === null ? sql`true` : sql`p.unit_id = any(${[...unitIds]}::bigint[])`}
      and ${state === 'all' ? sql`true` : sql`p.state = ${state}`}
      and ${q === '' ? sql`true` : matches(q)}
    order by p.asked_at desc, p.id desc limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

/** A number of a dossier, a name, or the mark of a transfer as the bank's statement has it. */
function matches(q: string) {
  const id = paymentOfTransfer(q);
  if (id !== null) return sql`p.id = ${id}`;
  const words = fold(q).replaceAll(/[\\%_]/g, '\\$&');
  return sql`d.search_text like ${`%${words}%`}`;
}
