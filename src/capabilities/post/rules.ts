import { refuse } from '#kernel/refusal.ts';
import { type PostalOrder, type PostalState, UNDER_WAY } from './schema.ts';

/** Nothing happens to it any more. */
export function isOver(state: PostalState): boolean {
  return !UNDER_WAY.has(state);
}

/** How far along the way a state is; a parcel never goes back from one to an earlier one. */
const PLACE = {
  created: 0,
  accepted: 1,
  'in-transit': 2,
  failed: 2,
  delivered: 3,
  returned: 3,
  cancelled: 3,
} as const;

/** What changes of an order with news. */
export type Change = {
  readonly state: PostalState;
  readonly stateAt: Date;
  readonly acceptedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly failedAt: Date | null;
  readonly cost: number | null;
};

export type News = {
  readonly state: PostalState;
  readonly at: Date;
  readonly cost: number | null;
};

type Standing = Pick<PostalOrder, 'state' | 'stateAt' | 'acceptedAt' | 'deliveredAt' | 'failedAt' | 'cost'>;

/**
 * What news make of an order; null when it stays as it is: what is over is over, old news tell nothing, and nothing goes
 * back on its way. After a failure a parcel may be under way again.
 */
export function changeBy(order: Standing, news: News): Change | null {
  if (isOver(order.state) || news.state === order.state) return null;
  if (news.at < order.stateAt && order.state !== 'created') return null;
  if (PLACE[news.state] < PLACE[order.state]) return null;
  const first = (before: Date | null, reached: boolean): Date | null => before ?? (reached ? news.at : null);
  return {
    state: news.state,
    stateAt: news.at,
    // Whoever says that it is under way or delivered says that it was accepted.
    acceptedAt: first(order.acceptedAt, news.state !== 'cancelled'),
    deliveredAt: first(order.deliveredAt, news.state === 'delivered'),
    failedAt: news.state === 'failed' ? news.at : order.failedAt,
    cost: news.cost ?? order.cost,
  };
}

/** `000.17.22.H08-200428-0001`, then `…-0001-2`: by it the post tells the orders of a dossier apart. */
export function orderNumber(
  dossierNumber: string,
  direction: PostalOrder['direction'],
  attempt: number,
): string {
  const way = direction === 'from-applicant' ? '-T' : '';
  return `${dossierNumber}${way}${attempt === 1 ? '' : `-${attempt}`}`;
}

/** A parcel can be taken back while the post has not taken it along. */
export function decideCancel({ state }: Pick<PostalOrder, 'state'>): void {
  if (state === 'created') return;
  refuse('conflict', 'Bưu chính đã nhận hoặc bưu gửi đã kết thúc nên không hủy được nữa.');
}

/** After a failure it is agreed that the post comes again, or the parcel comes back to the counter. */
export function decideAfterFailure({ state }: Pick<PostalOrder, 'state'>): void {
  if (state === 'failed') return;
  refuse('conflict', 'Chỉ quyết định cách phát lại khi bưu chính báo không phát được.');
}

type Sendable = { readonly state: string; readonly isOnItsWay: boolean };

/** A result goes out when it lies ready; papers come in while the dossier is being worked on. */
export function refuseTooEarly({ state, isOnItsWay }: Sendable, direction: PostalOrder['direction']): void {
  if (direction === 'to-applicant' && state !== 'done' && state !== 'closed') {
    refuse('conflict', 'Hồ sơ chưa có kết quả ở quầy hoặc đã trả rồi, nên chưa có gì để gửi.');
  }
  if (direction === 'to-applicant' && isOnItsWay) {
    refuse('conflict', 'Kết quả đang trên đường bàn giao. Hãy xác nhận đã nhận bàn giao rồi gửi.');
  }
  if (direction === 'from-applicant' && state !== 'received' && state !== 'processing') {
    refuse('conflict', 'Hồ sơ đã giải quyết xong, không còn cần thu gom giấy tờ.');
  }
}
