/** A report in the making: its states, the parts that units write, what is asked of forms, and its addresses. */
import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import { isLocalDate, type LocalDate } from '#kernel/local-date.ts';
import { parsePeriod } from '#kernel/period/period.ts';

export type ReportState = 'drafting' | 'assembled' | 'frozen' | 'issued' | 'withdrawn' | 'deleted';

export const REPORT_STATE_LABELS = {
  drafting: 'Đang soạn',
  assembled: 'Đã tổng hợp, chờ chốt',
  frozen: 'Đã chốt số liệu',
  issued: 'Đã ban hành',
  withdrawn: 'Đã thu hồi',
  deleted: 'Đã xóa bản nháp',
} as const satisfies Labels<ReportState>;

export const REPORT_STATES = codesOf(REPORT_STATE_LABELS);

export type PartState = 'asked' | 'submitted' | 'returned' | 'accepted';

export const PART_STATE_LABELS = {
  asked: 'Đang viết',
  submitted: 'Đã gửi, chờ tổng hợp',
  returned: 'Trả lại, viết tiếp',
  accepted: 'Đã nhận',
} as const satisfies Labels<PartState>;

export const PART_STATES = codesOf(PART_STATE_LABELS);

/** What a unit has written into its part. */
export const partTexts = z
  .object({
    /** Instead of the drafted text of the section, in the language of templates; null: as drafted. */
    body: z.string().nullable(),
    /** By the name of the place for writing; of a collected part everything stands under `COLLECTED`. */
    writings: z.record(z.string(), z.string()).readonly(),
    /** What the unit says of a figure that it does not correct, by the figure's key. */
    explanations: z.record(z.string(), z.string()).readonly(),
  })
  .readonly();
export type PartTexts = z.infer<typeof partTexts>;

/** Under what a commune's text of a collected section stands in `writings`. */
export const COLLECTED = 'part';

/** What one unit writes: a section, or its own part of a section that is collected from several. */
export type ReportPart = {
  /** Counts the parts of a report from 1; never given twice. */
  readonly number: number;
  readonly sectionKey: string;
  readonly unitId: number;
  readonly isCollected: boolean;
  readonly dueOn: LocalDate;
  readonly state: PartState;
  readonly texts: PartTexts;
  /** Counts what was done to it, so that two writers do not overwrite each other. */
  readonly version: number;
  /** Why it was returned last; empty when it was not, or was sent again since. */
  readonly returnReason: string;
  readonly submittedBy: number | null;
  readonly submittedAt: Date | null;
};

export type ReportComment = {
  readonly number: number;
  readonly sectionKey: string;
  readonly text: string;
  readonly writtenBy: number | null;
  readonly writtenAt: Date;
};

/** What was said in writing to something the checker found. */
export type FindingAnswer = {
  /** Which finding, in which issue: a hash of its rule and words. */
  readonly finding: string;
  readonly issue: number;
  readonly text: string;
  readonly answeredBy: number | null;
  readonly answeredAt: Date;
};

export const FILE_STAGES = ['frozen', 'issued'] as const;
export type FileStage = (typeof FILE_STAGES)[number];
export const FILE_FORMATS = ['json', 'docx', 'pdf', 'xlsx'] as const;
/** `json`: the report and its figures with their records, from which the others are made again. */
export type FileFormat = (typeof FILE_FORMATS)[number];

/** A file made when figures were frozen or the report was issued; kept by the hash of its bytes. */
export type ReportFile = {
  readonly issue: number;
  readonly stage: FileStage;
  readonly format: FileFormat;
  readonly hash: string;
  readonly size: number;
  readonly madeAt: Date;
};

/** What stands on an issued report. */
export type Issued = {
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly signer: string;
  readonly signerTitle: string;
};

