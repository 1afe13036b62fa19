import type { Context } from '#foundation/context.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import type { ControlSlipForm } from '#capabilities/slips/schema.ts';
import type { DossierStep } from '../schema.ts';
import { viewDossier } from '../view/service.ts';
import { counterOf } from './counter.ts';
import { resolvingUnitId } from './rules.ts';

/** The paper has at least so many lines; what is not printed yet is signed by hand on the way. */
const LEAST_LINES = 4;

/** Form 05 of a dossier: every handover so far, and lines for those still to come. */
export async function controlSlipOf(ctx: Context, number: string): Promise<ControlSlipForm> {
  const { state, version, parties, officers } = await viewDossier(ctx, number, {
    manner: 'printed',
    detail: 'Phiếu kiểm soát',
  });
  const unitName = await unitNames(ctx, 'name');
  const officerName = (id: number | null): string | null => (id === null ? null : (officers.get(id) ?? null));
  const handovers = state.handovers.map((handover) => ({
    from: { unit: unitName(handover.fromUnitId), officer: officerName(handover.handedBy) },
    to: { unit: unitName(handover.toUnitId), officer: officerName(handover.takenBy) },
    at: handover.handedAt,
    timeliness: handover.timeliness,
    note: handover.note || null,
  }));
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

function changesOfUnit(steps: readonly DossierStep[]): number {
  return steps.filter((step, index) => index > 0 && steps[index - 1]?.unitId !== step.unitId).length;
}
