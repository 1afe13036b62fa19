import type { DisposalItem } from '../schema.ts';

/** What became of one record. */
export function outcomeWords(outcome: DisposalItem['outcome']): string {
  if (outcome === null) return '';
  return outcome === 'disposed' ? 'Đã tiêu hủy' : 'Giữ lại do tạm giữ';
}
