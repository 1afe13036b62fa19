import { formatDate, formatDateTime } from '#kernel/vietnamese/format.ts';
import { durationWords } from '#kernel/working-time/closeness.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import { can, unitsWith } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { NamedEvent } from '#foundation/history/schema.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Timeline, type TimelineEntry } from '#web/ui/timeline.tsx';
import { asDossierEvent } from '../deeds.ts';
import { handOf } from '../frame.ts';
import { isStepOf, pausedForOf } from '../rules.ts';
import { dossierPath, PAUSE_LABELS } from '../schema.ts';
import { activeSteps, isPaused } from '../state.ts';
import type { DossierPanel } from '../view/panels.ts';
import type { DossierView } from '../view/service.ts';
import { apologyPaths } from './apologies/schema.ts';
import { apologyHorizon } from './apologies/service.ts';
import { readLetters } from './letters/store.ts';
import type { Letter } from './letters/schema.ts';
import { LETTER_LABELS } from './schema.ts';
import { clockRulesNow } from './settings/service.ts';
import { clockCounts, type ClockEvent, clockSums, firstDue, isOfTheClock } from './story.ts';
import { SupplementTable } from './supplements/pages.tsx';
import { supplementPath } from './supplements/schema.ts';
import { readSupplements } from './supplements/store.ts';
import { clockDeedWords, letterNumber } from './words.ts';

/** What is waited for now, and what can be done about the date. */
export const waitingPanel: DossierPanel = { place: 'main', render: renderWaiting };
/** Every hour of the dossier: counted, not counted and why, promised then and now. */
export const clockPanel: DossierPanel = { place: 'side', render: renderClock };
/** Letters to the applicant about the running dossier. */
export const letterPanel: DossierPanel = { place: 'side', render: renderLetters };

async function renderWaiting(ctx: Context, dossier: DossierView) {
  const { state } = dossier;
  if (state.closed !== null) return <AfterTheEnd dossier={dossier} />;
  const requests = await readSupplements(ctx.db, dossier.id);
  const offersApology = await needsApology(ctx, dossier);
  if (requests.length === 0 && !offersApology) return null;
  const open = requests.at(-1)?.ended === null;
  return (
    <Panel
      title={open ? 'Chờ bổ sung hồ sơ' : 'Bổ sung, hẹn lại'}
      {...(open ? { accent: 'gold' as const } : {})}
    >
      {requests.map((request) => (
        <SupplementTable key={request.ordinal} request={request} />
      ))}
      <ButtonGroup>
        {open && can(ctx.actor, 'dossier.handle') ? (
          <Button href={supplementPath(state.number)} variant="secondary">
            Nhận giấy tờ bổ sung
          </Button>
        ) : null}
        {offersApology ? (
          <Button href={apologyPaths.one(state.number)} variant="secondary">
            Xin lỗi, hẹn lại ngày trả
          </Button>
        ) : null}
      </ButtonGroup>
    </Panel>
  );
}

/** Near its date or past it, running, not re-appointed as often as it may be; to those who work on it or lead them. */
async function needsApology(ctx: Context, { state, events, calendar }: DossierView): Promise<boolean> {
  const isRunning = state.phase === 'received' || state.phase === 'processing';
  if (!isRunning || isPaused(state) || !can(ctx.actor, 'dossier.handle')) return false;
  const rules = await clockRulesNow(ctx);
  if (state.dueAt >= apologyHorizon(calendar, ctx.now, rules.apologyLead)) return false;
  if (clockCounts(events.map(asDossierEvent)).reappointments >= rules.reappointments) return false;
  const hand = await handOf(ctx);
  const leads = await unitsWith(ctx, 'dossier.decide');
  return activeSteps(state).some(
    (step) => isStepOf(hand, step) || leads === null || leads.includes(step.unitId),
  );
}

/** What is still owed to the applicant when a dossier ends without a result. */
function AfterTheEnd({ dossier: { fees } }: { dossier: DossierView }) {
  const paid = fees.some(({ amount }) => amount > 0);
  return (
    <Inset>
      Trả lại giấy tờ đã nhận cho người nộp, có ký nhận.
      {paid ? ' Phí, lệ phí đã thu cho việc chưa làm thì lập đề nghị hoàn trả ở mục Phí, lệ phí.' : ''}
    </Inset>
  );
}

