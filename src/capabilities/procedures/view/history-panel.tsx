import type { NamedEvent } from '#foundation/history/schema.ts';
import { formatDate, formatDateTime } from '#kernel/vietnamese/format.ts';
import { Panel } from '#web/ui/panel.tsx';
import { Timeline } from '#web/ui/timeline.tsx';

/** As many deeds as are read at a glance; the rest is in the database. */
const SHOWN = 12;

/** Who did what to a procedure and when, newest first. */
export function HistoryPanel({ history }: { readonly history: readonly NamedEvent[] }) {
  if (history.length === 0) return null;
  return (
    <Panel title="Lịch sử">
      <Timeline
        label="Lịch sử của thủ tục"
        entries={history.slice(0, SHOWN).map((event) => ({
          state: 'done',
          title: deedWords(event),
          note: `${formatDateTime(event.at)}, ${event.officerName ?? 'hệ thống'}`,
        }))}
      />
    </Panel>
  );
}

function deedWords({ kind, payload }: NamedEvent): string {
  const number = typeof payload['number'] === 'number' ? payload['number'] : '';
  const words: Readonly<Record<string, string>> = {
    created: 'Thêm vào danh mục',
    coded: 'Sửa mã thủ tục',
    drafted: `Lập bản dự thảo số ${number}`,
    edited: `Sửa bản dự thảo số ${number}`,
    discarded: `Bỏ bản dự thảo số ${number}`,
    published: `Công bố phiên bản ${number}${dayWords('từ', payload['validFrom'])}`,
    closed: `Phiên bản ${number} được thay thế${dayWords('từ', payload['validTo'])}`,
    ended: `Bãi bỏ${dayWords('từ', payload['validTo'])}`,
    offered: `Đặt nơi tiếp nhận${dayWords('từ', payload['validFrom'])}`,
    withdrawn: `Thôi tiếp nhận${dayWords('từ', payload['validTo'])}`,
  };
  return words[kind] ?? kind;
}

function dayWords(word: string, day: unknown): string {
  return typeof day === 'string' ? ` ${word} ${formatDate(day)}` : '';
}
