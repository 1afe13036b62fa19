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

type Words = readonly [title: string, note: string] | null;
type Tellers = {
  readonly [Kind in DossierEvent['kind']]?: (
    payload: Extract<DossierEvent, { kind: Kind }>['payload'],
    state: DossierState,
  ) => Words;
};

const on = (iso: string): string => formatDateTime(new Date(iso));

const TELLERS: Tellers = {
  paused: ({ reason, until, note }) => {
    const last = until === undefined ? '' : `đến hết ${formatDate(until)}`;
    return [WAITING_WORDS[reason], [note.replace(/\.$/, ''), last].filter(Boolean).join('; ')];
  },
  resumed: ({ dueAt, note }) => [`Thời gian được tính tiếp, ngày trả mới: ${on(dueAt)}`, note],
  'supplement-received': ({ missing }) => [
    'Đã nhận giấy tờ bạn bổ sung',
    missing === 0 ? '' : `còn thiếu ${missing} giấy tờ, nội dung`,
  ],
  extended: ({ dueAt, note }) => [`Hồ sơ được gia hạn, ngày trả mới: ${on(dueAt)}`, note],
  reappointed: ({ promisedAt, note }) => [`Cơ quan giải quyết xin lỗi và hẹn lại: ${on(promisedAt)}`, note],
  closed: ({ how, note }) => [CLOSED_LABELS[how], note],
  corrected: ({ fields, note }) => [
    `Đính chính ${fields.map((field) => FIELD_LABELS[field].toLowerCase()).join(', ')}`,
    note,
  ],
  // Sending back one step is the work of the units; a rollback undoes what was finished.
  'moved-back': ({ from, to }, { steps }) =>
    from === null ? [`Hồ sơ được đưa về bước “${steps[to]?.name ?? ''}” để làm lại`, ''] : null,
  proposed: ({ what }) => (what === 'withdrawal' ? ['Bạn yêu cầu rút hồ sơ, chờ xác nhận', ''] : null),
  'proposal-decided': ({ what, outcome, note }) =>
    what === 'withdrawal' && outcome !== 'accepted' ? ['Yêu cầu rút hồ sơ không được thực hiện', note] : null,
};

function wordsOf({ kind, payload }: DossierEvent, state: DossierState): Words {
  // The teller of a kind takes the payload of that kind; the compiler cannot see that both are of one event.
  const tell = TELLERS[kind] as ((payload: unknown, state: DossierState) => Words) | undefined;
  return tell?.(payload, state) ?? null;
}
