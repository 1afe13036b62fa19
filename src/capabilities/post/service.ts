import { refuse } from '#kernel/refusal.ts';
import { authorise, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { committeeOf, ancestorsOf } from '#foundation/organisation/rules.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { masked } from '#foundation/personal-data/mask.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { changeOrder } from './history.ts';
import { POSTAL_FIELDS } from './personal-data.ts';
import { decideAfterFailure, decideCancel, orderNumber, refuseTooEarly } from './rules.ts';
import {
  type DecisionInput,
  type OrderInput,
  type Party,
  type PostalOrder,
  type PostQuery,
  POST_TASKS,
  PAGE_SIZE,
  type TrackingEvent,
  UNDER_WAY,
} from './schema.ts';
import {
  countAttempts,
  countOrders,
  eraseOrdersOf,
  insertOrder,
  readEvents,
  readForCourier,
  readOrder,
  readOrderOf,
  readOrders,
  readOrdersOf,
  readSendable,
  type SendableDossier,
} from './store.ts';

const NO_DOSSIER = 'Không có hồ sơ này, hoặc hồ sơ không thuộc đơn vị của bạn. Hãy kiểm tra lại số hồ sơ.';
const NO_ORDER = 'Không có bưu gửi này, hoặc hồ sơ không thuộc đơn vị của bạn.';

/** A dossier that a parcel can be made for, and the counter as the other end. For the counter that received it. */
export async function sendable(
  ctx: Context,
  number: string,
): Promise<{ readonly dossier: SendableDossier; readonly counter: Party }> {
  const dossier = (await readSendable(ctx.db, number)) ?? refuse('missing', NO_DOSSIER);
  await authorise(ctx, 'dossier.post', dossier.receivingUnitId);
  return { dossier, counter: await counterOf(ctx, dossier.receivingUnitId) };
}

/**
 * Makes an order: a result that lies ready goes to the applicant, or papers come from them. It goes to the post's service
 * by itself where there is one. One open order in each direction.
 */
export async function createOrder(ctx: Context, input: OrderInput): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const { dossier, counter } = await sendable(tx, input.dossier);
    const attempt = (await countAttempts(tx.db, dossier.id, input.direction)) + 1;
    await refuseSecond(tx, dossier.id, input.direction);
    // Read again: whoever else acted on the dossier has ended by now.
    const { dossier: current } = await sendable(tx, input.dossier);
    refuseTooEarly(current, input.direction);
    const facts = {
      number: orderNumber(dossier.number, input.direction, attempt),
      dossierId: dossier.id,
      unitId: dossier.receivingUnitId,
      direction: input.direction,
      attempt,
      codAmount: input.codAmount,
    };
    const { name, address, district, province, content, note } = input;
    const person = { name, phone: input.phone || dossier.phone, address, district, province };
    if (person.phone === '') {
      const sentence = 'Bưu chính cần số điện thoại; hồ sơ không có, hãy hỏi người nộp.';
      refuse('invalid', sentence, { phone: sentence });
    }
    const isOut = input.direction === 'to-applicant';
    const ends = { sender: isOut ? counter : person, receiver: isOut ? person : counter };
    const { officerId } = requireActor(tx);
    const made = { ...facts, ...ends, content, note, createdBy: officerId, createdAt: tx.now };
    const id = await insertOrder(tx.db, made);
    await record(tx, { name: 'postal-order', id, after: 0 }, [{ kind: 'created', payload: facts }]);
    if (tx.post !== null) await queueJob(tx.db, { task: POST_TASKS.order, payload: { id } });
    return id;
  });
}

async function refuseSecond(
  tx: TransactionContext,
  dossierId: number,
  direction: PostalOrder['direction'],
): Promise<void> {
  const open = (await readOrdersOf(tx.db, dossierId)).find(
    (order) => order.direction === direction && UNDER_WAY.has(order.state),
  );
  if (open) refuse('conflict', `Hồ sơ đang có bưu gửi ${open.number} chưa xong theo chiều này.`);
}

/** Takes a parcel back that the post has not taken along. */
export async function cancelOrder(ctx: Context, input: DecisionInput): Promise<void> {
  await deciding(ctx, input, async (tx, order) => {
    decideCancel(order);
    const change = { state: 'cancelled' as const, stateAt: tx.now };
    await changeOrder(tx, order, { kind: 'cancelled', change });
    if (order.registeredAt === null || tx.post === null) return;
    await queueJob(tx.db, { task: POST_TASKS.cancel, payload: { number: order.number } });
  });
}

/** After a failure it is agreed with the receiver that the post comes again. */
export async function sendAgain(ctx: Context, input: DecisionInput): Promise<void> {
  await deciding(ctx, input, async (tx, order) => {
    decideAfterFailure(order);
    const change = { state: 'in-transit' as const, stateAt: tx.now, failure: input.note };
    await changeOrder(tx, order, { kind: 'sent-again', change });
  });
}

