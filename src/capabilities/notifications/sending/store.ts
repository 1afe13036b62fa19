import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { Channel } from '../schema.ts';

/** A notice that waits to go out. */
export type Waiting = {
  readonly id: number;
  readonly channel: Exclude<Channel, 'app'>;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
  readonly messageKey: string | null;
  readonly attempts: number;
  readonly dossierId: number | null;
  readonly template: string;
};

const COLUMNS = sql`id, channel, address, subject, body, message_key, attempts, dossier_id, template`;

/** A notice and whatever waits for the same address, oldest first; held until the transaction ends. */
export async function lockWaiting(db: Database, id: number): Promise<readonly Waiting[]> {
  // Its own is waited for: whoever holds it may be putting it into a message that its own job has to send.
  await sql`select from notices where id = ${id} for update`.execute(db);
  const { rows } = await sql<Waiting>`
    select ${COLUMNS} from notices
    where state in ('queued', 'retrying') and (channel, address) = (select channel, address from notices where id = ${id})
      and (id = ${id} or message_key is null) and channel <> 'app'
    order by id for update skip locked`.execute(db);
  return rows;
}

/** They go out together from now on, whatever happens on the way. */
export async function setMessageKey(db: Database, ids: readonly number[], key: string): Promise<void> {
  await sql`update notices set message_key = ${key} where id = any(${[...ids]}::bigint[])`.execute(db);
}

/** What goes out under a key and has not yet, held until the transaction ends; another worker at it is waited for. */
export async function lockMessage(db: Database, key: string): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select ${COLUMNS} from notices where message_key = ${key} and state in ('queued', 'retrying')
    order by id for update`.execute(db);
  return rows;
}

/** A provider has taken the message; some say at once that it has arrived. */
export async function setSent(
  db: Database,
  key: string,
  sent: { readonly providerId: string; readonly now: Date; readonly isDelivered: boolean },
): Promise<void> {
  const { providerId, now, isDelivered } = sent;
  await sql`
    update notices set state = ${isDelivered ? 'delivered' : 'sent'}, attempts = attempts + 1, provider_id = ${providerId},
      failure = '', sent_at = ${now}, delivered_at = ${isDelivered ? now : null}
    where message_key = ${key} and state in ('queued', 'retrying')`.execute(db);
}

/** It did not go out, for now or for good. */
export async function setFailed(
  db: Database,
  key: string,
  failed: { readonly state: 'retrying' | 'given-up'; readonly failure: string },
): Promise<void> {
  await sql`
    update notices set state = ${failed.state}, attempts = attempts + 1, failure = ${failed.failure}
    where message_key = ${key} and state in ('queued', 'retrying')`.execute(db);
}
