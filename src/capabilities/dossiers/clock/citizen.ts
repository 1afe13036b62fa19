/** What the applicant is told about the clock: every pause, extension, new date and end, in plain words, without names. */
import { formatDate, formatDateTime } from '#kernel/vietnamese/format.ts';
import type { TimelineEntry } from '#web/ui/timeline.tsx';
import type { DossierEvent } from '../deeds.ts';
import { FIELD_LABELS } from '../proposals/schema.ts';
import { CLOSED_LABELS, type DossierState } from '../schema.ts';

export type Told = { readonly at: Date; readonly entry: TimelineEntry };

const WAITING_WORDS = {
  supplement: 'Bạn được yêu cầu bổ sung hồ sơ; thời gian chờ không tính vào thời hạn',
  payment: 'Chờ bạn nộp nghĩa vụ tài chính; thời gian chờ không tính vào thời hạn',
  decided: 'Hồ sơ tạm dừng tính thời gian theo quyết định',
} as const;

/**
 * Nothing that stops the time, grants more or ends the dossier is left out; what the calendar or another version of the
 * process moves has a panel of its own (due-moves/citizen-panel.tsx).
 */
export function clockTold(events: readonly DossierEvent[], state: DossierState): readonly Told[] {
  return events.flatMap((event) => {
    const words = wordsOf(event, state);
    if (words === null) return [];
    const [title, note] = words;
    const when = formatDateTime(event.at);
    const entry = { state: stateOf(event, state), title, note: note === '' ? when : `${when} · ${note}` };
    return [{ at: event.at, entry }];
  });
}

/** What still waits for the applicant stands out. */
function stateOf(event: DossierEvent, state: DossierState): TimelineEntry['state'] {
  const last = state.pauses.at(-1);
  const waits = event.kind === 'paused' && last?.to === null && last.from.getTime() === event.at.getTime();
  return waits ? 'warn' : 'done';
}

function wordsOf(event: DossierEvent, state: DossierState): readonly [string, string] | null {
  const on = (iso: string): string => formatDateTime(new Date(iso));
  switch (event.kind) {
    case 'paused': {
      const { reason, until, note } = event.payload;
      const last = until === undefined ? '' : `đến hết ${formatDate(until)}`;
      return [WAITING_WORDS[reason], [note.replace(/\.$/, ''), last].filter(Boolean).join('; ')];
    }
    case 'resumed':
      return [`Thời gian được tính tiếp, ngày trả mới: ${on(event.payload.dueAt)}`, event.payload.note];
    case 'supplement-received': {
      const { missing } = event.payload;
      const left = missing === 0 ? '' : `còn thiếu ${missing} giấy tờ, nội dung`;
      return ['Đã nhận giấy tờ bạn bổ sung', left];
    }
    case 'extended':
      return [`Hồ sơ được gia hạn, ngày trả mới: ${on(event.payload.dueAt)}`, event.payload.note];
    case 'reappointed':
      return [`Cơ quan giải quyết xin lỗi và hẹn lại: ${on(event.payload.promisedAt)}`, event.payload.note];
    case 'closed':
      return [CLOSED_LABELS[event.payload.how], event.payload.note];
    case 'corrected': {
      const fields = event.payload.fields.map((field) => FIELD_LABELS[field].toLowerCase());
      return [`Đính chính ${fields.join(', ')}`, event.payload.note];
    }
    case 'moved-back':
      // Sending back one step is the work of the units; a rollback undoes what was finished.
      return event.payload.from === null
        ? [`Hồ sơ được đưa về bước “${state.steps[event.payload.to]?.name ?? ''}” để làm lại`, '']
        : null;
    case 'proposed':
      return event.payload.what === 'withdrawal' ? ['Bạn yêu cầu rút hồ sơ, chờ xác nhận', ''] : null;
    case 'proposal-decided':
      return event.payload.what === 'withdrawal' && event.payload.outcome !== 'accepted'
        ? ['Yêu cầu rút hồ sơ không được thực hiện', event.payload.note]
        : null;
    default:
      return null;
  }
}
