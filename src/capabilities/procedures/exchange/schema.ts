/** The catalogue as a file: what is written, and what is read back before anything is decided. */
import { z } from 'zod';
import type { LocalDate } from '#kernel/local-date.ts';
import { procedureContent, type ProcedureContent } from '../content.ts';
import type { Difference } from '../diff.ts';

/** A procedure as a file carries it. */
export type CatalogueEntry = {
  readonly slug: string;
  readonly code: string | null;
  readonly validFrom: LocalDate | null;
  readonly content: ProcedureContent;
};

/** A procedure as it was read from a file: whole, or with everything that is wrong. */
export type ReadEntry = {
  /** Where it stands in the file: `Dòng 3`. */
  readonly place: string;
  readonly slug: string;
  readonly code: string | null;
  readonly name: string;
  readonly validFrom: LocalDate | null;
  readonly content: ProcedureContent | null;
  readonly problems: readonly string[];
};

/** What importing an entry would do. */
export type PlannedEntry = ReadEntry & {
  readonly effect: 'new' | 'change' | 'same' | 'wrong';
  readonly procedureId: number | null;
  readonly differences: readonly Difference[];
};

export const EFFECT_LABELS = {
  new: 'Thủ tục mới',
  change: 'Có thay đổi',
  same: 'Không thay đổi',
  wrong: 'Có lỗi, bỏ qua',
} as const satisfies Record<PlannedEntry['effect'], string>;

const PARTS: Readonly<Record<string, string>> = {
  papers: 'Thành phần hồ sơ',
  steps: 'Các bước',
  fees: 'Phí, lệ phí',
  legalBasis: 'Căn cứ pháp lý',
  extensions: 'Kéo dài thời hạn',
  results: 'Kết quả',
  forms: 'Mẫu đơn',
  eform: 'Biểu mẫu điện tử',
  timeLimit: 'Thời hạn',
};

/** Reads a content as it came, or says everything that is wrong in words. */
export function readContent(raw: unknown): Pick<ReadEntry, 'content' | 'problems'> {
  const parsed = procedureContent.safeParse(raw);
  if (parsed.success) return { content: parsed.data, problems: [] };
  return { content: null, problems: [...new Set(parsed.error.issues.map(problemOf))] };
}

function problemOf({ path, message }: z.core.$ZodIssue): string {
  const [part, index] = path;
  const words = PARTS[String(part)];
  if (words === undefined) return message;
  return typeof index === 'number' ? `${words}, dòng ${index + 1}: ${message}` : `${words}: ${message}`;
}
