import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';

export type Receipt = {
  readonly channel: 'sms' | 'zalo';
  readonly providerId: string;
  readonly failure: string | null;
  readonly now: Date;
};

/**
 * A provider says what became of a message. It only goes forward: what has arrived has arrived, however often and in
 * whatever order it is told. Answers whether there is such a message.
 */
export async function setReceipt(db: Database, receipt: Receipt): Promise<boolean> {
  const { channel, providerId, failure, now } = receipt;
  const { rows } = await sql<{ readonly known: boolean }>`
    with told as (
      update notices set state = case when ${failure}::text is null then 'delivered' else 'given-up' end,
        delivered_at = case when ${failure}::text is null then ${now}::timestamptz end,
        failure = coalesce(${failure}, '')
      where channel = ${channel} and provider_id = ${providerId} and state = 'sent'
    )
    select exists (select from notices where channel = ${channel} and provider_id = ${providerId}) as known`.execute(
    db,
  );
  return rows[0]?.known ?? false;
}
