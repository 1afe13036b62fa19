import type { Dues } from '../deeds.ts';

/** The calendar changed under the dossier: what is due is reckoned anew. `why` names the day and its document. */
export type DueMovedDeed = {
  readonly kind: 'due-moved';
  readonly payload: { readonly changeId: number; readonly why: string } & Dues;
};
