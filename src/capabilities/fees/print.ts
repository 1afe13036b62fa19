/** Receipts for fees and slips of refunds as PDF/A; the same data always give the same bytes, so that they print again. */
import { localDateOf } from '#kernel/local-date.ts';
import {
  formatDate,
  formatDateTime,
  formatMoney,
  formatPlaceDate,
  moneyInWords,
} from '#kernel/vietnamese/format.ts';
import { renderPdf } from '#platform/print/typst.ts';
import {
  type ChargeLine,
  type Collection,
  METHOD_LABELS,
  type PaidDossier,
  type Refund,
  REFUND_REASON_LABELS,
  VOID_REASON_LABELS,
} from './schema.ts';
import { lineWords, receiptNumber, receiptWords } from './words.ts';

/** The authority that collects, as it stands on its papers. */
export type FeeLetterhead = {
  readonly agency: string;
  readonly parentAgency: string | null;
  readonly place: string;
  readonly address: string;
};

type Paper = {
  readonly letterhead: FeeLetterhead;
  readonly dossier: PaidDossier & { readonly address: string };
  readonly collection: Collection;
};

/** A receipt with its lines; `copies: 2` adds the copy that the office keeps. */
export async function printFeeReceipt(
  paper: Paper & { readonly lines: readonly ChargeLine[]; readonly copies: 1 | 2 },
): Promise<Uint8Array> {
  const { letterhead, dossier, collection, lines, copies } = paper;
  const { number, digits, symbol, form, amount, method, reference, paidOn, collectedAt } = collection;
  if (number === null || digits === null) throw new Error('What went to the Treasury has no receipt of ours');
  const given = 'Liên giao cho người nộp tiền';
  const words = receiptWords(collection) ?? '';
  const data = {
    documentTitle: `Biên lai thu phí, lệ phí – ${words}`,
    head: headOf(letterhead, null, collectedAt),
    ...OFFICE,
    foot: { left: 'Lập từ hệ thống Một Cửa', right: `${words} · ${dossier.number}` },
    form: form ?? '',
    symbol: symbol ?? '',
    number: receiptNumber({ number, digits }),
    address: letterhead.address,
    payer: collection.payer,
    payerAddress: addressOf(paper),
    dossierNumber: dossier.number,
    procedureName: dossier.title,
    lines: lines
      .filter((line) => line.amount > 0)
      .map((line, index) => ({
        order: String(index + 1),
        name: line.name,
        words: lineWords(line),
        amount: formatMoney(line.amount),
      })),
    total: formatMoney(amount),
    totalInWords: moneyInWords(amount),
    method:
      method === 'cash'
        ? METHOD_LABELS.cash
        : `${METHOD_LABELS[method]}, số ${reference} ngày ${formatDate(paidOn)}`,
    placeDate: `${letterhead.place}, ${formatPlaceDate(collectedAt)}`,
    collector: collection.collectorName ?? 'Hệ thống thanh toán trực tuyến',
    voided: voidedWords(collection),
    copies: copies === 2 ? ['Liên lưu', given] : [given],
  };
  return renderPdf({ template: 'fees/receipt', data, createdAt: collection.voidedAt ?? collectedAt });
}

/** Known of the applicant alone; somebody else's is filled in by hand. */
function addressOf({ dossier, collection }: Paper): string | null {
  return collection.payer === dossier.applicantName ? dossier.address || null : null;
}

function voidedWords({ voidedAt, voidReason, voidedByName }: Collection): string | null {
  if (voidedAt === null || voidReason === null) return null;
  return `Hủy ${formatDateTime(voidedAt)}, ${voidedByName ?? ''}: ${VOID_REASON_LABELS[voidReason].toLowerCase()}.`;
}

/** The slip by which an approved refund is paid out. */
export async function printRefundSlip({
  letterhead,
  dossier,
  collection,
  refund,
}: Paper & { readonly refund: Refund }): Promise<Uint8Array> {
  const { amount, reason, note, number, decidedAt, paidAt, method } = refund;
  if (number === null || decidedAt === null) throw new Error('A refund has a slip once it is approved');
  const title = 'Phiếu chi hoàn trả phí, lệ phí';
  const data = {
    title,
    documentTitle: `${title} – ${number}`,
    head: headOf(letterhead, `Số: ${number}`, decidedAt),
    ...OFFICE,
    foot: { left: 'Lập từ hệ thống Một Cửa', right: `${number} · ${dossier.number}` },
    recipient: refund.recipient || collection.payer,
    payerAddress: addressOf({ letterhead, dossier, collection }),
    dossierNumber: dossier.number,
    procedureName: dossier.title,
    receipt: `${receiptWords(collection) ?? ''} ngày ${formatDate(localDateOf(collection.collectedAt))}`,
    collected: formatMoney(collection.amount),
    amount: formatMoney(amount),
    amountInWords: moneyInWords(amount),
    reason: note === '' ? REFUND_REASON_LABELS[reason] : `${REFUND_REASON_LABELS[reason]}: ${note}`,
    proposer: refund.proposerName,
    approver: refund.deciderName ?? '',
    payout:
      paidAt === null || method === null
        ? 'chưa chi'
        : `${METHOD_LABELS[method]}${refund.reference === '' ? '' : `, số ${refund.reference}`}, ${formatDateTime(paidAt)}`,
  };
  return renderPdf({ template: 'fees/refund', data, createdAt: paidAt ?? decidedAt });
}

/** The shared layout reads where the counter is; these papers do not say it. */
const OFFICE = { office: { name: '', counter: '', address: '', phone: null, hours: null } } as const;

function headOf({ agency, parentAgency, place }: FeeLetterhead, number: string | null, at: Date) {
  return {
    author: agency,
    upper: parentAgency,
    lower: agency,
    number,
    placeDate: `${place}, ${formatPlaceDate(at)}`,
  };
}
