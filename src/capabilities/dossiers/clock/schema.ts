import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { PAPER_KIND_LABELS, type PaperKind } from '#capabilities/slips/words.ts';

/** Letters to the applicant about a running dossier. */
export type LetterKind = 'supplement' | 'apology' | 'extension' | 'refusal' | 'stop';

export const LETTER_LABELS = {
  supplement: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  apology: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
  extension: 'Thông báo gia hạn giải quyết',
  refusal: 'Thông báo từ chối giải quyết, trả lại hồ sơ',
  stop: 'Thông báo dừng giải quyết hồ sơ',
} as const satisfies Labels<LetterKind>;

/** What is asked for: a paper of a kind, or a point to put right that is no paper of its own. */
export type LineKind = PaperKind | 'point';

export const LINE_KIND_LABELS = {
  ...PAPER_KIND_LABELS,
  point: 'Giải trình, chỉnh sửa',
} as const satisfies Labels<LineKind>;

export const supplementLine = z.object({
  name: z.string().min(1).max(300, 'Tên giấy tờ dài nhất 300 ký tự.'),
  kind: z.enum(codesOf(LINE_KIND_LABELS)),
  copies: z.coerce.number().int().min(1, 'Số bản ít nhất là 1.').max(99, 'Số bản nhiều nhất là 99.'),
  wrong: z.string().max(500, 'Nội dung chưa đúng dài nhất 500 ký tự.'),
  bring: z.string().max(500, 'Việc cần làm dài nhất 500 ký tự.'),
});
export type SupplementLine = z.infer<typeof supplementLine>;

/** When a line was answered, and what was said about it. */
export type ReceivedLine = SupplementLine & {
  readonly received: { readonly at: string; readonly by: number; readonly note: string } | null;
};

export type SupplementEnd = 'complete' | 'lapsed' | 'given-up';

export const SUPPLEMENT_END_LABELS = {
  complete: 'Đã bổ sung đủ',
  lapsed: 'Hết thời hạn, không bổ sung',
  'given-up': 'Không chờ nữa',
} as const satisfies Labels<SupplementEnd>;

/** A written request and what came of it. */
export type Supplement = {
  readonly ordinal: number;
  readonly askedAt: Date;
  readonly answerBy: LocalDate;
  readonly lines: readonly ReceivedLine[];
  readonly endedAt: Date | null;
  readonly ended: SupplementEnd | null;
};
