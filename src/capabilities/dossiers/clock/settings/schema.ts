import { z } from 'zod';
import { type Labels } from '#kernel/labels.ts';
import type { LocalDate } from '#kernel/local-date.ts';

/** What a warning goes by: share of the time used, working days or hours before the due instant, hours after it. */
export type WarningMeasure = 'percent' | 'days' | 'hours' | 'late';
export type WarnedPerson = 'officer' | 'head' | 'chairman';

export const MEASURE_LABELS = {
  percent: 'Đã dùng số phần trăm thời hạn',
  days: 'Trước hạn số ngày làm việc',
  hours: 'Trước hạn số giờ làm việc',
  late: 'Quá hạn số giờ làm việc',
} as const satisfies Labels<WarningMeasure>;

export const WARNED_LABELS = {
  officer: 'Người thụ lý',
  head: 'Lãnh đạo đơn vị',
  chairman: 'Lãnh đạo Ủy ban nhân dân',
} as const satisfies Labels<WarnedPerson>;

const count = (most: number) =>
  z.coerce
    .number({ error: 'Hãy ghi một số nguyên.' })
    .int('Hãy ghi một số nguyên.')
    .min(0, 'Số không được âm.')
    .max(most, `Số lớn nhất là ${most}.`);

const warning = z.object({
  measure: z.enum(['percent', 'days', 'hours', 'late']),
  value: count(100),
  to: z.enum(['officer', 'head', 'chairman']),
});
export type WarningRule = z.infer<typeof warning>;

/** What a rule of law says about the clock; each set holds from its day on. */
export const clockRules = z.object({
  /** Calendar days that the applicant has for a supplement. */
  supplementDays: count(365).refine((days) => days > 0, 'Hãy ghi ít nhất 1 ngày.'),
  /** Requests that need no leader's approval. */
  freeSupplements: count(5),
  /** Working days before the last one at which the applicant is reminded. */
  reminders: z.array(count(60)).max(5),
  extensions: count(5),
  reappointments: count(5),
  /** Working days before the due day by which an apology must be out. */
  apologyLead: count(10),
  /** The article that says how often. */
  onceBasis: z.string().trim().min(5, 'Hãy ghi điều luật.').max(200, 'Căn cứ dài nhất 200 ký tự.'),
  warnings: z.array(warning).max(10),
});
export type ClockRules = z.infer<typeof clockRules>;

export type ClockRuleSet = {
  readonly id: number;
  readonly legalBasis: string;
  readonly validFrom: LocalDate;
  readonly rules: ClockRules;
  readonly sequence: number;
};

const said = {
  legalBasis: z.string().trim().min(5, 'Hãy ghi số, ký hiệu văn bản.').max(200, 'Căn cứ dài nhất 200 ký tự.'),
  validFrom: z.iso.date({ error: 'Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 1/7/2025.' }),
  rules: clockRules,
};

export const newClockRules = z.object(said);
export type NewClockRules = z.infer<typeof newClockRules>;

export const changedClockRules = z.object({
  id: z.number().int().positive(),
  sequence: z.coerce.number().int().nonnegative(),
  ...said,
});
export type ChangedClockRules = z.infer<typeof changedClockRules>;

export const clockRulePaths = {
  list: '/clock-rules',
  new: '/clock-rules/new',
  edit: (id: number | string): string => `/clock-rules/${id}/edit`,
} as const;
