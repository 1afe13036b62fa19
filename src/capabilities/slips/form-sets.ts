/** Which forms a circular prescribes: data with a period, so that a new circular is a new set and not a new program. */
import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import { addDays, type LocalDate } from '#kernel/local-date.ts';

export type SlipKind =
  | 'receipt'
  | 'guide-slip'
  | 'refusal-slip'
  | 'apology'
  | 'extension'
  | 'stop-notice'
  | 'control-slip'
  | 'tracking-book';

/** What each form is for, whatever a circular calls it. */
export const SLIP_KIND_LABELS = {
  receipt: 'Tiếp nhận và hẹn trả kết quả',
  'guide-slip': 'Yêu cầu bổ sung, hoàn thiện hồ sơ',
  'refusal-slip': 'Từ chối tiếp nhận, giải quyết hồ sơ',
  apology: 'Xin lỗi và hẹn lại khi chậm trả kết quả',
  extension: 'Gia hạn thời gian giải quyết',
  'stop-notice': 'Dừng giải quyết hồ sơ',
  'control-slip': 'Kiểm soát quá trình giải quyết',
  'tracking-book': 'Sổ theo dõi hồ sơ',
} as const satisfies Labels<SlipKind>;

export const SLIP_KINDS = codesOf(SLIP_KIND_LABELS);

const layout = z
  .object({
    /** Number of the form in its circular, as printed in the foot ("Mẫu số 01"); empty when the circular has no such form. */
    formNumber: z.string().trim().max(30, 'Số mẫu dài nhất 30 ký tự.'),
    title: z.string().trim().min(3, 'Hãy ghi tên phiếu.').max(200, 'Tên phiếu dài nhất 200 ký tự.'),
    /** Symbol after the number ("Số: …/TNHS"); empty when the form carries none. */
    symbol: z
      .string()
      .trim()
      .regex(/^[\p{Lu}\d-]{0,20}$/u, 'Ký hiệu chỉ gồm chữ in hoa, chữ số, dấu gạch nối; dài nhất 20 ký tự.'),
    /** Print template, `<folder>/<name>` under `templates/`. */
    template: z.string(),
  })
  .readonly();
export type SlipLayout = z.infer<typeof layout>;

export const layouts = z.record(z.enum(SLIP_KINDS), layout).readonly();

export type FormSet = {
  readonly code: string;
  readonly legalBasis: string;
  /** It holds until the day before the next set begins, so that no day is without forms. */
  readonly validFrom: LocalDate;
  readonly layouts: Readonly<Record<SlipKind, SlipLayout>>;
};

/** The set in force on a day; a day before the first set (a dossier brought over from older books) gets the first. */
export function formSetIn<Set extends FormSet>(sets: readonly Set[], date: LocalDate): Set {
  const oldestFirst = inOrder(sets);
  const set = oldestFirst.findLast(({ validFrom }) => validFrom <= date) ?? oldestFirst[0];
  if (!set) throw new Error('No set of forms');
  return set;
}

/** The last day of a set, or null while no other follows it. */
export function lastDayOf({ validFrom }: FormSet, sets: readonly FormSet[]): LocalDate | null {
  const next = inOrder(sets).find((set) => set.validFrom > validFrom);
  return next ? addDays(next.validFrom, -1) : null;
}

function inOrder<Set extends FormSet>(sets: readonly Set[]): readonly Set[] {
  return sets.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
}
