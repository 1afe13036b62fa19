import { randomUUID } from 'node:crypto';
import { localDateOf } from '#kernel/local-date.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { sendMail } from '#platform/mail/mail.ts';
import { type Messaging } from '#platform/messaging/gateway.ts';
import { MOST_ATTEMPTS, type NoticeSettings } from '../schema.ts';
import { readSettings } from '../settings/store.ts';
import { insertNotices } from '../store.ts';
import { failureWords, isForGood, letterOf, messageOf, sentTogether } from './rules.ts';
import { lockMessage, lockWaiting, setFailed, setMessageKey, setSent, type Waiting } from './store.ts';

/**
 * Sends a notice, with what else waits for the same address; a background job. The message has its key before it goes
 * out, and the rows are held while it is on its way: whoever is killed in between sends again under the same key, by which
 * a provider knows that it has it. Fails when the way out is closed for now; the queue then tries again.
 */
export async function sendNotice(ctx: Context, id: number): Promise<void> {
  const settings = await readSettings(ctx.db, localDateOf(ctx.now));
  const key = await keyOf(ctx, id, settings);
  if (key === null) return;
  const failure = await inTransaction(ctx, async (tx) => {
    const parts = await lockMessage(tx.db, key);
    // Of those that go out together, the job of the first one sends.
    if (parts[0]?.id !== id) return null;
    return attempt(tx, { key, parts, settings });
  });
  if (failure !== null) throw failure;
}

async function keyOf(ctx: Context, id: number, settings: NoticeSettings): Promise<string | null> {
  return inTransaction(ctx, async (tx) => {
    const waiting = await lockWaiting(tx.db, id);
    const own = waiting.find((notice) => notice.id === id);
    if (own === undefined) return null;
    if (own.messageKey !== null) return own.messageKey;
    const key = randomUUID();
    const together = sentTogether(waiting, own, settings);
    await setMessageKey(
      tx.db,
      together.map((notice) => notice.id),
      key,
    );
    return key;
  });
}

type Message = {
  readonly key: string;
  readonly parts: readonly Waiting[];
  readonly settings: NoticeSettings;
};

type Outcome =
  | { readonly kind: 'sent'; readonly providerId: string; readonly isDelivered: boolean }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Writes down what came of it. Answers the failure when it is worth trying again. */
async function attempt(tx: Context, message: Message): Promise<unknown> {
  const { key, parts } = message;
  const outcome = await send(tx, message);
  if (outcome.kind === 'sent') {
    await setSent(tx.db, key, { ...outcome, now: tx.now });
    return null;
  }
  if (outcome.kind === 'refused') {
    await setFailed(tx.db, key, { state: 'given-up', failure: failureWords(outcome.reason) });
    await tryBySms(tx, parts);
    return null;
  }
  const isLast = (parts[0]?.attempts ?? 0) + 1 >= MOST_ATTEMPTS;
  const state = isLast ? 'given-up' : 'retrying';
  await setFailed(tx.db, key, { state, failure: failureWords(outcome.error) });
  return outcome.error ?? new Error('Không gửi được');
}

/** That a way out is closed is no fault of ours: it is written beside the notice, where people look for it. */
async function send(ctx: Context, { key, parts, settings }: Message): Promise<Outcome> {
  const [first] = parts;
  const channel = first?.channel ?? 'email';
  try {
    if (channel === 'email') {
      const providerId = await sendMail(ctx, { to: first?.address ?? '', ...letterOf(parts), id: key });
      return { kind: 'sent', providerId, isDelivered: false };
    }
    const message = { id: key, to: first?.address ?? '', text: messageOf(parts, channel, settings) };
    const answer = await gatewayOf(ctx.messaging, channel).send(message);
    return answer.outcome === 'taken'
      ? { kind: 'sent', ...answer }
      : { kind: 'refused', reason: answer.reason };
  } catch (error) {
    return isForGood(error) ? { kind: 'refused', reason: failureWords(error) } : { kind: 'failed', error };
  }
}

function gatewayOf(messaging: Messaging, channel: 'sms' | 'zalo') {
  const gateway = messaging[channel];
  // It was there when the notice was written: somebody has taken the setting away since.
  if (gateway === null) throw new Error(`Chưa đặt cổng tin nhắn ${channel}`);
  return gateway;
}

/** Whoever has no Zalo is sent the same as an SMS. */
async function tryBySms(tx: Context, parts: readonly Waiting[]): Promise<void> {
  if (tx.messaging.sms === null) return;
  for (const { channel, template, dossierId, address, subject, body } of parts) {
    if (channel !== 'zalo') continue;
    const notice = {
      channel: 'sms' as const,
      address,
      subject,
      body,
      officerId: null,
      dueAt: tx.now,
      once: null,
    };
    await insertNotices(tx.db, { template, dossierId, now: tx.now }, [notice]);
  }
}
