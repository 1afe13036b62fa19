/**
 * The receipt that proves itself without a network: the text of the QR code on paper, signed by the key of the unit.
 * It uses only capitals, digits and signs that a QR code packs tightly (5.5 bits a letter), and runs in a browser too.
 */
import { fromBase32, toBase32 } from './base32.ts';
import { toUtf8 } from './bytes.ts';
import type { Sha256 } from './hash.ts';
import type { Disbelief, Verify } from './open-note.ts';
import { escaped, instantText, instantOf, unescaped } from './receipt-text.ts';
import type { Sign } from './signer.ts';

export type Receipt = {
  /** Which log it can be compared with: `originId`. */
  readonly originId: string;
  /** Number of the dossier. */
  readonly number: string;
  /** Agency identifier of the unit that received it. */
  readonly unit: string;
  /** Code of the procedure. */
  readonly procedure: string;
  /** Version of the procedure under which it was received. */
  readonly procedureVersion: number;
  readonly receivedAt: Date;
  readonly dueAt: Date;
};

/** Characters; a denser code does not read well from creased paper. */
export const LONGEST_RECEIPT = 300;

/** First field: what it is and the version of its form. */
const MARK = 'MC1';

/** What the signature stands for, so that no other signature of the key can pass for one of a receipt. */
const PURPOSE = 'motcua/bien-nhan/v1';

/** Eight letters for the name of a log, for people to compare by eye as well. */
export function originId(sha256: Sha256, origin: string): string {
  return toBase32(sha256(toUtf8(origin)).subarray(0, 5));
}

/** The text of the QR code. Content that is too long for one, or that cannot be read back, is a RangeError. */
export async function signReceipt(receipt: Receipt, sign: Sign): Promise<string> {
  const body = bodyOf(receipt);
  const text = `${body}*${toBase32(await sign(messageOf(body)))}`;
  if (text.length > LONGEST_RECEIPT || parseReceipt(text) === null)
    throw new RangeError(`Not a receipt, or over ${LONGEST_RECEIPT} characters: ${text}`);
  return text;
}

export type UnverifiedReceipt = {
  readonly receipt: Receipt;
  /** What was signed. */
  readonly message: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
};

/** What a scanned text says, not yet verified, or null for anything that `signReceipt` would not write. */
export function parseReceipt(text: string): UnverifiedReceipt | null {
  if (text.length > LONGEST_RECEIPT) return null;
  const cut = text.lastIndexOf('*');
  const [body, signature] = [text.slice(0, cut), fromBase32(text.slice(cut + 1))];
  const receipt = receiptOf(body);
  if (cut < 0 || signature?.length !== 64 || receipt === null) return null;
  return { receipt, message: messageOf(body), signature };
}

export type ReceiptProblem = 'malformed' | 'unknown-unit' | 'forged';

export type ReceiptTrust = {
  /** Public keys (32 bytes) that the unit has, or had at the time. None: the unit is not known. */
  readonly keysOf: (receipt: Receipt) => readonly Uint8Array[];
  readonly verify: Verify;
};

const MESSAGES = {
  malformed: 'Mã này không phải mã của biên nhận, hoặc đã quét thiếu; hãy quét lại toàn bộ mã.',
  'unknown-unit':
    'Chưa có khóa công khai của đơn vị ghi trên biên nhận; hãy tải bản mới của trang kiểm tra rồi thử lại.',
  forged: 'Chữ ký không khớp: nội dung biên nhận đã bị sửa hoặc không do đơn vị này cấp.',
} as const satisfies Readonly<Record<ReceiptProblem, string>>;

/** The receipt when one of the unit's keys has signed exactly this text; otherwise what is wrong with it. */
export async function verifyReceipt(
  text: string,
  { keysOf, verify }: ReceiptTrust,
): Promise<{ readonly ok: true; readonly receipt: Receipt } | Disbelief<ReceiptProblem>> {
  const parsed = parseReceipt(text);
  if (parsed === null) return disbelief('malformed');
  const keys = keysOf(parsed.receipt);
  if (keys.length === 0) return disbelief('unknown-unit');
  const { receipt, message, signature } = parsed;
  for (const key of keys) {
    if (await verify({ publicKey: Uint8Array.from(key), message, signature })) return { ok: true, receipt };
  }
  return disbelief('forged');
}

function bodyOf(receipt: Receipt): string {
  const { number, unit, procedure, procedureVersion } = receipt;
  const times = [receipt.receivedAt, receipt.dueAt].map(instantText);
  const fields = [receipt.originId, number, unit, procedure, String(procedureVersion)].map(escaped);
  return [MARK, ...fields, ...times].join('*');
}

function receiptOf(body: string): Receipt | null {
  const [mark, originId, number, unit, procedure, version, received, due, ...more] = body
    .split('*')
    .map(unescaped);
  const [receivedAt, dueAt] = [instantOf(received), instantOf(due)];
  if (mark !== MARK || more.length > 0 || !/^[A-Z2-7]{8}$/.test(originId ?? '')) return null;
  if (!number || !unit || !procedure || !/^[1-9]\d{0,8}$/.test(version ?? '')) return null;
  if (receivedAt === null || dueAt === null) return null;
  const procedureVersion = Number(version);
  return { originId: originId ?? '', number, unit, procedure, procedureVersion, receivedAt, dueAt };
}

function messageOf(body: string): Uint8Array<ArrayBuffer> {
  return toUtf8(`${PURPOSE}\n${body}\n`);
}

function disbelief(problem: ReceiptProblem): Disbelief<ReceiptProblem> {
  return { ok: false, problem, message: MESSAGES[problem] };
}
