import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { CorrectedFields, Result } from '../schema.ts';
import { FIELDS } from '../words.ts';
import type { ChangeInput, ResultChange } from './schema.ts';

/** What a correction really changes. */
export function differences(before: Result, wanted: CorrectedFields): Partial<CorrectedFields> {
  return Object.fromEntries(
    FIELDS.filter((field) => before[field] !== wanted[field]).map((field) => [field, wanted[field]]),
  );
}

/** Refuses what cannot be proposed of a result: it must stand, the decision must have been made, and change something. */
export function checkProposal(
  before: Result,
  input: ChangeInput & { readonly changes: Partial<CorrectedFields> },
  today: LocalDate,
): void {
  if (before.disposedAt !== null)
    refuse('conflict', 'Hồ sơ của kết quả này đã tiêu hủy nên không thay đổi được nữa.');
  if (before.standing !== 'issued') refuse('conflict', 'Kết quả này đã bị thu hồi hoặc hủy bỏ.');
  if (input.decidedOn > today) refuseAt('decidedOn', 'Ngày của quyết định không thể sau hôm nay.');
  if (input.decidedOn < before.issuedOn)
    refuseAt('decidedOn', 'Ngày của quyết định không thể trước ngày ký kết quả.');
  if (input.kind === 'correction' && Object.keys(input.changes).length === 0) {
    refuse('invalid', 'Chưa sửa chỗ nào. Hãy sửa đúng những chỗ cần đính chính.');
  }
}

/** Refuses an answer by whoever proposed, or to what was answered. */
export function checkAnswer(change: Pick<ResultChange, 'proposedBy' | 'outcome'>, officerId: number): void {
  if (change.outcome !== null) refuse('conflict', 'Đề nghị này đã được trả lời. Hãy tải lại trang.');
  if (change.proposedBy === officerId) {
    refuse('forbidden', 'Người đề nghị không được tự quyết định. Hãy để người khác có thẩm quyền xem.');
  }
}

function refuseAt(field: string, sentence: string): never {
  refuse('invalid', sentence, { [field]: sentence });
}
