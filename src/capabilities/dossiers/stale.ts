/** Whether what happened since somebody opened a page concerns the form that they send from it. */
import type { DossierEvent } from './deeds.ts';

/**
 * A form speaks of one step; what happened at another step of the same dossier meanwhile, or beside every step, does not
 * make it wrong. Without a position it may mean any step. What is not known to be harmless concerns everybody.
 */
export function concerns(event: DossierEvent, position: number | undefined): boolean {
  const at = (...positions: readonly (number | null)[]): boolean =>
    position === undefined || positions.includes(position);
  switch (event.kind) {
    case 'advanced':
    case 'moved-back': {
      const { from, left, entered } = event.payload;
      return at(from, ...[...left, ...entered].map((step) => step.position));
    }
    case 'custody-taken':
    case 'claimed':
    case 'assigned':
    case 'released':
    case 'handover-refused':
      return at(event.payload.position);
    case 'discrepancy-found':
    case 'discrepancy-answered':
    case 'discrepancy-settled':
    case 'consultation-asked':
    case 'consultation-ended':
    case 'linked-opened':
    case 'linked-ended':
    case 'proposed':
    case 'letter-issued':
    case 'supplement-received':
    case 'note-added':
    case 'note-removed':
    case 'tagged':
    case 'untagged':
      return false;
    default:
      return true;
  }
}
