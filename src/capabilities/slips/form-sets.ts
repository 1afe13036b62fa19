/** Which forms are in force when: a set of forms is data, so that a new circular is a new entry and new templates. */
import type { LocalDate } from '#kernel/local-date.ts';

export type SlipKind =
  'receipt' | 'guide-slip' | 'refusal-slip' | 'apology' | 'control-slip' | 'tracking-book';

export interface SlipLayout {
  /** Number of the form in its circular, as printed in the foot: "Mẫu số 01". */
  readonly formNumber: string;
  readonly title: string;
  /** Symbol after the number ("Số: …/TNHS"); null when the form carries none. */
  readonly symbol: string | null;
  /** Print template, `<folder>/<name>` under `templates/`. */
  readonly template: string;
}

export interface FormSet {
  readonly code: string;
  readonly legalBasis: string;
  readonly validFrom: LocalDate;
  /** The last day, or null while in force. */
  readonly validTo: LocalDate | null;
  readonly layouts: Readonly<Record<SlipKind, SlipLayout>>;
}

/**
 * Circular 01/2018/TT-VPCP, annex, forms 01–06. Symbols follow forms seen in use; they are the office's own
 * business under Decree 30/2020/NĐ-CP, annex I.
 */
const UNDER_CIRCULAR_01_2018 = {
  receipt: {
    formNumber: 'Mẫu số 01',
    title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    symbol: 'TNHS',
    template: 'nd61-2018/receipt',
  },
  'guide-slip': {
    formNumber: 'Mẫu số 02',
    title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    symbol: 'HDHS',
    template: 'nd61-2018/guide-slip',
  },
  'refusal-slip': {
    formNumber: 'Mẫu số 03',
    title: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
    symbol: 'TB',
    template: 'nd61-2018/refusal-slip',
  },
  apology: {
    formNumber: 'Mẫu số 04',
    title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
    symbol: 'PXL',
    template: 'nd61-2018/apology',
  },
  'control-slip': {
    formNumber: 'Mẫu số 05',
    title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
    symbol: null,
    template: 'nd61-2018/control-slip',
  },
  'tracking-book': {
    formNumber: 'Mẫu số 06',
    title: 'Sổ theo dõi hồ sơ',
    symbol: null,
    template: 'nd61-2018/tracking-book',
  },
} as const satisfies FormSet['layouts'];

/** Oldest first, without gaps. */
export const formSets = [
  {
    code: 'nd61-2018',
    legalBasis: 'Thông tư số 01/2018/TT-VPCP',
    validFrom: '2018-06-21',
    validTo: '2025-06-30',
    layouts: UNDER_CIRCULAR_01_2018,
  },
  {
    // Annex I has seven forms: an apology became "xin lỗi và đề nghị gia hạn", a notice of stopping was added as 05, and
    // the control slip and the book moved to 06 and 07. Drawn on the older layouts, with its own numbers and legal basis.
    code: 'tt03-2025',
    legalBasis: 'Thông tư số 03/2025/TT-VPCP',
    validFrom: '2025-07-01',
    validTo: null,
    layouts: {
      ...UNDER_CIRCULAR_01_2018,
      apology: {
        ...UNDER_CIRCULAR_01_2018.apology,
        title: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết',
      },
      'control-slip': { ...UNDER_CIRCULAR_01_2018['control-slip'], formNumber: 'Mẫu số 06' },
      'tracking-book': { ...UNDER_CIRCULAR_01_2018['tracking-book'], formNumber: 'Mẫu số 07' },
    },
  },
] as const satisfies readonly FormSet[];

/** The set in force on a day; a day before the first set (a dossier brought over from older books) gets the first. */
export function formSetOn(date: LocalDate): FormSet {
  return formSets.findLast((set) => set.validFrom <= date) ?? formSets[0];
}
