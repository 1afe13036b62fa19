import { formatMoney } from '#kernel/vietnamese/format.ts';
import type { PaymentDeed } from './deeds.ts';
import type { ChargeLine, Collection, LineKind } from './schema.ts';

/** `0000042`: numbers of a book are all as long. */
export function receiptNumber({
  number,
  digits,
}: {
  readonly number: number;
  readonly digits: number;
}): string {
  return String(number).padStart(digits, '0');
}

/** `AA-20P số 0000042`, or null for what went straight to the Treasury. */
export function receiptWords({
  symbol,
  number,
  digits,
}: Pick<Collection, 'symbol' | 'number' | 'digits'>): string | null {
  if (symbol === null || number === null || digits === null) return null;
  return `${symbol} số ${receiptNumber({ number, digits })}`;
}

/** How the amount of a line came about and why it is less: `2 trang × 2.000đ. Miễn, giảm: hộ nghèo`. */
export function lineWords({ explanation, exemption, fullAmount, amount }: ChargeLine): string {
  const less = amount < fullAmount ? `Mức thu ${formatMoney(fullAmount)}` : '';
  const reason = exemption === '' ? '' : amount < fullAmount ? `miễn, giảm: ${exemption}` : exemption;
  return [explanation, [less, reason].filter(Boolean).join(', ')].filter(Boolean).join('. ');
}

/** Whether something is a fee or a charge, from its name as the law writes it. */
export function kindOfName(name: string): LineKind {
  if (/^lệ phí/iu.test(name)) return 'charge';
  return /^(?:thuế|tiền sử dụng đất|tiền thuê đất)/iu.test(name) ? 'tax' : 'fee';
}

/**
 * What a transfer of a payment is marked with: `MC42`. Banks strip marks and case and cut after 25 characters, so it is short
 * and of letters and digits alone.
 */
export function transferCode(paymentId: number): string {
  return `MC${paymentId}`;
}

/** The payment of a transfer's mark, wherever in its text it stands; null when there is none. */
export function paymentOfTransfer(text: string): number | null {
  const match = /\bMC(\d{1,12})\b/i.exec(text);
  return match ? Number(match[1]) : null;
}

/** Each kind of deed about a payment in a few words. */
export const PAYMENT_DEED_LABELS: Readonly<Record<string, string>> = {
  asked: 'Lập khoản phải nộp',
  corrected: 'Sửa khoản phải nộp',
  cancelled: 'Hủy khoản phải nộp',
  collected: 'Thu tiền',
  voided: 'Hủy biên lai',
  'refund-proposed': 'Đề nghị hoàn trả',
  'refund-approved': 'Duyệt hoàn trả',
  'refund-declined': 'Không duyệt hoàn trả',
  'refund-paid': 'Chi hoàn trả',
  'gateway-started': 'Bắt đầu nộp trực tuyến',
  'gateway-finished': 'Hệ thống thanh toán báo kết quả',
} satisfies Readonly<Record<PaymentDeed['kind'], string>>;
