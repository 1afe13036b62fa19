import { PROPOSAL_KINDS } from '#capabilities/dossiers/proposals/schema.ts';
import { type Entry, file, page } from './entry.ts';
import type { World } from './world.ts';

const EDITOR = 'noi-vu';
const CHAIRMAN = 'chu-tich.an-hoa';

/** The clock: what takes two people, supplements, apologies, letters, rules and reasons. */
export function clockAddresses({ week }: World): Readonly<Record<string, Entry>> {
  const fresh = (part: string): string => `/dossiers/${week.fresh}/${part}`;
  return {
    [`/dossiers/:number/propose/:kind{${PROPOSAL_KINDS.join('|')}}`]: page(
      'mot-cua.an-hoa',
      ...PROPOSAL_KINDS.map((kind) => fresh(`propose/${kind}?position=0`)),
    ),
    '/dossiers/:number/proposals/:ordinal{[0-9]{1,4}}': page(
      CHAIRMAN,
      fresh('proposals/1'),
      fresh('proposals/2'),
    ),
    '/dossiers/:number/supplement': page(
      'mot-cua.an-hoa',
      `/dossiers/${week.claimed}/supplement`,
      fresh('supplement'),
    ),
    '/dossiers/:number/apology': page('mot-cua.an-hoa', `/dossiers/${week.late}/apology`),
    '/dossiers/:number/letters/:ordinal{[0-9]{1,4}}/print.pdf': file(
      'mot-cua.an-hoa',
      fresh('letters/1/print.pdf'),
      `/dossiers/${week.claimed}/letters/1/print.pdf`,
    ),
    '/approvals': page(
      CHAIRMAN,
      '/approvals',
      '/approvals?view=mine',
      '/approvals?view=decided',
      '/approvals?q=hgfd',
    ),
    '/apologies': page('mot-cua.an-hoa', '/apologies'),
    '/clock-report': page(CHAIRMAN, '/clock-report', '/clock-report?from=1/4/2020&to=30/4/2020'),
    '/clock-rules': page('mot-cua.an-hoa', '/clock-rules'),
    '/clock-rules/new': page(EDITOR, '/clock-rules/new'),
    '/clock-rules/:id{[0-9]{1,15}}/edit': page(EDITOR, '/clock-rules/1/edit'),
    '/act-reasons': page(EDITOR, '/act-reasons'),
    '/act-reasons/new': page(EDITOR, '/act-reasons/new'),
    '/act-reasons/:id{[0-9]{1,15}}/edit': page(EDITOR, '/act-reasons/1/edit'),
  };
}
