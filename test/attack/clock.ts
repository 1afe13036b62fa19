/** What the addresses answer by which the clock of a dossier is stopped, moved and watched. */
import { PROPOSAL_KINDS } from '#capabilities/dossiers/proposals/schema.ts';
import { dossier, editors, type Expectation, handlers, personal, readers, staff } from './expectations.ts';
import type { VisitorName } from './matrix.ts';

const PROPOSE = `/dossiers/:number/propose/:kind{${PROPOSAL_KINDS.join('|')}}`;
const ONE = '/dossiers/:number/proposals/:ordinal{[0-9]{1,4}}';

/** Letters carry the applicant's data in full. */
export const LETTER_PAGE = '/dossiers/:number/letters/:ordinal{[0-9]{1,4}}/print.pdf';

/** Pages about the dossier of An Hòa. */
export const CLOCK_PAGES = [
  PROPOSE,
  ONE,
  '/dossiers/:number/supplement',
  '/dossiers/:number/apology',
] as const;

/** Writes about it, for whoever handles steps of the unit. */
export const CLOCK_WRITES = [
  PROPOSE,
  `${ONE}/decision`,
  `${ONE}/withdrawal`,
  '/dossiers/:number/supplement',
  '/dossiers/:number/apology',
] as const;

export const CLOCK_READING: Readonly<Record<string, Expectation>> = {
  ...Object.fromEntries(CLOCK_PAGES.map((pattern) => [pattern, dossier])),
  [LETTER_PAGE]: personal,
  '/approvals': handlers,
  '/apologies': handlers,
  '/clock-report': readers,
  '/clock-rules': staff,
  '/clock-rules/new': editors,
  '/clock-rules/:id{[0-9]{1,15}}/edit': editors,
  '/act-reasons': staff,
  '/act-reasons/new': editors,
  '/act-reasons/:id{[0-9]{1,15}}/edit': editors,
};

export const CLOCK_WRITING: Readonly<Record<string, readonly VisitorName[]>> = Object.fromEntries(
  CLOCK_WRITES.map((pattern) => [pattern, ['own', 'leader'] as const]),
);
