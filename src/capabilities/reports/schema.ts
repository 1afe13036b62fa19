/** What templates of reports are made of, and what a report adds to one: the common ground of templates, making and assembly. */
import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Period, PeriodKind } from '#kernel/period/period.ts';
import { UNIT_FUNCTIONS } from '#foundation/organisation/schema.ts';

export type TemplateKind = 'ten-year' | 'year' | 'half-year' | 'quarter' | 'thematic';

export const TEMPLATE_KIND_LABELS = {
  'ten-year': 'Tổng kết giai đoạn',
  year: 'Báo cáo năm',
  'half-year': 'Báo cáo 6 tháng',
  quarter: 'Báo cáo quý',
  thematic: 'Báo cáo chuyên đề',
} as const satisfies Labels<TemplateKind>;

export const TEMPLATE_KINDS = codesOf(TEMPLATE_KIND_LABELS);

/** The period that reports of a kind are about; a thematic one may be about any. */
export const KIND_PERIODS = {
  'ten-year': 'range',
  year: 'year',
  'half-year': 'half-year',
  quarter: 'quarter',
  thematic: null,
} as const satisfies Readonly<Record<TemplateKind, PeriodKind | null>>;

/** How deep a heading is; its number is computed: 1 "Phần thứ nhất", 2 "I.", 3 "1.", 4 "1.1.", 5 "a)". */
export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

export const LEVEL_LABELS = {
  1: 'Phần (Phần thứ nhất)',
  2: 'Mục lớn (I, II, III)',
  3: 'Mục (1, 2, 3)',
  4: 'Tiểu mục (1.1, 1.2)',
  5: 'Điểm (a, b, c)',
} as const satisfies Readonly<Record<Level, string>>;

/** Who writes a section: whichever unit does a field of work when the report is made, or one unit by its code. */
export const sectionOwner = z.union([
  z.object({ function: z.enum(UNIT_FUNCTIONS) }).readonly(),
  z.object({ unitCode: z.string().trim().min(1).max(60) }).readonly(),
]);
export type SectionOwner = z.infer<typeof sectionOwner>;

export const section = z
  .object({
    /** Lasting within its template, also through versions: texts of a report are kept by it. */
    key: z.string().regex(/^[a-z0-9-]{1,40}$/u),
    /** Empty: its text goes on without a heading, as an opening or a closing does. */
    title: z.string().trim().max(300, 'Tên mục dài nhất 300 ký tự.'),
    level: z.literal(LEVELS),
    isNumbered: z.boolean(),
    /** Null: whoever owns the section above it; at the top the office that makes the report. */
    owner: sectionOwner.nullable(),
    /** For whoever writes; stands in no report. */
    guidance: z.string().trim().max(2000, 'Hướng dẫn dài nhất 2.000 ký tự.'),
    /** Text in the language of templates. */
    body: z.string().max(50_000, 'Nội dung một mục dài nhất 50.000 ký tự.'),
    /** An annex stands behind the report, with its own number. */
    place: z.enum(['text', 'annex']),
    /** Every commune below the unit writes a part of its own, put one after the other. */
    isCollected: z.boolean(),
  })
  .readonly();
/** Sections stand in the order of the report; the tree is what their levels say, as in an outline. */
export type Section = z.infer<typeof section>;

const line = z.string().trim().min(1).max(300);

export const frameDefaults = z
  .object({
    typeName: z.string().trim().min(1, 'Hãy ghi tên loại văn bản.').max(60),
    /** In the language of templates, words only: `Kết quả công tác cải cách hành chính [[kỳ]]`. */
    title: z.string().trim().min(5, 'Hãy ghi trích yếu của báo cáo.').max(400),
    recipients: z.array(line).max(40).readonly(),
    /** `TM. ỦY BAN NHÂN DÂN`; empty when the head signs for themselves. */
    authority: z.array(line).max(4).readonly(),
    signerTitle: z.string().trim().max(120),
  })
  .readonly();
export type FrameDefaults = z.infer<typeof frameDefaults>;

export const templateContent = z
  .object({ frame: frameDefaults, sections: z.array(section).max(400).readonly() })
  .readonly();
export type TemplateContent = z.infer<typeof templateContent>;

export type TemplateState = 'draft' | 'published' | 'retired' | 'discarded';

export const TEMPLATE_STATE_LABELS = {
  draft: 'Dự thảo',
  published: 'Đang dùng',
  retired: 'Thôi dùng',
  discarded: 'Đã bỏ',
} as const satisfies Labels<TemplateState>;

export type TemplateVersion = {
  readonly id: number;
  readonly templateId: number;
  readonly number: number;
  readonly state: TemplateState;
  /** What asks for such reports, with its period. */
  readonly legalBasis: string;
  readonly validFrom: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly content: TemplateContent;
  /** Counts edits of a draft, so that two editors do not overwrite each other. */
  readonly revision: number;
  readonly publishedAt: Date | null;
};

export type Template = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly kind: TemplateKind;
};

/** What people wrote into a section of a report. */
export type SectionTexts = {
  /** Instead of the template's body, in the same language, so that figures stay figures; null: as the template has it. */
  readonly body: string | null;
  /** By the name of the place for writing: `1`, `2` … in their order in the section. Paragraphs by lines. */
  readonly writings: Readonly<Record<string, string>>;
  /** Parts of the communes, of a section that is collected. */
  readonly parts: readonly { readonly unitName: string; readonly text: string }[];
};

/** What a report is about. */
export type ReportScope = {
  readonly unitId: number;
  readonly period: Period;
  /** With what it is compared: `so với năm 2015`. */
  readonly comparison: Period | null;
};
