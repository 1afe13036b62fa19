import { z } from 'zod';
import type { Labels } from '#kernel/labels.ts';
import { codesOf } from '#kernel/labels.ts';
import { TIMELINESS_LABELS } from '#capabilities/slips/words.ts';

/** What can be read from records; other criteria are for reviewers. */
export const MEASURE_LABELS = {
  'total-time': 'Tính từ ngày hẹn trả và ngày có kết quả',
  'unit-time': 'Tính từ thời gian từng cơ quan giữ hồ sơ',
  supplements: 'Đếm số lần yêu cầu bổ sung',
  agencies: 'Đếm số cơ quan người nộp phải liên hệ thêm',
} as const satisfies Labels<string>;
export type MeasureKind = keyof typeof MEASURE_LABELS;

export const POINTS = [2, 1, 0] as const;
export type Points = (typeof POINTS)[number];

const words = z.string().trim().min(1, 'Hãy ghi mức này là gì.').max(200, 'Mô tả dài nhất 200 ký tự.');

export const criterion = z
  .object({
    /** Stays the same when its words change, so that points keep their place. */
    code: z.string(),
    name: z.string().trim().min(5, 'Hãy ghi tên tiêu chí.').max(300, 'Tên tiêu chí dài nhất 300 ký tự.'),
    /** What 2, 1 and 0 points stand for. */
    levels: z.tuple([words, words, words]).readonly(),
    /** How it is read from records; null: a reviewer says it. */
    measure: z.enum(codesOf(MEASURE_LABELS)).nullable(),
    /** A reviewer may say otherwise than the records, with a reason. */
    adjustable: z.boolean(),
  })
  .readonly();
export type Criterion = z.infer<typeof criterion>;

export const band = z
  .object({
    /** Fewest points of it. */
    from: z.coerce
      .number({ error: 'Điểm phải là số.' })
      .int('Điểm là số nguyên.')
      .min(0, 'Điểm ít nhất là 0.')
      .max(99, 'Điểm nhiều nhất là 99.'),
    name: z.string().trim().min(1, 'Hãy ghi tên mức.').max(60, 'Tên mức dài nhất 60 ký tự.'),
  })
  .readonly();

export const criteria = z.array(criterion).min(1).max(30).readonly();
export const bands = z
  .array(band)
  .min(1, 'Hãy ghi ít nhất một mức.')
  .max(10)
  .refine((given) => given.every(({ from }, index) => index === 0 || from < (given[index - 1]?.from ?? 0)), {
    error: 'Các mức xếp từ điểm cao xuống thấp, không trùng nhau.',
  })
  .readonly();

export type ScoringSet = {
  readonly legalBasis: string;
  /** It holds until the day before the next set begins. */
  readonly validFrom: string;
  readonly criteria: readonly Criterion[];
  readonly bands: z.infer<typeof bands>;
};

/** What the records say of one dossier. Null: they do not say it, or not yet. */
export const measures = z
  .object({
    timeliness: z.enum(codesOf(TIMELINESS_LABELS)).nullable(),
    /** Working minutes of each unit that finished its part: allowed and used. */
    units: z
      .array(z.object({ unitId: z.number(), quotaMinutes: z.number(), usedMinutes: z.number() }).readonly())
      .readonly()
      .nullable(),
    supplements: z.number().int().nonnegative(),
    agencies: z.number().int().nonnegative().nullable(),
  })
  .readonly();
export type Measures = z.infer<typeof measures>;

/** Points by the code of their criterion. */
export const pointsByCode = z
  .record(z.string(), z.union([z.literal(0), z.literal(1), z.literal(2)]))
  .readonly();
export type PointsByCode = z.infer<typeof pointsByCode>;

export type ScoredCriterion = {
  readonly criterion: Criterion;
  readonly points: Points | null;
  readonly source: 'records' | 'reviewer' | null;
  /** Why so many, or what is missing: a sentence. */
  readonly explanation: string;
};

export type Score = {
  readonly lines: readonly ScoredCriterion[];
  readonly total: number;
  /** How many criteria have points. */
  readonly known: number;
  /** In words, once every criterion has points. */
  readonly band: string | null;
};

export const scorePath = (number: string): string => `/dossiers/${encodeURIComponent(number)}/score`;
