import type { TransactionContext } from '#foundation/context.ts';
import { notify } from '#capabilities/notifications/service.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { changeOrder } from '../history.ts';
import { changeBy, type News } from '../rules.ts';
import { type PostalOrder, POST_TASKS } from '../schema.ts';

type Told = News & { readonly reason: string; readonly trackingCode: string | null };

/**
 * What news make of an order, and who is told: the applicant when a result goes out or could not be delivered, the counter
 * of the failure. A result that arrived closes its dossier. Answers whether anything changed.
 */
export async function applyNews(tx: TransactionContext, order: PostalOrder, news: Told): Promise<boolean> {
  const change = changeBy(order, news);
  const trackingCode = news.trackingCode ?? order.trackingCode;
  if (change === null) return noteRest(tx, order, { trackingCode, cost: news.cost ?? order.cost });
  const failure = change.state === 'failed' ? news.reason : order.failure;
  await changeOrder(tx, order, { kind: 'moved', change: { ...change, trackingCode, failure } });
  const after = { ...order, trackingCode };
  if (change.state === 'failed') await tellFailure(tx, after, news.reason);
  if (order.direction !== 'to-applicant') return true;
  if (order.acceptedAt === null && change.state !== 'failed') await tellSent(tx, after);
  if (change.state === 'delivered') {
    await queueJob(tx.db, { task: POST_TASKS.delivered, payload: { number: order.dossierNumber } });
  }
  return true;
}

/** The post may say later what it charges and how it calls the parcel. */
async function noteRest(
  tx: TransactionContext,
  order: PostalOrder,
  { trackingCode, cost }: Pick<PostalOrder, 'trackingCode' | 'cost'>,
): Promise<boolean> {
  if (trackingCode === order.trackingCode && cost === order.cost) return false;
  await changeOrder(tx, order, { kind: 'moved', change: { trackingCode, cost } });
  return true;
}

async function tellSent(tx: TransactionContext, order: PostalOrder): Promise<void> {
  const facts = { orderNumber: order.trackingCode ?? order.number };
  await notify(tx, { template: 'post-sent', dossier: dossierOf(order), to: 'applicant', facts });
}

async function tellFailure(tx: TransactionContext, order: PostalOrder, reason: string): Promise<void> {
  const facts = {
    orderNumber: order.trackingCode ?? order.number,
    reason: reason || 'bưu chính không nói rõ',
  };
  const about = { template: 'post-failed' as const, dossier: dossierOf(order), facts };
  await notify(tx, { ...about, to: 'applicant' });
  await notify(tx, { ...about, to: { unitId: order.unitId, role: 'one-stop' } });
}

function dossierOf({ dossierId, dossierNumber }: PostalOrder) {
  return { id: dossierId, number: dossierNumber };
}
