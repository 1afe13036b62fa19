import { formatClock, formatDate, formatDateTime, formatMoney } from '#kernel/vietnamese/format.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { durationWords } from '#kernel/working-time/closeness.ts';
import type { TimelineEntry } from '#web/ui/timeline.tsx';
import { TIMELINESS_LABELS } from '#capabilities/slips/words.ts';
import { asDossierEvent, type DossierEvent, type Moves } from '../deeds.ts';
import { clockDeedWords } from '../clock/words.ts';
import { usedMinutes } from '../time.ts';
import { ACKNOWLEDGEMENT_LABELS, type DossierStep, OUTCOME_LABELS } from '../schema.ts';
import { isUnitDeed } from '../custody/deeds.ts';
import { unitDeedWords } from '../custody/words.ts';
import type { DossierView } from './service.ts';

type Names = { readonly unitName: (unitId: number) => string; readonly now: Date };

/** The steps of a dossier as a timeline: done, now, to come, each with unit, person and time used against its quota. */
export function stepEntries(view: DossierView, names: Names): readonly TimelineEntry[] {
  return view.state.steps.map((step) => ({
    state: stateOf(step, names.now),
    title: step.name,
    note: [
      whenWords(step),
      names.unitName(step.unitId),
      officerOf(view, step),
      quotaWords(view, step, names.now),
    ]
      .filter(Boolean)
      .join(' · '),
  }));
}

function stateOf(step: DossierStep, now: Date): TimelineEntry['state'] {
  if (step.state === 'done') return 'done';
  if (step.state === 'waiting' || step.state === 'cancelled') return 'todo';
  return step.dueAt !== null && step.dueAt < now ? 'warn' : 'now';
}

function whenWords({ startedAt, finishedAt }: DossierStep): string {
  if (startedAt === null) return '';
  if (finishedAt === null) return `từ ${formatDateTime(startedAt)}`;
  const sameDay = localDateOf(startedAt) === localDateOf(finishedAt);
  const day = formatDate(startedAt);
  return sameDay
    ? `${day} ${formatClock(startedAt)}–${formatClock(finishedAt)}`
    : `${formatDateTime(startedAt)} – ${formatDateTime(finishedAt)}`;
}

function officerOf(view: DossierView, step: DossierStep): string {
  return step.officerId === null ? '' : (view.officers.get(step.officerId) ?? '');
}

function quotaWords(view: DossierView, step: DossierStep, now: Date): string {
  const perDay = view.calendar.minutesPerWorkingDay;
  const quota = `định mức ${durationWords(step.quotaMinutes, perDay)}`;
  if (step.state === 'waiting' && step.usedMinutes === 0) return quota;
  const used = usedMinutes(view.state, step, { now, calendar: () => view.calendar });
  return `${quota}, đã dùng ${durationWords(used, perDay)}`;
}

/** The whole history in words, newest first. */
export function historyEntries(view: DossierView, names: Names): readonly TimelineEntry[] {
  return view.events.toReversed().map((event) => ({
    state: 'done' as const,
    title: deedWords(asDossierEvent(event), view, names),
    note: [formatDateTime(event.at), event.officerName, event.postTitle].filter(Boolean).join(' · '),
  }));
}

const OF_CLOCK = {
  paused: true,
  resumed: true,
  closed: true,
  extended: true,
  reappointed: true,
  'late-explained': true,
  'supplement-received': true,
  'letter-issued': true,
  proposed: true,
  'proposal-decided': true,
  corrected: true,
} as const;
const OF_HAND = { 'custody-taken': true, claimed: true, assigned: true, released: true } as const;

type OfClock = Extract<DossierEvent, { kind: keyof typeof OF_CLOCK }>;
type OfHand = Extract<DossierEvent, { kind: keyof typeof OF_HAND }>;

const isOfClock = (event: DossierEvent): event is OfClock => event.kind in OF_CLOCK;
const isOfHand = (event: DossierEvent): event is OfHand => event.kind in OF_HAND;

type HandNames = {
  readonly step: (position: number) => string;
  readonly unitOf: (position: number) => string;
  readonly officer: (id: number | null) => string;
};