async function renderClock(ctx: Context, { state, events, calendar }: DossierView) {
  const known = events.map(asDossierEvent);
  const perDay = calendar.minutesPerWorkingDay;
  const { counted, paused } = clockSums(state, ctx.now, calendar);
  const first = firstDue(known);
  const moved = first !== null && first.getTime() !== state.dueAt.getTime();
  const extended = known.reduce(
    (sum, event) => sum + (event.kind === 'extended' ? event.payload.minutes : 0),
    0,
  );
  const long = (minutes: number): string => `${durationWords(minutes, perDay)} làm việc`;
  const rows: readonly (readonly [string, string] | null)[] = [
    ['Đã tính', long(counted)],
    paused > 0 || isPaused(state) ? ['Không tính', long(paused)] : null,
    extended > 0 ? ['Gia hạn', long(extended)] : null,
    moved ? ['Hẹn lúc nhận', formatDateTime(first)] : null,
    ['Hẹn trả', formatDateTime(state.dueAt)],
    state.reappointedAt ? ['Đã xin lỗi, hẹn lại', formatDateTime(state.reappointedAt)] : null,
    isPaused(state) ? ['Đang dừng vì', standingWords(state)] : null,
  ];
  return (
    <Panel title="Đồng hồ hồ sơ" id="dong-ho">
      <ul class="govuk-list">
        {rows
          .filter((row) => row !== null)
          .map(([key, value]) => (
            <li key={key}>
              {key}: <b>{value}</b>
            </li>
          ))}
      </ul>
      <Timeline label="Diễn biến thời hạn" entries={entriesOf(events, state, calendar)} />
    </Panel>
  );
}

function standingWords(state: DossierView['state']): string {
  const reason = pausedForOf(state);
  const until = state.pauses.at(-1)?.until ?? null;
  const words = reason === null ? '' : PAUSE_LABELS[reason].toLowerCase();
  return until === null ? words : `${words}, đến hết ${formatDate(until)}`;
}

function entriesOf(
  events: readonly NamedEvent[],
  state: DossierView['state'],
  calendar: WorkingCalendar,
): readonly TimelineEntry[] {
  const telling = {
    step: (position: number): string => state.steps[position]?.name ?? '',
    minutesPerDay: calendar.minutesPerWorkingDay,
  };
  return events.flatMap((named) => {
    const event = asDossierEvent(named);
    if (!isOfTheClock(event)) return [];
    const note = [formatDateTime(named.at), named.officerName].filter(Boolean).join(' · ');
    return [{ state: 'done' as const, title: titleOf(event, telling), note }];
  });
}

function titleOf(event: ClockEvent, telling: Parameters<typeof clockDeedWords>[1]): string {
  switch (event.kind) {
    case 'received':
      return `Tiếp nhận, hẹn trả ${formatDateTime(new Date(event.payload.dueAt))}`;
    case 'due-moved':
      return `Dời hạn theo lịch làm việc, hẹn trả ${formatDateTime(new Date(event.payload.dueAt))}`;
    case 'migrated':
      return `Theo quy trình mới, hẹn trả ${formatDateTime(new Date(event.payload.dueAt))}`;
    case 'finished':
      return 'Có kết quả, đồng hồ dừng';
    case 'paused':
    case 'resumed':
    case 'closed':
    case 'extended':
    case 'reappointed':
    case 'late-explained':
    case 'supplement-received':
      return clockDeedWords(event, telling);
  }
}

async function renderLetters(ctx: Context, { id, state }: DossierView) {
  const letters = await readLetters(ctx.db, id);
  if (letters.length === 0) return null;
  return (
    <Panel title="Văn bản gửi người nộp">
      <ul class="govuk-list">
        {letters.map((letter) => (
          <LetterLine key={letter.ordinal} letter={letter} number={state.number} />
        ))}
      </ul>
    </Panel>
  );
}

function LetterLine({ letter, number }: { letter: Letter; number: string }) {
  return (
    <li>
      <Link href={dossierPath(number, `letters/${letter.ordinal}/print.pdf`)} newTab>
        {LETTER_LABELS[letter.kind]}
      </Link>{' '}
      số {letterNumber(letter.number)}, {formatDate(letter.issuedAt)}
    </li>
  );
}
