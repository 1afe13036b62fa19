/** Addresses of indicators, documents, reports and their checker: who sees and who may try each. */
import { editors, everybody, type Expectation, only, staff } from './expectations.ts';
import type { VisitorName } from './matrix.ts';

/** Everybody who is signed in finds that it is not there: what somebody kept is theirs alone. */
const notTheirs: Expectation = { ...everybody('missing'), stranger: 'sign-in' };

/** Whoever enters figures, for some unit; inspectors and administrators only read them. */
const entering = only(['own', 'neighbour', 'department', 'leader', 'homeAffairs']);

/** Home affairs and whoever keeps the records of an office, as the specialist of justice does beside other work. */
const keepers = only(['department', 'homeAffairs']);

export const REPORT_READING: Readonly<Record<string, Expectation>> = {
  '/indicators': staff,
  '/indicators/new': editors,
  '/indicators/search.json': staff,
  '/indicators/:code{[A-Z0-9-]{1,40}}': staff,
  '/indicators/:code{[A-Z0-9-]{1,40}}/edit': editors,
  '/indicators/:code{[A-Z0-9-]{1,40}}/retire': editors,
  '/indicators/:code{[A-Z0-9-]{1,40}}/figures/new': entering,
  '/observations/:id{[0-9]{1,15}}': staff,
  '/observations/:id{[0-9]{1,15}}/withdraw': entering,
  '/documents': staff,
  '/documents/new': keepers,
  '/documents/choices': staff,
  '/documents/:id{[0-9]{1,15}}': staff,
  '/documents/:id{[0-9]{1,15}}/edit': keepers,
  '/documents/:id{[0-9]{1,15}}/withdrawal': keepers,
  '/report-check': staff,
  '/report-check/kept': staff,
  '/report-check/kept/:id{[0-9]{1,15}}': notTheirs,
  '/report-check/rules': staff,
  '/report-check/rules/:code{[a-z0-9-]{1,60}}': staff,
};

const EVERYBODY: readonly VisitorName[] = [
  'own',
  'neighbour',
  'department',
  'leader',
  'homeAffairs',
  'inspector',
  'administrator',
];

export const REPORT_WRITING: Readonly<Record<string, readonly VisitorName[]>> = {
  '/report-check/kept/:id{[0-9]{1,15}}/remove': EVERYBODY,
};
