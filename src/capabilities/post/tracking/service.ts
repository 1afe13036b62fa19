import { randomUUID } from 'node:crypto';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { refuse } from '#kernel/refusal.ts';
import { EVENTS_AT_ONCE, type PostEvent, type PostOrder } from '#platform/post/postal-service.ts';
import { changeOrder } from '../history.ts';
import { isOver } from '../rules.ts';
import { type PostalOrder, type PostalStatus, POSTAL_LABELS, type StateInput } from '../schema.ts';
import { deciding } from '../service.ts';
import { readStatuses } from '../statuses/store.ts';
import { insertEvent, readOrder, updateOrder } from '../store.ts';
import { applyNews } from './outcome.ts';
import { lockCursor, moveCursor } from './store.ts';

/** Every quarter of an hour the post is asked what is new. */
export const TRACKING_TIMETABLE = '*/15 * * * * post-tracking';

/**
 * Sends an order to the post's service; a background job. The row is held meanwhile; sent twice it is one order there.
 * What the post refuses is written beside the order; fails when it cannot be reached, and the queue tries again.
 */
export async function sendOrder(ctx: Context, id: number): Promise<void> {
  const { post } = ctx;
  if (post === null) return;
  await inTransaction(ctx, async (tx) => {
    const order = await readOrder(tx.db, { id }, 'lock');
    if (order === null || order.state !== 'created' || order.registeredAt !== null) return;
    const answer = await post.order(asSent(order));
    if (answer.outcome === 'taken') {
      const change = { registeredAt: tx.now, trackingCode: answer.trackingCode, problem: '' };
      await changeOrder(tx, order, { kind: 'registered', change });
      return;
    }
    await changeOrder(tx, order, { kind: 'declined-by-post', change: { problem: answer.reason } });
  });
}

/** Takes an order back at the post's service; a background job. What it says does not matter: here it is over. */
export async function withdrawOrder(ctx: Context, number: string): Promise<void> {
  const { post } = ctx;
  if (post === null) return;
  const answer = await post.cancel(number);
  if (answer.outcome === 'taken') return;
  const order = await readOrder(ctx.db, { number });
  if (order) await updateOrder(ctx.db, order.id, { problem: `Bưu chính chưa hủy: ${answer.reason}` });
}

/** Reads what the post has said since the last time; a background job. Each answer is one transaction. */
export async function readTracking(ctx: Context): Promise<void> {
  const { post } = ctx;
  if (post === null) return;
  let read: number;
  do {
    read = await inTransaction(ctx, async (tx) => {
      const lastId = await lockCursor(tx.db, tx.now);
      const events = await post.eventsAfter(lastId);
      const statuses = new Map((await readStatuses(tx.db)).map((status) => [status.code, status]));
      for (const event of events) await takeEvent(tx, event, statuses);
      const last = events.at(-1);
      if (last) await moveCursor(tx.db, last.id, tx.now);
      return events.length;
    });
  } while (read >= EVENTS_AT_ONCE);
}

async function takeEvent(
  tx: TransactionContext,
  event: PostEvent,
  statuses: ReadonlyMap<string, PostalStatus>,
): Promise<void> {
  const order = await readOrder(tx.db, { number: event.orderNumber }, 'lock');
  // Orders of the same customer that other programs made.
  if (order === null) return;
  const status = statuses.get(event.code);
  const { place, note, at, code } = event;
  const label = status?.label ?? `Mã ${code} của bưu chính`;
  const row = {
    orderId: order.id,
    providerEvent: event.id,
    code,
    label,
    place,
    note,
    at,
    receivedAt: tx.now,
  };
  if (!(await insertEvent(tx.db, row))) return;
  // A code that nobody has explained yet is shown and changes nothing.
  const state = status?.state ?? order.state;
  const reason = note || label;
  await applyNews(tx, order, { state, at, cost: event.cost, reason, trackingCode: event.trackingCode });
}

/** What an officer writes down for the post, where it does not say so itself: taken along, delivered, or not. */
export async function noteState(ctx: Context, input: StateInput): Promise<void> {
  await deciding(ctx, input, async (tx, order) => {
    if (isOver(order.state)) refuse('conflict', 'Bưu gửi này đã kết thúc, không ghi thêm được nữa.');
    const { state, note, cost } = input;
    if (state === 'failed' && note === '') {
      const sentence = 'Hãy ghi vì sao không phát được.';
      refuse('invalid', sentence, { note: sentence });
    }
    const trackingCode = input.trackingCode || null;
    const news = { state, at: tx.now, cost, reason: note, trackingCode };
    if (!(await applyNews(tx, order, news))) {
      const sentence = 'Bưu gửi đã ở tình trạng này hoặc đã qua nó.';
      refuse('conflict', sentence, { state: sentence });
    }
    const label = `${POSTAL_LABELS[state]} (cán bộ ghi)`;
    const event = { orderId: order.id, providerEvent: `manual ${randomUUID()}`, code: '', place: '', note };
    await insertEvent(tx.db, { ...event, label, at: tx.now, receivedAt: tx.now });
  });
}

function asSent({ number, codAmount, sender, receiver, content, note }: PostalOrder): PostOrder {
  return { orderNumber: number, codAmount, sender, receiver, content, note };
}