/** After a failure the parcel is back at the counter: it is sent anew, or fetched there. */
export async function bringBack(ctx: Context, input: DecisionInput): Promise<void> {
  await deciding(ctx, input, async (tx, order) => {
    decideAfterFailure(order);
    const change = { state: 'returned' as const, stateAt: tx.now, failure: input.note };
    await changeOrder(tx, order, { kind: 'brought-back', change });
  });
}

/** The frame of what an officer does with an order: hold it, see that the page was fresh, decide. */
export async function deciding(
  ctx: Context,
  reference: { readonly id: number; readonly sequence: number },
  decide: (tx: TransactionContext, order: PostalOrder) => Promise<void>,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const order = (await readOrder(tx.db, { id: reference.id }, 'lock')) ?? refuse('missing', NO_ORDER);
    await authorise(tx, 'dossier.post', order.unitId);
    if (order.sequence !== reference.sequence) {
      refuse('conflict', 'Bưu gửi vừa có tin mới sau khi bạn mở trang. Hãy xem tình trạng mới rồi làm tiếp.');
    }
    await decide(tx, order);
  });
}

/** A page of the parcels of dossiers that the officer sees, and how many there are. Telephone numbers are masked. */
export async function ordersPage(
  ctx: Context,
  query: PostQuery,
): Promise<{ readonly rows: readonly PostalOrder[]; readonly total: number }> {
  const units = await readable(ctx);
  const rows = await readOrders(ctx.db, query, { units });
  const isWhole = query.page === 1 && rows.length < PAGE_SIZE;
  return { rows: rows.map(shown), total: isWhole ? rows.length : await countOrders(ctx.db, query, units) };
}

const EXPORT_LIMIT = 20_000;

/** The same list as one file. */
export async function exportOrders(ctx: Context, query: PostQuery): Promise<readonly PostalOrder[]> {
  const units = await readable(ctx);
  return (await readOrders(ctx.db, { ...query, page: 1 }, { units, limit: EXPORT_LIMIT })).map(shown);
}

/** One parcel with what the post has said of it. Telephone numbers are masked. */
export async function orderById(
  ctx: Context,
  id: number,
): Promise<{ readonly order: PostalOrder; readonly events: readonly TrackingEvent[] }> {
  const order = (await readOrderOf(ctx.db, id, await readable(ctx))) ?? refuse('missing', NO_ORDER);
  return { order: shown(order), events: await readEvents(ctx.db, id) };
}

/** Parcels of a dossier, newest first, for whoever sees the dossier. Telephone numbers are masked. */
export async function ordersOf(ctx: Context, dossierId: number): Promise<readonly PostalOrder[]> {
  return (await readOrdersOf(ctx.db, dossierId)).map(shown);
}

/** What the post has said of one parcel, oldest first, for whoever sees its dossier. */
export async function trackingOf(ctx: Context, orderId: number): Promise<readonly TrackingEvent[]> {
  return readEvents(ctx.db, orderId);
}

/** One parcel in full, for its label; the caller records that it was read. */
export async function orderInFull(ctx: Context, id: number): Promise<PostalOrder> {
  const order = (await readOrder(ctx.db, { id })) ?? refuse('missing', NO_ORDER);
  await authorise(ctx, 'dossier.post', order.unitId);
  return order;
}

/** What a unit has for the courier, in full, for the list that both sign; the caller records that it was read. */
export async function ordersForCourier(ctx: Context, unitId: number): Promise<readonly PostalOrder[]> {
  await authorise(ctx, 'dossier.post', unitId);
  return readForCourier(ctx.db, unitId);
}

function shown(order: PostalOrder): PostalOrder {
  const end = (party: Party): Party => ({
    ...party,
    phone: masked(POSTAL_FIELDS.receiver_phone, party.phone),
  });
  return { ...order, sender: end(order.sender), receiver: end(order.receiver) };
}

/** Units whose dossiers the officer may read; null stands for all. */
async function readable(ctx: Context): Promise<readonly number[] | null> {
  await authorise(ctx, 'dossier.read', requireActor(ctx).post.unitId);
  return unitsWith(ctx, 'dossier.read');
}

/** The counter as an end of the way: its address, or that of its committee; district and province above it. */
async function counterOf(ctx: Context, unitId: number): Promise<Party> {
  const tree = await organisationNow(ctx);
  const chain = ancestorsOf(tree, unitId);
  const committee = committeeOf(tree, unitId);
  const at = (level: 'district' | 'province'): string =>
    territory(chain.find((unit) => unit.level === level && unit.kind === 'people-committee')?.name ?? '');
  const [unit] = chain;
  return {
    name: unit?.name ?? '',
    phone: unit?.phone || committee?.phone || '',
    address: unit?.address || committee?.address || territory(committee?.name ?? ''),
    district: at('district'),
    province: at('province'),
  };
}

function territory(name: string): string {
  return name.replace(/^Ủy ban nhân dân /, '');
}

/** Erases what the parcels of a dossier say of a person; which way they went, when, and what they cost stays. */
export async function eraseOrders(tx: TransactionContext, dossierId: number, name: string): Promise<void> {
  await eraseOrdersOf(tx.db, dossierId, name);
}
