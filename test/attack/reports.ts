/** Addresses of indicators, documents, reports and their checker: who sees and who may try each. */
import { everybody, staff, type Expectation } from './expectations.ts';
import type { VisitorName } from './matrix.ts';

/** Everybody who is signed in finds that it is not there: what somebody kept is theirs alone. */
const notTheirs: Expectation = { ...everybody('missing'), stranger: 'sign-in' };

export const REPORT_READING: Readonly<Record<string, Expectation>> = {
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
