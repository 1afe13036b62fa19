/** Whether what happened since somebody opened a page concerns the form that they send from it. */
import type { DossierDeedKind, DossierEvent } from './deeds.ts';

/** Deeds beside every step: whatever a form asks for, it asks for after them as well as before. */
const BESIDE: ReadonlySet<DossierDeedKind> = new Set([
  'discrepancy-found',
  'discrepancy-answered',
  'discrepancy-settled',
  'consultation-asked',
  'consultation-ended',
  'linked-opened',
  'linked-ended',
  'note-added',
  'note-removed',
  'tagged',
  'untagged',
] as const);

/**
 * A form speaks of one step; what happened at another step of the same dossier meanwhile, or beside every step, does not
 * make it wrong. Without a position it may mean any step. What is not known to be harmless concerns everybody.
 */
export function concerns(event: DossierEvent, position: number | undefined): boolean {
  if (BESIDE.has(event.kind)) return false;
  const steps = stepsOf(event);
  return steps === null || position === undefined || steps.includes(position);
}

/** The steps that a deed was about; null when it was about the whole. */
function stepsOf(event: DossierEvent): readonly (number | null)[] | null {
  if (event.kind === 'advanced' || event.kind === 'moved-back') {
    const { from, left, entered } = event.payload;
    return [from, ...[...left, ...entered].map((step) => step.position)];
  }
  const isOfStep =
    event.kind === 'custody-taken' ||
    event.kind === 'claimed' ||
    event.kind === 'assigned' ||
    event.kind === 'released' ||
    event.kind === 'handover-refused';
  return isOfStep ? [event.payload.position] : null;
}
