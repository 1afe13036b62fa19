/** What the page of a dossier says of its papers and of every unit's time. */
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { durationWords } from '#kernel/working-time/closeness.ts';
import { can } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { calendarsOf, handOf } from '../frame.ts';
import { isStepOf } from '../rules.ts';
import type { Handover } from '../schema.ts';
import { activeSteps, openHandover } from '../state.ts';
import type { DossierPanel } from '../view/panels.ts';
import type { DossierView } from '../view/service.ts';
import { type UnitTime, unitTimes, whereabouts } from './rules.ts';
import { custodyPaths, DISCREPANCY_LABELS, type Discrepancy, HANDOVER_END_LABELS } from './schema.ts';
import { readDiscrepancies } from './store.ts';

/** Who has the papers, every handover with both hands, and what was found wrong. */
export const custodyPanel: DossierPanel = { place: 'main', render: renderCustody };
/** The time of every unit against its quota; who leads and who supports where several work at once. */
export const timesPanel: DossierPanel = { place: 'main', render: renderTimes };

async function renderCustody(ctx: Context, dossier: DossierView) {
  const { state, officers } = dossier;
  if (state.handovers.length === 0) return null;
  const unitName = await unitNames(ctx, 'shortName');
  const discrepancies = await readDiscrepancies(ctx.db, dossier.id);
  const { holder, goingTo } = whereabouts(state);
  const name = (id: number | null): string => (id === null ? '' : (officers.get(id) ?? ''));
  return (
    <Panel title="Bàn giao giấy tờ" id="ban-giao">
      <p>
        Giấy tờ đang do {unitName(holder)} giữ
        {goingTo === null ? '.' : `, đang trên đường đến ${unitName(goingTo)}; bên nhận chưa xác nhận.`}
      </p>
      <DefinitionTable
        caption="Các lần bàn giao"
        head={['Bàn giao', 'Bên giao', 'Bên nhận']}
        rows={state.handovers.map((handover) => [
          `${unitName(handover.fromUnitId)} → ${unitName(handover.toUnitId)}`,
          <>
            {formatDateTime(handover.handedAt)}
            <Note>
              {[name(handover.handedBy), copiesWords(dossier, handover)].filter(Boolean).join(' · ')}
            </Note>
          </>,
          <Taken key="taken" handover={handover} name={name} />,
        ])}
      />
      <Discrepancies dossier={dossier} discrepancies={discrepancies} />
      <CustodyActs dossier={dossier} acts={await actsOf(ctx, dossier)} />
    </Panel>
  );
}

function copiesWords({ papers }: DossierView, handover: Handover): string {
  const listed = handover.papers ?? papers;
  const copies = listed.reduce((sum, paper) => sum + paper.copies, 0);
  return `${listed.length} giấy tờ, ${copies} bản`;
}

function Taken({ handover, name }: { handover: Handover; name: (id: number | null) => string }) {
  if (handover.endedHow !== null)
    return <StateTag tone="late" text={HANDOVER_END_LABELS[handover.endedHow]} />;
  if (handover.takenAt === null) return <StateTag tone="wait" text="Chưa xác nhận" />;
  return (
    <>
      {formatDateTime(handover.takenAt)}
      <Note>{name(handover.takenBy)}</Note>
    </>
  );
}

type DiscrepanciesProps = { readonly dossier: DossierView; readonly discrepancies: readonly Discrepancy[] };

function Discrepancies({ dossier, discrepancies }: DiscrepanciesProps) {
  if (discrepancies.length === 0) return null;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {discrepancies.map((found) => (
        <li key={found.id}>
          {found.paper}: {DISCREPANCY_LABELS[found.kind].toLowerCase()}
          {found.note ? ` (${found.note})` : ''}.{' '}
          {found.settledAt ? (
            `Đã giải quyết: ${found.settlement}`
          ) : (
            <Link href={custodyPaths.discrepancy(dossier.state.number, found.id)}>
              {found.answer ? 'Bên giao đã trả lời, chờ giải quyết xong' : 'Chờ bên giao trả lời'}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

type CustodyOffer = { readonly receive: boolean; readonly list: boolean };

/** What the actor may do with papers on their way. */
async function actsOf(ctx: Context, { state }: DossierView): Promise<CustodyOffer> {
  const open = openHandover(state);
  if (open === null || !can(ctx.actor, 'dossier.handle')) return { receive: false, list: false };
  const hand = await handOf(ctx);
  const step = activeSteps(state).find(({ custody }) => custody === 'handed');
  return {
    receive: step !== undefined && isStepOf(hand, step),
    list: hand.units.includes(open.fromUnitId),
  };
}

function CustodyActs({ dossier, acts }: { dossier: DossierView; acts: CustodyOffer }) {
  const { number } = dossier.state;
  if (!acts.receive && !acts.list) return null;
  return (
    <ButtonGroup>
      {acts.receive ? (
        <Button href={custodyPaths.receive(number)} variant="secondary">
          Kiểm nhận từng giấy tờ
        </Button>
      ) : null}
      {acts.list ? (
        <Button href={custodyPaths.papers(number)} variant="secondary">
          Kê giấy tờ bàn giao
        </Button>
      ) : null}
    </ButtonGroup>
  );
}

async function renderTimes(ctx: Context, dossier: DossierView) {
  const { state, calendar } = dossier;
  const times = unitTimes(state, { now: ctx.now, calendar: await calendarsOf(ctx, state) });
  if (times.length < 2) return null;
  const unitName = await unitNames(ctx, 'shortName');
  const isShared = times.some(({ part }) => part === 'support');
  return (
    <Panel title="Thời gian của từng đơn vị">
      <DefinitionTable
        caption="Thời gian từng đơn vị đã dùng so với định mức"
        head={['Đơn vị', 'Định mức', 'Đã dùng', 'So với định mức']}
        rows={times.map((time) => [
          <>
            {unitName(time.unitId)}
            {isShared ? <Note>{partWords(time.part)}</Note> : null}
          </>,
          durationWords(time.quotaMinutes, calendar.minutesPerWorkingDay),
          durationWords(time.usedMinutes, calendar.minutesPerWorkingDay),
          <Kept key="kept" time={time} perDay={calendar.minutesPerWorkingDay} />,
        ])}
      />
    </Panel>
  );
}

const partWords = (part: UnitTime['part']): string =>
  part === 'lead' ? 'chủ trì, giữ giấy tờ' : 'phối hợp, dùng bản điện tử';

function Kept({ time, perDay }: { time: UnitTime; perDay: number }) {
  const over = time.usedMinutes - time.quotaMinutes;
  if (over > 0) return <StateTag tone="late" text={`quá ${durationWords(over, perDay)}`} />;
  return (
    <StateTag
      tone={time.isActive ? 'wait' : 'fine'}
      text={time.isActive ? `còn ${durationWords(-over, perDay)}` : 'trong định mức'}
    />
  );
}
