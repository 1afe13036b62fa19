import type { Context } from '#foundation/context.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import type { ControlSlipForm } from '#capabilities/slips/schema.ts';
import { durationWords } from '#kernel/working-time/closeness.ts';
import { papersAt, partOf } from '../custody/rules.ts';
import { HANDOVER_END_LABELS } from '../custody/schema.ts';
import { calendarsOf } from '../frame.ts';
import type { DossierStep, Handover } from '../schema.ts';
import { type Clock, timelinessOf, usedMinutes } from '../time.ts';
import { type DossierView, viewDossier } from '../view/service.ts';
import { counterOf } from './counter.ts';
import { resolvingUnitId } from './rules.ts';

/** The paper has at least so many lines; what is not printed yet is signed by hand on the way. */
const LEAST_LINES = 4;

/**
 * Form 05 of a dossier: every handover so far, a line for each unit that works beside the one with the papers, with the
 * time that each has used, and lines for handovers still to come.
 */
export async function controlSlipOf(ctx: Context, number: string): Promise<ControlSlipForm> {
  const dossier = await viewDossier(ctx, number, { manner: 'printed', detail: 'Phiếu kiểm soát' });
  const { state, version, parties } = dossier;
  const unitName = await unitNames(ctx, 'name');
  const clock = { now: ctx.now, calendar: await calendarsOf(ctx, state) };
  const names = { unitName, clock, dossier };
  const papers = state.handovers.map((handover) => handedLine(handover, names));
  const beside = state.steps.filter(
    (step) => (step.state === 'active' || step.state === 'done') && partOf(state, step) === 'support',
  );
  const handovers = [...papers, ...beside.map((step) => supportLine(step, names))].toSorted(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
  const expected = Math.max(LEAST_LINES, changesOfUnit(state.steps));
  return {
    ...(await counterOf(ctx, state.receivingUnitId, state.receivedAt)),
    dossierNumber: state.number,
    procedureName: version.content.name,
    applicantName: parties.find(({ role }) => role === 'applicant')?.fullName ?? '',
    resolvingUnit: unitName(resolvingUnitId(state.steps, state.receivingUnitId)),
    receivedAt: state.receivedAt,
    dueAt: state.dueAt,
    handovers,
    blankLines: Math.max(0, expected - handovers.length),
  };
}

type Line = ControlSlipForm['handovers'][number];
type Names = {
  readonly unitName: (unitId: number) => string;
  readonly clock: Clock;
  readonly dossier: DossierView;
};

function handedLine(handover: Handover, { unitName, dossier }: Names): Line {
  const name = (id: number | null): string | null =>
    id === null ? null : (dossier.officers.get(id) ?? null);
  const notes = [handover.endedHow && HANDOVER_END_LABELS[handover.endedHow], handover.note];
  return {
    from: { unit: unitName(handover.fromUnitId), officer: name(handover.handedBy) },
    to: { unit: unitName(handover.toUnitId), officer: name(handover.takenBy) },
    at: handover.handedAt,
    timeliness: handover.timeliness,
    note: notes.filter(Boolean).join('; ') || null,
  };
}

/** Nothing is signed for: the unit that supports works from the electronic copies, in a time of its own. */
function supportLine(step: DossierStep, { unitName, clock, dossier }: Names): Line {
  const { state, calendar, officers } = dossier;
  const words = (minutes: number): string => durationWords(minutes, calendar.minutesPerWorkingDay);
  const used = usedMinutes(state, step, clock);
  const { finishedAt, startedAt, dueAt, officerId } = step;
  return {
    from: { unit: unitName(papersAt(state, startedAt ?? clock.now)), officer: null },
    to: {
      unit: unitName(step.unitId),
      officer: officerId === null ? null : (officers.get(officerId) ?? null),
    },
    at: startedAt ?? clock.now,
    timeliness: finishedAt && dueAt ? timelinessOf(dueAt, finishedAt) : null,
    note: `Phối hợp, bản điện tử: định mức ${words(step.quotaMinutes)}, đã dùng ${words(used)}`,
  };
}

function changesOfUnit(steps: readonly DossierStep[]): number {
  return steps.filter((step, index) => index > 0 && steps[index - 1]?.unitId !== step.unitId).length;
}
