/** Form 01 as its template shows it. */
import { code128Svg, qrSvg } from '#platform/print/codes.ts';
import { formatMoney, moneyInWords } from '#kernel/vietnamese/format.ts';
import type { FormSet } from '#capabilities/slips/form-sets.ts';
import type { ReceiptForm, ReceiptOptions } from '#capabilities/slips/schema.ts';
import { RETURN_METHOD_LABELS, PAPER_KIND_LABELS } from '#capabilities/slips/words.ts';
import { applicantView, frameView } from './frame.ts';
import { appointmentInWords, momentInWords, quantityInFigures, spelledOut } from './wording.ts';

/** All strings of the receipt, Vietnamese and ready. */
function receiptView(form: ReceiptForm, formSet: FormSet, options: ReceiptOptions = {}) {
  const { letterhead, oneStop, representative } = form;
  return {
    ...frameView({
      formSet,
      kind: 'receipt',
      letterhead,
      oneStop,
      issuer: 'counter',
      number: form.number,
      issuedAt: form.receivedAt,
      reference: `Hồ sơ ${form.number}`,
    }),
    size: options.size ?? 'a4',
    group: [],
    copies: options.copies === 2 ? ['Bản giao người nộp hồ sơ', 'Bản lưu hồ sơ'] : [null],
    applicant: applicantView(form.applicant),
    representative: representative === null ? null : representativeLine(representative),
    signerName: representative?.name ?? form.applicant.name,
    officerName: form.officerName,
    procedureName: form.procedureName,
    request: form.request,
    papers: form.papers.map(paperView),
    sets: quantityInFigures(form.sets),
    timeLimit: form.timeLimit,
    receivedAt: momentInWords(form.receivedAt),
    dueAt: form.dueAt === null ? 'theo thông báo của cơ quan giải quyết' : appointmentInWords(form.dueAt),
    delivery: deliveryLine(form.delivery),
    ...feesView(form),
    book: form.book && `Vào Sổ theo dõi hồ sơ, Quyển số: ${form.book.volume}, Số thứ tự: ${form.book.line}.`,
    advice: [ADVICE[form.delivery.method], proofLine(form.lookUp)].filter(Boolean).join(' '),
    lookUp: {
      site: form.lookUp.site,
      checkCode: form.lookUp.checkCode,
      spelled: spelledOut(form.lookUp.checkCode),
    },
  };
}

/** Several receipts as one document: the first with the others behind it. */
export function receiptsView(
  forms: readonly [ReceiptForm, ...ReceiptForm[]],
  formSet: FormSet,
  options: ReceiptOptions,
) {
  const [first, ...others] = forms;
  return {
    ...receiptView(first, formSet, options),
    group: others.map((form) => receiptView(form, formSet, options)),
  };
}

/** The codes of all of them, numbered from the second on as the template looks for them. */
export function receiptsPictures(forms: readonly ReceiptForm[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    forms.flatMap((form, place) =>
      Object.entries(receiptPictures(form)).map(([name, svg]) => [`${name}${place === 0 ? '' : place}`, svg]),
    ),
  );
}

/** The codes of the receipt: the number for a hand scanner, the look-up page for a phone. */
function receiptPictures({ number, lookUp }: ReceiptForm) {
  return { number: code128Svg(number), lookUp: qrSvg(lookUp.url) };
}

/** What the citizen does next, by the way the result is handed over. */
const ADVICE = {
  counter: 'Xin giữ giấy này và mang theo cùng giấy tờ tùy thân khi đến nhận kết quả.',
  postal: 'Xin giữ giấy này cho đến khi nhận được kết quả do nhân viên bưu chính giao tận nơi.',
  online: 'Xin giữ giấy này; kết quả được gửi đến tài khoản hoặc thư điện tử đã đăng ký.',
} as const satisfies Record<ReceiptForm['delivery']['method'], string>;

function proofLine({ proofSite }: ReceiptForm['lookUp']): string | null {
  return proofSite && `Mã QR có chữ ký số của cơ quan, kiểm tra được cả khi không có mạng: ${proofSite}.`;
}

function paperView({ name, kind, quantity, note }: ReceiptForm['papers'][number], index: number) {
  return {
    order: String(index + 1),
    name: note === null ? name : `${name} (${note})`,
    kind: PAPER_KIND_LABELS[kind],
    quantity: quantityInFigures(quantity),
  };
}

function deliveryLine({ method, address }: ReceiptForm['delivery']): string {
  return address === null ? RETURN_METHOD_LABELS[method] : `${RETURN_METHOD_LABELS[method]}: ${address}`;
}

function feesView({ fees, feesPaid }: ReceiptForm) {
  const total = fees.reduce((sum, { amountVnd }) => sum + amountVnd, 0);
  return {
    fees: fees.map(({ name, amountVnd }) => ({ name, amount: formatMoney(amountVnd) })),
    feeTotal: formatMoney(total),
    feeTotalInWords: moneyInWords(total),
    feeState: feesPaid ? 'Đã thu.' : 'Chưa thu.',
  };
}

function representativeLine({
  name,
  identityNumber,
  basis,
}: NonNullable<ReceiptForm['representative']>): string {
  const details = [identityNumber && `số giấy tờ tùy thân ${identityNumber}`, basis && `theo ${basis}`];
  return [name, ...details.filter(Boolean)].join(', ');
}
