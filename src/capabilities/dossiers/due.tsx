import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import { closenessOf } from '#kernel/working-time/closeness.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { DueTag } from '#web/ui/due-tag.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import type { Tone } from '#web/ui/tone.ts';
import { type Timeliness, TIMELINESS_LABELS } from '#capabilities/slips/words.ts';
import { type DossierPhase, PAUSE_LABELS, type PauseReason, PHASE_LABELS } from './schema.ts';

/** How close a dossier's due date is; once it is done, how it kept it. */
export type DueFacts = {
  readonly phase: DossierPhase;
  readonly dueAt: Date;
  readonly timeliness?: Timeliness | null;
  readonly pausedFor?: PauseReason | null;
};

/** Late, and its time goes on. */
export function isRunningLate({ phase, dueAt, pausedFor }: DueFacts, now: Date): boolean {
  return (phase === 'received' || phase === 'processing') && !pausedFor && dueAt < now;
}

export const CLOSENESS_TONE = { late: 'late', today: 'soon', soon: 'soon', fine: 'fine' } as const;

export const TIMELINESS_TONE = { early: 'fine', 'on-time': 'fine', late: 'late' } as const satisfies Record<
  Timeliness,
  Tone
>;

const PHASE_TONE = {
  received: 'neutral',
  processing: 'wait',
  done: 'fine',
  returned: 'neutral',
  closed: 'neutral',
} as const satisfies Record<DossierPhase, Tone>;

type DueProps = { readonly dossier: DueFacts; readonly calendar: WorkingCalendar; readonly now: Date };

/** How close the due date is, or how it was kept, in one tag. */
export function ClosenessTag({ dossier, calendar, now }: DueProps) {
  if (dossier.timeliness) {
    return (
      <StateTag tone={TIMELINESS_TONE[dossier.timeliness]} text={TIMELINESS_LABELS[dossier.timeliness]} />
    );
  }
  const { tone, text } = runningWords({ dossier, calendar, now });
  return <StateTag tone={tone} text={text} />;
}

/** The due date of a row or a heading: lateness in words and colour, the date below. */
export function DossierDue({
  dossier,
  calendar,
  now,
}: {
  dossier: DueFacts;
  calendar: WorkingCalendar;
  now: Date;
}) {
  const note = formatDateTime(dossier.dueAt);
  const dateTime = dossier.dueAt.toISOString();
  if (dossier.timeliness) {
    const { timeliness } = dossier;
    return (
      <DueTag
        tone={TIMELINESS_TONE[timeliness]}
        text={TIMELINESS_LABELS[timeliness]}
        note={note}
        dateTime={dateTime}
      />
    );
  }
  const { tone, text } = runningWords({ dossier, calendar, now });
  return <DueTag tone={tone} text={text} note={note} dateTime={dateTime} />;
}

/** Of a dossier without a result: how close it is, or why its time does not count. */
function runningWords({ dossier, calendar, now }: DueProps): { readonly tone: Tone; readonly text: string } {
  if (dossier.phase === 'closed') return { tone: 'neutral', text: 'Không còn tính hạn' };
  if (dossier.pausedFor) return { tone: 'wait', text: PAUSE_LABELS[dossier.pausedFor] };
  const closeness = closenessOf(calendar, now, dossier.dueAt);
  return { tone: CLOSENESS_TONE[closeness.kind], text: closeness.words };
}

/** The phase of a dossier in one tag. */
export function PhaseTag({ phase }: { phase: DossierPhase }) {
  return <StateTag tone={PHASE_TONE[phase]} text={PHASE_LABELS[phase]} />;
}