export type Report = {
  readonly id: number;
  readonly templateVersionId: number;
  readonly unitId: number;
  /** As `periodCode` writes it. */
  readonly period: string;
  readonly comparison: string | null;
  readonly title: string;
  readonly dueOn: LocalDate;
  readonly copiedFrom: number | null;
  readonly state: ReportState;
  /** 1, and one more each time that figures were opened again after they had been frozen. */
  readonly issue: number;
  readonly madeBy: number | null;
  readonly madeAt: Date;
  readonly assembledBy: number | null;
  readonly assembledAt: Date | null;
  readonly frozenBy: number | null;
  readonly frozenAt: Date | null;
  readonly issued: Issued | null;
  /** Why it was opened again, withdrawn or deleted last; empty otherwise. */
  readonly reason: string;
  /** Last event of its history applied. */
  readonly sequence: number;
};

/** A report with all that belongs to it. */
export type WholeReport = {
  readonly report: Report;
  readonly parts: readonly ReportPart[];
  readonly comments: readonly ReportComment[];
  readonly answers: readonly FindingAnswer[];
  readonly files: readonly ReportFile[];
};

const day = z.string().refine(isLocalDate, 'Hãy ghi một ngày, ví dụ 28/4/2020.');
const id = z.coerce.number().int().positive();
const period = z.string().refine((code) => parsePeriod(code) !== null, {
  error: 'Hãy chọn kỳ báo cáo, ví dụ 2020, 2020-Q1, 2020-H1 hoặc 2011-01-01..2020-12-31.',
});
const sentence = (what: string, most: number) =>
  z
    .string()
    .trim()
    .min(5, `Hãy ghi ${what}, ít nhất vài từ.`)
    .max(most, `Dài nhất ${most.toLocaleString('vi-VN')} ký tự.`);

export const makeInput = z.object({
  versionId: z.coerce.number({ error: 'Hãy chọn mẫu báo cáo.' }).int().positive('Hãy chọn mẫu báo cáo.'),
  unitId: z.coerce.number({ error: 'Hãy chọn đơn vị.' }).int().positive('Hãy chọn đơn vị.'),
  period,
  comparison: period.or(z.literal('')),
  dueOn: day,
  /** When units are to have written; empty: some working days before. */
  partsDueOn: day.or(z.literal('')),
  /** A report whose texts are taken over as suggestions. */
  copiedFrom: id.nullable(),
});
export type MakeInput = z.infer<typeof makeInput>;

const ofReport = { id };
const ofVersion = { ...ofReport, sequence: z.coerce.number().int().nonnegative() };
const ofPart = {
  ...ofReport,
  part: id,
  version: z.coerce.number().int().nonnegative(),
};

const text = z.string().max(50_000, 'Dài nhất 50.000 ký tự.');

export const writeInput = z.object({
  ...ofPart,
  body: text.nullable(),
  writings: z.record(z.string(), text),
  explanations: z.record(z.string(), z.string().trim().max(1000, 'Giải trình dài nhất 1.000 ký tự.')),
  /** Kept only, or sent to whoever puts the report together. */
  isSubmitted: z.boolean(),
});
export type WriteInput = z.infer<typeof writeInput>;

export const returnInput = z.object({ ...ofPart, reason: sentence('cần sửa gì', 1000) });
export type ReturnInput = z.infer<typeof returnInput>;

const seenPart = z.string().regex(/^\d{1,6}\.\d{1,9}$/);

/** Several parts at once: each by its number and the version that was seen, as `3.7`. */
export const acceptInput = z.object({
  ...ofReport,
  parts: z.array(seenPart).min(1, 'Hãy chọn ít nhất một phần.').max(500),
});
export type AcceptInput = z.infer<typeof acceptInput>;

export const handOnInput = z.object({
  ...ofPart,
  unitId: z.coerce.number({ error: 'Hãy chọn đơn vị.' }).int().positive('Hãy chọn đơn vị.'),
  dueOn: day,
});
export type HandOnInput = z.infer<typeof handOnInput>;

