/** What is asked and paid for dossiers: states, methods, lines, addresses. */
import type { LocalDate } from '#kernel/local-date.ts';
import type { Labels } from '#kernel/labels.ts';

/** What a line is by law: fees and charges (Law 97/2015/QH13), or what the tax office has worked out. */
export type LineKind = 'fee' | 'charge' | 'tax' | 'other';

export const LINE_KIND_LABELS = {
  fee: 'Phí',
  charge: 'Lệ phí',
  tax: 'Thuế, nghĩa vụ tài chính',
  other: 'Khoản khác',
} as const satisfies Labels<LineKind>;

/** A line as it is asked. `fullAmount` is before exemption, `amount` what is to be paid; whole đồng. */
export type ChargeLine = {
  readonly name: string;
  readonly kind: LineKind;
  /** `2 trang × 2.000đ`; empty when there is nothing to reckon. */
  readonly explanation: string;
  readonly fullAmount: number;
  readonly amount: number;
  readonly exemptionId: number | null;
  readonly exemption: string;
};

export type Origin = 'reception' | 'process' | 'counter';

export const ORIGIN_LABELS = {
  reception: 'Khi tiếp nhận',
  process: 'Theo bước giải quyết',
  counter: 'Lập tại quầy',
} as const satisfies Labels<Origin>;

export type PaymentStateCode = 'open' | 'paid' | 'nothing' | 'cancelled';

export const PAYMENT_STATE_LABELS = {
  open: 'Chưa nộp',
  paid: 'Đã nộp',
  nothing: 'Được miễn',
  cancelled: 'Đã hủy',
} as const satisfies Labels<PaymentStateCode>;

export type Method = 'cash' | 'transfer' | 'gateway' | 'treasury';

export const METHOD_LABELS = {
  cash: 'Tiền mặt',
  transfer: 'Chuyển khoản',
  gateway: 'Trực tuyến',
  treasury: 'Nộp tại Kho bạc, ngân hàng',
} as const satisfies Labels<Method>;

export type VoidReason = 'payer' | 'amount' | 'method' | 'misprint' | 'not-paid' | 'other';

export const VOID_REASON_LABELS = {
  payer: 'Ghi sai người nộp',
  amount: 'Ghi sai số tiền',
  method: 'Ghi sai cách nộp',
  misprint: 'In hỏng, rách',
  'not-paid': 'Người nộp chưa nộp tiền',
  other: 'Lý do khác',
} as const satisfies Labels<VoidReason>;

export type RefundReason = 'overcharged' | 'exempt' | 'withdrawn' | 'refused' | 'twice' | 'other';

export const REFUND_REASON_LABELS = {
  overcharged: 'Thu cao hơn mức quy định',
  exempt: 'Thuộc diện miễn, giảm',
  withdrawn: 'Hồ sơ được rút trước khi giải quyết',
  refused: 'Hồ sơ không được giải quyết mà pháp luật cho hoàn trả',
  twice: 'Nộp hai lần cho một khoản',
  other: 'Lý do khác',
} as const satisfies Labels<RefundReason>;

export type RefundState = 'proposed' | 'approved' | 'declined' | 'paid';

export const REFUND_STATE_LABELS = {
  proposed: 'Chờ duyệt',
  approved: 'Đã duyệt, chưa chi',
  declined: 'Không duyệt',
  paid: 'Đã chi trả',
} as const satisfies Labels<RefundState>;

export type Payment = {
  readonly id: number;
  readonly dossierId: number;
  readonly unitId: number;
  readonly origin: Origin;
  readonly node: string | null;
  readonly token: number | null;
  readonly state: PaymentStateCode;
  readonly total: number;
  readonly note: string;
  readonly askedAt: Date;
  readonly askedByName: string | null;
  readonly settledAt: Date | null;
  readonly sequence: number;
};

/** A collection with its receipt; `number` and `symbol` are null for what went straight to the Treasury. */
export type Collection = {
  readonly id: number;
  readonly paymentId: number;
  readonly unitId: number;
  readonly method: Method;
  readonly amount: number;
  readonly bookId: number | null;
  readonly form: string | null;
  readonly symbol: string | null;
  readonly digits: number | null;
  readonly number: number | null;
  readonly payer: string;
  readonly reference: string;
  readonly paidOn: LocalDate;
  readonly collectedBy: number | null;
  readonly collectorName: string | null;
  readonly collectedAt: Date;
  readonly voidedAt: Date | null;
  readonly voidedByName: string | null;
  readonly voidReason: VoidReason | null;
  readonly voidNote: string;
};

export type Refund = {
  readonly id: number;
  readonly paymentId: number;
  readonly collectionId: number;
  readonly unitId: number;
  readonly amount: number;
  readonly reason: RefundReason;
  readonly note: string;
  readonly state: RefundState;
  readonly proposedBy: number;
  readonly proposerName: string;
  readonly proposedAt: Date;
  readonly deciderName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string;
  readonly number: string | null;
  readonly method: 'cash' | 'transfer' | null;
  readonly reference: string;
  readonly recipient: string;
  readonly payerName: string | null;
  readonly paidAt: Date | null;
};

/** A payment with everything that was done about it. */
export type WholePayment = {
  readonly payment: Payment;
  readonly lines: readonly ChargeLine[];
  /** The live one first, then those that were voided. */
  readonly collections: readonly Collection[];
  readonly refunds: readonly Refund[];
};

/** The dossier of a payment in a few words. */
export type PaidDossier = { readonly number: string; readonly title: string; readonly applicantName: string };

/** Addresses of fees. */
export const feePaths = {
  list: '/fees',
  payment: (id: number | string): string => `/fees/payments/${id}`,
  collect: (id: number | string): string => `/fees/payments/${id}/collection`,
  correct: (id: number | string): string => `/fees/payments/${id}/correction`,
  cancel: (id: number | string): string => `/fees/payments/${id}/cancellation`,
  newPayment: (number: string): string => `/dossiers/${encodeURIComponent(number)}/payments/new`,
  receipts: '/fees/receipts',
  receiptPdf: (id: number | string): string => `/fees/receipts/${id}/receipt.pdf`,
  voidReceipt: (id: number | string): string => `/fees/receipts/${id}/void`,
  newRefund: (id: number | string): string => `/fees/receipts/${id}/refund`,
  refunds: '/fees/refunds',
  decideRefund: (id: number | string): string => `/fees/refunds/${id}/decision`,
  payRefund: (id: number | string): string => `/fees/refunds/${id}/payout`,
  refundPdf: (id: number | string): string => `/fees/refunds/${id}/slip.pdf`,
  refund: (id: number | string): string => `/fees/refunds/${id}`,
  till: '/fees/till',
  tills: '/fees/tills',
  decideTill: (id: number | string): string => `/fees/tills/${id}`,
  totals: '/fees/totals',
  books: '/fees/books',
  newBook: '/fees/books/new',
  closeBook: (id: number | string): string => `/fees/books/${id}/closing`,
  accounts: '/fees/accounts',
  newAccount: '/fees/accounts/new',
  closeAccount: (id: number | string): string => `/fees/accounts/${id}/closing`,
  exemptions: '/fees/exemptions',
  newExemption: '/fees/exemptions/new',
  editExemption: (id: number | string): string => `/fees/exemptions/${id}/edit`,
  payOnline: (number: string): string => `/tra-cuu/${encodeURIComponent(number)}/nop-truc-tuyen`,
} as const;

/** An identifier in an address. */
export const ID = ':id{[0-9]{1,15}}';
