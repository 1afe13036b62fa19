/** What the addresses answer by which units work on a dossier together: custody, opinions, linked dossiers, notes. */
import { dossier, type Expectation, handlers, only } from './expectations.ts';
import type { VisitorName } from './matrix.ts';

/** Pages about the dossier of An Hòa, or about its papers on their way. */
export const UNIT_PAGES = [
  '/dossiers/:number/custody',
  '/dossiers/:number/handover',
  '/dossiers/:number/discrepancies/:id{[0-9]{1,15}}',
  '/dossiers/:number/consultations/new',
  '/dossiers/:number/consultations/:id{[0-9]{1,15}}',
  '/dossiers/:number/linked',
  '/handovers/lists/:id{[0-9]{1,15}}',
  '/handovers/lists/:id{[0-9]{1,15}}/print.pdf',
] as const;

/** Writes about them, for whoever handles steps of the unit. */
export const UNIT_WRITES = [
  '/dossiers/:number/custody',
  '/dossiers/:number/handover',
  '/dossiers/:number/discrepancies/:id{[0-9]{1,15}}',
  '/dossiers/:number/consultations/new',
  '/dossiers/:number/consultations/:id{[0-9]{1,15}}',
  '/dossiers/:number/consultations/:id{[0-9]{1,15}}/end',
  '/dossiers/:number/linked',
  '/dossiers/:number/linked/decision',
  '/dossiers/:number/notes',
  '/dossiers/:number/notes/:id{[0-9]{1,15}}/remove',
  '/dossiers/:number/tags',
  '/dossiers/:number/tags/remove',
  '/handovers/lists/:id{[0-9]{1,15}}/take',
] as const;

export const UNIT_READING: Readonly<Record<string, Expectation>> = {
  ...Object.fromEntries(UNIT_PAGES.map((pattern) => [pattern, dossier])),
  '/handovers/lists': handlers,
  '/consultations': handlers,
  '/inbox/reassign': only(['leader']),
};

export const UNIT_WRITING: Readonly<Record<string, readonly VisitorName[]>> = {
  ...Object.fromEntries(UNIT_WRITES.map((pattern) => [pattern, ['own', 'leader'] as const])),
  '/handovers/lists': ['own', 'neighbour', 'department', 'leader'],
  '/inbox/reassign': ['leader'],
};
