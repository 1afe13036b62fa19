import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import type { FieldMessages } from '#kernel/refusal.ts';
import { applicantInput, receiveInput } from '../schema.ts';

/** What all lines of a batch have in common: everything of a reception but the applicant. */
export const commonInput = receiveInput.omit({ applicant: true });
export type CommonInput = z.infer<typeof commonInput>;

/** What one line says, as text. `line` is its place in the sheet or the workbook, as people count. */
export type Line = { readonly line: number } & Readonly<Record<LineField, string>>;

export const LINE_FIELDS = [
  'kind',
  'fullName',
  'idNumber',
  'phone',
  'email',
  'address',
  'representative',
  'summary',
  'paperNumber',
  'receivedOn',
] as const;
export type LineField = (typeof LINE_FIELDS)[number];

export const lineInput = z.object({
  applicant: applicantInput,
  summary: z.string().max(1000, 'Nội dung riêng dài nhất 1.000 ký tự.'),
});

/** A dossier that was received on paper before: its number there and the day. */
export const earlierInput = z.object({
  paperNumber: z
    .string({ error: 'Hãy ghi số hồ sơ trên giấy.' })
    .trim()
    .min(1, 'Hãy ghi số hồ sơ trên giấy.')
    .max(60, 'Số hồ sơ trên giấy dài nhất 60 ký tự.'),
  receivedOn: z.iso.date({ error: 'Hãy ghi ngày tiếp nhận theo dạng ngày/tháng/năm, ví dụ 28/4/2020.' }),
});
export type EarlierInput = z.infer<typeof earlierInput>;

/** A line that was looked at; `problems` by field, empty when it can be received. */
export type CheckedLine = {
  readonly line: Line;
  readonly input: (z.infer<typeof lineInput> & { readonly earlier: EarlierInput | null }) | null;
  readonly problems: FieldMessages;
};

export const STATE_LABELS = {
  planned: 'Chờ nhập',
  receiving: 'Đang tiếp nhận',
  done: 'Đã xong',
  withdrawn: 'Đã bỏ',
} as const satisfies Labels<string>;
export type BatchState = keyof typeof STATE_LABELS;

export const OUTCOME_LABELS = {
  waiting: 'Chờ',
  received: 'Đã tiếp nhận',
  refused: 'Chưa tiếp nhận',
} as const satisfies Labels<string>;
export type LineOutcome = keyof typeof OUTCOME_LABELS;

export const MODE_LABELS = {
  all: 'Tất cả hoặc không dòng nào',
  good: 'Chỉ các dòng đúng',
} as const satisfies Labels<string>;
export const mode = z.enum(codesOf(MODE_LABELS), {
  error: 'Hãy chọn tiếp nhận tất cả hay chỉ các dòng đúng.',
});
export type Mode = z.infer<typeof mode>;

/** As many lines as the counter receives while it waits. */
export const MOST_AT_COUNTER = 60;
/** As many lines as one workbook holds. */
export const MOST_IN_WORKBOOK = 2000;

export type Batch = {
  readonly id: number;
  readonly number: string;
  readonly unitId: number;
  readonly procedureId: number;
  readonly slug: string;
  readonly procedureName: string;
  readonly source: 'sheet' | 'workbook';
  readonly state: BatchState;
  readonly earlier: boolean;
  readonly fileHash: string | null;
  readonly total: number;
  readonly received: number;
  readonly refused: number;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly officerName: string;
  readonly sequence: number;
};

export const groupPaths = {
  sheet: (slug: string): string => `/intake/${encodeURIComponent(slug)}/group`,
  draft: (slug: string): string => `/intake/${encodeURIComponent(slug)}/group/draft`,
  import: (slug: string): string => `/intake/${encodeURIComponent(slug)}/import`,
  template: (slug: string): string => `/intake/${encodeURIComponent(slug)}/import/template.xlsx`,
  list: '/intake/batches',
  one: (number: string, part = ''): string =>
    `/intake/batches/${encodeURIComponent(number)}${part && `/${part}`}`,
} as const;
