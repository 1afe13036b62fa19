import { randomUUID } from 'node:crypto';
import { type Context, inTransaction } from '#foundation/context.ts';
import { sendMail } from '#platform/mail/mail.ts';
import { MOST_ATTEMPTS } from '../schema.ts';
import { failureWords, isForGood, letterOf } from './rules.ts';
import { lockMessage, lockWaiting, setFailed, setMessageKey, setSent, type Waiting } from './store.ts';

/**
 * Sends a notice, with what else waits for the same address; a background job. The message has its key before it goes
 * out, and the rows are held while it is on its way: whoever is killed in between sends again under the same key, by which
 * a provider knows that it has it. Fails when the way out is closed for now; the queue then tries again.
 */
export async function sendNotice(ctx: Context, id: number): Promise<void> {
  const key = await keyOf(ctx, id);
  if (key === null) return;
  const failure = await inTransaction(ctx, async (tx) => {
    const parts = await lockMessage(tx.db, key);
    // Of those that go out together, the job of the first one sends.
    if (parts[0]?.id !== id) return null;
    return attempt(tx, key, parts);
  });
  if (failure !== null) throw failure;
}

async function keyOf(ctx: Context, id: number): Promise<string | null> {
  return inTransaction(ctx, async (tx) => {
    const waiting = await lockWaiting(tx.db, id);
    const own = waiting.find((notice) => notice.id === id);
    if (own === undefined) return null;
    if (own.messageKey !== null) return own.messageKey;
    const key = randomUUID();
    await setMessageKey(
      tx.db,
      waiting.map((notice) => notice.id),
      key,
    );
    return key;
  });
}

/** Writes down what came of it. Answers the failure when it is worth trying again. */
async function attempt(tx: Context, key: string, parts: readonly Waiting[]): Promise<unknown> {
  const sent = await send(tx, key, parts);
  if (sent.failure === null) {
    await setSent(tx.db, key, { providerId: sent.providerId, now: tx.now, isDelivered: false });
    return null;
  }
  const isLast = isForGood(sent.failure) || (parts[0]?.attempts ?? 0) + 1 >= MOST_ATTEMPTS;
  const state = isLast ? 'given-up' : 'retrying';
  await setFailed(tx.db, key, { state, failure: failureWords(sent.failure) });
  return isForGood(sent.failure) ? null : sent.failure;
}

type Sent =
  | { readonly providerId: string; readonly failure: null }
  // Whatever was thrown.
  | { readonly failure: NonNullable<unknown> };

/** That a way out is closed is no fault of ours: it is written beside the notice, where people look for it. */
async function send(tx: Context, key: string, parts: readonly Waiting[]): Promise<Sent> {
  const { subject, text } = letterOf(parts);
  try {
    const providerId = await sendMail(tx, { to: parts[0]?.address ?? '', subject, text, id: key });
    return { providerId, failure: null };
  } catch (error) {
    return { failure: error ?? 'unknown' };
  }
}