/** Who took a step and its papers in hand. */
function handWords(event: OfHand, { step, unitOf, officer }: HandNames): string {
  switch (event.kind) {
    case 'custody-taken':
      return `${unitOf(event.payload.position)} xác nhận đã nhận bàn giao${noted(event.payload.note)}`;
    case 'claimed':
      return event.payload.from === null
        ? `Nhận thụ lý “${step(event.payload.position)}”`
        : `Nhận thay ${officer(event.payload.from)} ở bước “${step(event.payload.position)}”`;
    case 'assigned':
      return `Phân công ${officer(event.payload.officerId)} thụ lý “${step(event.payload.position)}”`;
    case 'released':
      return `Đưa về hộp việc chung: “${step(event.payload.position)}”`;
  }
}

/** One deed as a short Vietnamese sentence. */
function deedWords(event: DossierEvent, view: DossierView, { unitName }: Names): string {
  const step = (position: number): string => view.state.steps[position]?.name ?? '';
  const unitOf = (position: number): string => unitName(view.state.steps[position]?.unitId ?? 0);
  const officer = (id: number | null): string => (id === null ? '' : (view.officers.get(id) ?? 'người khác'));
  if (isUnitDeed(event)) return unitDeedWords(event, { unitName, unitOf });
  if (isOfClock(event)) {
    return clockDeedWords(event, { step, minutesPerDay: view.calendar.minutesPerWorkingDay });
  }
  if (isOfHand(event)) return handWords(event, { step, unitOf, officer });
  switch (event.kind) {
    case 'received':
      return `Tiếp nhận, hẹn trả ${formatDateTime(new Date(event.payload.dueAt))}`;
    case 'advanced':
      return `${enteredWords(event.payload, step)}${handedTo(event.payload, unitOf)}${noted(event.payload.note)}`;
    case 'moved-back':
      return `Trả lại bước “${step(event.payload.to)}”: ${event.payload.reason}`;
    case 'adopted':
      return 'Đưa các bước đã định vào quy trình';
    case 'migrated':
      return `Chuyển sang phiên bản quy trình khác, hẹn trả ${formatDateTime(new Date(event.payload.dueAt))}: ${event.payload.reason}`;
    case 'due-moved':
      return `Dời hạn theo lịch làm việc, hẹn trả ${formatDateTime(new Date(event.payload.dueAt))}: ${event.payload.why}`;
    case 'passed-on':
      return `Chuyển sang bước “${step(event.payload.to)}”${movedTo(event, unitOf)}${noted(event.payload.note)}`;
    case 'sent-back':
      return `Trả lại bước “${step(event.payload.to)}”: ${event.payload.reason}`;
    case 'result-entered':
      return `${OUTCOME_LABELS[event.payload.outcome]}: ${event.payload.title}`;
    case 'finished':
      return `Giải quyết xong, ${TIMELINESS_LABELS[event.payload.timeliness].toLowerCase()}`;
    case 'returned':
      return `Trả kết quả (${ACKNOWLEDGEMENT_LABELS[event.payload.acknowledgement].toLowerCase()})`;
    case 'answers-changed':
      return 'Sửa thông tin quyết định hướng đi';
    case 'obligation-told':
      return owedWords(event.payload);
    case 'file-added':
      return 'Thêm tệp';
    case 'file-removed':
      return 'Gỡ tệp';
    case 'disposed':
      return `Tiêu hủy dữ liệu cá nhân, quyết định ${event.payload.decision}`;
  }
}

function owedWords({ total, note }: { readonly total: number; readonly note: string }): string {
  return total === 0
    ? `Không phải nộp nghĩa vụ tài chính${noted(note)}`
    : `Phải nộp ${formatMoney(total)}${noted(note)}`;
}

function enteredWords({ entered }: Moves, step: (position: number) => string): string {
  if (entered.length === 0) return 'Xong một việc, chờ việc khác';
  return `Chuyển sang ${entered.map(({ position }) => `“${step(position)}”`).join(', ')}`;
}

function handedTo({ entered }: Moves, unitOf: (position: number) => string): string {
  const handed = entered.find(({ handover }) => handover !== null);
  return handed ? `, bàn giao cho ${unitOf(handed.position)}` : '';
}

function movedTo(
  event: Extract<DossierEvent, { kind: 'passed-on' }>,
  unitOf: (position: number) => string,
): string {
  return event.payload.handover ? `, bàn giao cho ${unitOf(event.payload.to)}` : '';
}

function noted(note: string): string {
  return note === '' ? '' : `: ${note}`;
}
