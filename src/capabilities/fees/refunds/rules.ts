import { refuse } from '#kernel/refusal.ts';
import { formatMoney } from '#kernel/vietnamese/format.ts';
import { refundableOf, requireNote, stop } from '../rules.ts';
import type { Collection, Refund } from '../schema.ts';
import type { PayoutInput, RefundDecisionInput, RefundInput } from './schema.ts';

/** Not more than was paid, once at a time, and never of what went to the Treasury: that gives its money back itself. */
export function decideProposal(
  collection: Collection,
  refunds: readonly Refund[],
  { amount, reason, note }: Pick<RefundInput, 'amount' | 'reason' | 'note'>,
): void {
  if (collection.voidedAt !== null) refuse('conflict', 'Biên lai này đã hủy nên không có gì để hoàn trả.');
  if (collection.bookId === null) {
    refuse('conflict', 'Khoản này nộp tại Kho bạc. Việc hoàn trả do cơ quan thuế quyết định.');
  }
  const open = refunds.find(
    ({ collectionId, state }) =>
      collectionId === collection.id && (state === 'proposed' || state === 'approved'),
  );
  if (open)
    refuse('conflict', 'Biên lai này đang có đề nghị hoàn trả chưa xong. Hãy xử lý đề nghị đó trước.');
  const most = refundableOf(collection, refunds);
  if (amount > most) stop({ amount: `Chỉ còn hoàn trả được ${formatMoney(most)} theo biên lai này.` });
  if (reason === 'other') requireNote(note);
}

/** Another person than proposed it decides, and says why not. */
export function decideRefund(
  refund: Refund,
  { outcome, note }: RefundDecisionInput,
  officerId: number,
): void {
  if (refund.state !== 'proposed') refuse('conflict', 'Đề nghị này không còn chờ duyệt. Hãy tải lại trang.');
  if (refund.proposedBy === officerId) {
    refuse('forbidden', 'Người đề nghị không được tự duyệt. Hãy trình người khác có thẩm quyền.');
  }
  if (outcome === 'declined' && note.length < 5) stop({ note: 'Hãy ghi lý do không duyệt.' });
}

/** What was approved is paid out once; a transfer names its paper. */
export function decidePayout(refund: Refund, { method, reference }: PayoutInput): void {
  if (refund.state === 'paid') refuse('conflict', 'Khoản hoàn trả này đã chi.');
  if (refund.state !== 'approved') refuse('conflict', 'Đề nghị này chưa được duyệt nên chưa chi được.');
  if (method === 'transfer' && reference === '') stop({ reference: 'Hãy ghi số giao dịch chuyển khoản.' });
}
