import { type FieldMessages, refuse } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { CollectInput, CollectMethod, VoidInput } from './collecting/schema.ts';
import type { ChargeLine, Collection, Payment, PaymentStateCode, Refund } from './schema.ts';

/** The sum of what is to be paid, in đồng. */
export function totalOf(lines: readonly ChargeLine[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}

/** What is asked begins open, or is settled at once when all of it is exempt. */
export function stateOfNew(lines: readonly ChargeLine[]): PaymentStateCode {
  return totalOf(lines) === 0 ? 'nothing' : 'open';
}

/**
 * Taxes go to the Treasury, fees and charges into the counter's own books: never both on one receipt. What is asked
 * together is parted; an empty part is left out.
 */
export function partedByTreasury(lines: readonly ChargeLine[]): readonly (readonly ChargeLine[])[] {
  const isTax = ({ kind }: ChargeLine): boolean => kind === 'tax';
  const parts = [lines.filter((line) => !isTax(line)), lines.filter(isTax)];
  return parts.filter((part) => part.length > 0);
}

/** Whether a payment goes to the Treasury, so that the counter records a paper of the bank and gives no receipt. */
export function isForTreasury(lines: readonly ChargeLine[]): boolean {
  return lines.length > 0 && lines.every(({ kind }) => kind === 'tax');
}

/** Ways in which the counter may record this payment. */
export function methodsFor(lines: readonly ChargeLine[]): readonly CollectMethod[] {
  return isForTreasury(lines) ? ['treasury'] : ['cash', 'transfer'];
}

/** Stops whoever acts on an older version of a payment, or on one that is not open. */
export function requireOpen(payment: Payment, sequence: number): void {
  if (payment.sequence !== sequence) {
    refuse('conflict', 'Người khác vừa xử lý khoản thu này. Hãy tải lại trang để xem thay đổi rồi làm tiếp.');
  }
  if (payment.state === 'open') return;
  const sentences = {
    paid: 'Khoản này đã nộp rồi. Muốn sửa thì hủy biên lai trong ngày hoặc lập đề nghị hoàn trả.',
    nothing: 'Khoản này được miễn toàn bộ nên không phải nộp.',
    cancelled: 'Khoản này đã hủy.',
  } as const;
  refuse('conflict', sentences[payment.state]);
}

/** How money came in: cash is of today; a transfer, or a payment at the Treasury, names its paper and day. */
export function decideCollection(
  input: Pick<CollectInput, 'method' | 'reference' | 'paidOn'>,
  lines: readonly ChargeLine[],
  today: LocalDate,
): { readonly reference: string; readonly paidOn: LocalDate } {
  const { method, reference, paidOn } = input;
  if (!methodsFor(lines).includes(method)) {
    stop({
      method: isForTreasury(lines)
        ? 'Thuế, nghĩa vụ tài chính nộp vào Kho bạc; quầy chỉ ghi nhận giấy nộp tiền.'
        : 'Phí, lệ phí thu tại quầy hoặc chuyển khoản, phải có biên lai.',
    });
  }
  if (method === 'cash') return { reference: '', paidOn: today };
  stop({
    ...(reference === '' ? { reference: 'Hãy ghi số giao dịch hoặc số giấy nộp tiền.' } : {}),
    ...(paidOn === null || paidOn > today ? { paidOn: 'Hãy ghi ngày nộp, không sau hôm nay.' } : {}),
  });
  return { reference, paidOn: paidOn ?? today };
}

type Voiding = {
  readonly collection: Collection;
  readonly refunds: readonly Refund[];
  readonly input: Pick<VoidInput, 'reason' | 'note'>;
  /** Local day of the collection, and today. */
  readonly collectedOn: LocalDate;
  readonly today: LocalDate;
};

/**
 * A receipt is voided on its day, with a reason; it keeps its number. Later its day is reconciled, and money goes back by
 * a refund.
 */
export function decideVoid({ collection, refunds, input, collectedOn, today }: Voiding): void {
  if (collection.voidedAt !== null) refuse('conflict', 'Biên lai này đã hủy.');
  if (refunds.some(({ collectionId, state }) => collectionId === collection.id && state !== 'declined')) {
    refuse('conflict', 'Biên lai này đã có đề nghị hoàn trả nên không hủy được.');
  }
  if (collectedOn !== today) {
    refuse(
      'conflict',
      'Biên lai của ngày trước không hủy được vì ngày đó đã đối chiếu. Hãy lập đề nghị hoàn trả.',
    );
  }
  if (input.reason === 'other') requireNote(input.note);
}

/** What may still be given back of a collection. */
export function refundableOf(collection: Collection, refunds: readonly Refund[]): number {
  if (collection.voidedAt !== null || collection.bookId === null) return 0;
  const taken = refunds.filter(
    ({ collectionId, state }) => collectionId === collection.id && state !== 'declined',
  );
  return collection.amount - taken.reduce((sum, { amount }) => sum + amount, 0);
}

export function requireNote(note: string): void {
  if (note.length < 5) stop({ note: 'Chọn “Lý do khác” thì hãy ghi rõ lý do.' });
}

/** Refuses with every problem at its field; goes on when there is none. */
export function stop(problems: FieldMessages): void {
  const [first] = Object.values(problems);
  if (first !== undefined) refuse('invalid', first, problems);
}
