/** Entries of the log against their events, and the order of their times. */
import { parseLeaf } from '#kernel/merkle/leaf.ts';
import { differencesFrom } from '#foundation/history/leaf.ts';
import type { Finding } from '#foundation/history/finding.ts';
import type { LogEntry } from '../schema.ts';

const PART_WORDS: Readonly<Record<string, string>> = {
  at: 'thời điểm',
  stream: 'bản ghi',
  sequence: 'thứ tự',
  kind: 'loại việc',
  payload: 'nội dung',
  actor: 'người thực hiện',
};

/** What is wrong with the entry at a place: it is another one, it is damaged, its event is gone or altered. */
export function problemsOf(
  { index, eventId, salt, leaf: bytes, event }: LogEntry,
  place: number,
  erased: ReadonlySet<number>,
): readonly Finding[] {
  const where = `mục ${index}`;
  if (index !== place) return [{ where: `mục ${place}`, sentence: `Thiếu mục ${place} của nhật ký.` }];
  const leaf = parseLeaf(bytes);
  if (leaf === null) return [{ where, sentence: `Mục ${index} không còn đọc được: đã bị sửa.` }];
  if (event === null) {
    return [
      { where, sentence: `Sự kiện ${eventId} của mục ${index} (${leaf.stream}, ${leaf.kind}) đã bị xóa.` },
    ];
  }
  if (salt === null && !erased.has(index)) {
    const sentence = `Mục ${index} mất phần mở cam kết mà không có việc xóa dữ liệu cá nhân nào được ghi.`;
    return [{ where, sentence }];
  }
  const parts = differencesFrom(leaf, event, salt).map((part) => PART_WORDS[part] ?? part);
  if (parts.length === 0) return [];
  const sentence = `Sự kiện ${eventId} (${leaf.stream}, số ${leaf.sequence}) khác với nhật ký: ${parts.join(', ')}.`;
  return [{ where, sentence }];
}

/** Entries get their places within a second or two; a verb that waited for a lock wrote its time a little earlier. */
const MOST_BEHIND_MS = 10 * 60_000;

/** Whether each entry says a time that can follow those before it; a recorded recovery begins anew. */
export function orderOfTimes(): (entry: LogEntry) => readonly Finding[] {
  let latest = 0;
  return ({ index, leaf: bytes }) => {
    const leaf = parseLeaf(bytes);
    if (leaf === null) return [];
    const at = Date.parse(leaf.at);
    const isRecovery = leaf.stream.startsWith('log:') && leaf.kind === 'recovered';
    const isBehind = !isRecovery && at < latest - MOST_BEHIND_MS;
    latest = isRecovery ? at : Math.max(latest, at);
    if (!isBehind) return [];
    const sentence = `Sự kiện ${leaf.stream} số ${leaf.sequence} ghi thời điểm sớm hơn các mục trước nó: đã bị lùi ngày hoặc chen vào.`;
    return [{ where: `mục ${index}`, sentence }];
  };
}