export const versionInput = z.object(ofVersion);
export type ReportReference = z.infer<typeof versionInput>;

export const collectInput = z.object({
  ...ofReport,
  sectionKey: z.string().min(1).max(40),
  units: z.array(id).min(1, 'Hãy chọn ít nhất một đơn vị.').max(200),
  dueOn: day,
});
export type CollectInput = z.infer<typeof collectInput>;

export const commentInput = z.object({
  ...ofReport,
  sectionKey: z.string().min(1).max(40),
  comment: z.string().trim().min(2, 'Hãy ghi ý kiến.').max(2000, 'Ý kiến dài nhất 2.000 ký tự.'),
});
export type CommentInput = z.infer<typeof commentInput>;

export const answersInput = z.object({
  ...ofReport,
  answers: z.record(
    z.string().regex(/^[0-9a-f]{16}$/),
    z.string().trim().max(1000, 'Giải trình dài nhất 1.000 ký tự.'),
  ),
});
export type AnswersInput = z.infer<typeof answersInput>;

export const reasonInput = z.object({ ...ofVersion, reason: sentence('lý do', 500) });
export type ReasonInput = z.infer<typeof reasonInput>;

export const issueInput = z.object({
  ...ofVersion,
  number: z
    .string()
    .trim()
    .regex(/^\d{1,5}[a-zđ]?\/[A-ZĐ][A-ZĐa-z0-9&-]*(?:-[A-ZĐ][A-ZĐa-z0-9&]*)*$/u, {
      error: 'Hãy ghi số, ký hiệu như 15/BC-UBND.',
    }),
  issuedOn: day,
  signer: z.string().trim().min(2, 'Hãy ghi họ và tên người ký.').max(120),
  signerTitle: z.string().trim().min(2, 'Hãy ghi chức vụ người ký.').max(120),
});
export type IssueInput = z.infer<typeof issueInput>;

/** What narrows the list, as its address says; what makes no sense there counts as not given. */
export const reportListQuery = z.object({
  state: z
    .enum(REPORT_STATES)
    .or(z.literal('' as const))
    .catch(''),
  unit: id.nullable().catch(null),
  q: z.string().max(200).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type ReportListQuery = z.infer<typeof reportListQuery>;

export const PAGE_SIZE = 30;

const at = (id: number | string, rest = ''): string => `/reports/${id}${rest}`;

/** Addresses of the pages. */
export const reportPaths = {
  list: '/reports',
  mine: '/reports/parts',
  make: '/reports/new',
  one: (id: number | string) => at(id),
  section: (id: number | string, key: string) => at(id, `/sections/${key}`),
  part: (id: number | string, part: number | string) => at(id, `/parts/${part}`),
  returnPart: (id: number | string, part: number | string) => at(id, `/parts/${part}/return`),
  handOn: (id: number | string, part: number | string) => at(id, `/parts/${part}/hand-on`),
  comments: (id: number | string, key: string) => at(id, `/sections/${key}/comments`),
  accept: (id: number | string) => at(id, '/acceptance'),
  submitAll: (id: number | string) => at(id, '/submission'),
  remind: (id: number | string) => at(id, '/reminders'),
  collect: (id: number | string, key: string) => at(id, `/sections/${key}/collection`),
  preview: (id: number | string) => at(id, '/preview'),
  check: (id: number | string) => at(id, '/check'),
  assemble: (id: number | string) => at(id, '/assembly'),
  reopen: (id: number | string) => at(id, '/reopening'),
  freeze: (id: number | string) => at(id, '/freeze'),
  figures: (id: number | string) => at(id, '/figures'),
  issue: (id: number | string) => at(id, '/issue'),
  withdraw: (id: number | string) => at(id, '/withdrawal'),
  remove: (id: number | string) => at(id, '/deletion'),
  file: (id: number | string, format: Exclude<FileFormat, 'json'>) => at(id, `/${format}`),
} as const;
