import { z } from 'zod';
import type { Finding } from '#kernel/report/schema.ts';
import type { UploadedFile } from '#web/http/form-values.ts';

export const checkPaths = {
  start: '/report-check',
  kept: '/report-check/kept',
  one: (id: number | string) => `/report-check/kept/${id}`,
  remove: (id: number | string) => `/report-check/kept/${id}/remove`,
  rules: '/report-check/rules',
  rule: (code: string) => `/report-check/rules/${code}`,
} as const;

/** Longest text that can be pasted; whoever has more sends a file. */
export const LONGEST_TEXT = 250_000;

export const checkInput = z
  .object({
    file: z.custom<UploadedFile>().optional(),
    text: z
      .string()
      .max(LONGEST_TEXT, 'Đoạn dán dài quá 250.000 ký tự. Hãy gửi cả báo cáo thành tệp DOCX, PDF hoặc TXT.'),
    keep: z.boolean(),
  })
  .refine(({ file, text }) => file !== undefined || text.trim() !== '', {
    error: 'Hãy chọn tệp báo cáo, hoặc dán đoạn cần soát.',
    path: ['file'],
  })
  .refine(({ file, text }) => file === undefined || text.trim() === '', {
    error: 'Chỉ soát được một thứ mỗi lần: bỏ tệp đã chọn hoặc xóa đoạn đã dán.',
    path: ['text'],
  });
export type CheckInput = z.infer<typeof checkInput>;

export const findingShape = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  lines: z.array(z.number()).readonly(),
  quote: z.string(),
  message: z.string(),
  suggestion: z.string(),
});

/** What the checker said of one text. */
export type CheckedText = {
  readonly name: string;
  readonly checkedAt: Date;
  readonly pages: number | null;
  readonly lineCount: number;
  readonly figures: number;
  readonly citations: number;
  readonly findings: readonly Finding[];
};

export type KeptCheck = CheckedText & { readonly id: number };

/** A line of the list of kept results. */
export type KeptLine = Omit<KeptCheck, 'findings'> & { readonly findings: number };
