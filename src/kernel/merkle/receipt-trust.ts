/** Whom a receipt is believed, and where its text stands in what was scanned. Runs in a browser too. */
import { fromBase64 } from './base64.ts';
import type { Receipt, ReceiptProblem } from './receipt.ts';

/** A public key of an agency as pages and files carry it: base64, and the period as ISO instants. */
export type UnitKey = {
  /** Agency identifier. */
  readonly unit: string;
  readonly name: string;
  /** 32 bytes in base64. */
  readonly publicKey: string;
  readonly from: string;
  /** Null while it is in use. */
  readonly to: string | null;
};

/**
 * The keys that may have signed a receipt. A receipt printed again is signed with the key of that day, so a later key is
 * believed about an earlier reception; a key that is out of use is not believed about a later one.
 */
export function keysFor(keys: readonly UnitKey[], { unit, receivedAt }: Receipt): readonly Uint8Array[] {
  return keys
    .filter((key) => key.unit === unit && (key.to === null || receivedAt.getTime() < Date.parse(key.to)))
    .flatMap(({ publicKey }) => fromBase64(publicKey) ?? []);
}

/** What a person is told first of a receipt that is not believed. */
export const PROBLEM_TITLES = {
  malformed: 'Chưa đọc được mã biên nhận',
  'unknown-unit': 'Chưa kiểm tra được biên nhận này',
  forged: 'Biên nhận này không thật',
} as const satisfies Readonly<Record<ReceiptProblem, string>>;

/** Before the text of the receipt in the address of the QR code; browsers never send what stands after `#`. */
export const RECEIPT_FRAGMENT = '#bn=';

/** The text of the receipt in what a scanner read: the whole address of the QR code, or the text alone. */
export function receiptTextIn(scanned: string): string {
  const text = scanned.trim();
  const at = text.indexOf(RECEIPT_FRAGMENT);
  return at < 0 ? text : text.slice(at + RECEIPT_FRAGMENT.length);
}
