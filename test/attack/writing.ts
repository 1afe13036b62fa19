/** Writes of the application: who may try each. */
import { CLOCK_WRITING } from './clock.ts';
import type { VisitorName } from './matrix.ts';
import { REPORT_WRITING } from './reports.ts';
import { UNIT_WRITING } from './units.ts';

/**
 * Writes, with who may try them. Everybody else is told no before their form is looked at, even an empty one. A write
 * that has a page of its own (the pattern is in `READING`) and no line here is for whoever sees that page.
 */
export const WRITING: Readonly<Record<string, readonly VisitorName[]>> = {
  '/dossiers/:number/score': ['leader', 'homeAffairs'],
  '/intake/:slug/group/draft': ['own', 'neighbour'],
  '/intake/batches/:number/start': ['own'],
  '/intake/batches/:number/withdrawal': ['own'],
  '/fees/payments/:id{[0-9]{1,15}}/collection': ['own'],
  '/fees/payments/:id{[0-9]{1,15}}/cancellation': ['own'],
  '/fees/refunds/:id{[0-9]{1,15}}/decision': ['leader'],
  '/fees/refunds/:id{[0-9]{1,15}}/payout': ['own'],
  '/fees/tills/:id{[0-9]{1,15}}': ['leader'],
  '/retention/propose': ['department'],
  '/retention/disposals/:id{[0-9]{1,15}}/decision': ['leader'],
  '/retention/disposals/:id{[0-9]{1,15}}/withdrawal': ['department', 'leader'],
  '/retention/holds/:id{[0-9]{1,15}}/lift': ['department', 'leader', 'inspector'],
  '/notifications/:id{[0-9]{1,15}}/resend': ['own', 'leader'],
  '/notifications/templates/:code/:channel/preview': ['homeAffairs', 'administrator'],
  '/notifications/templates/:code/:channel/stop': ['homeAffairs', 'administrator'],
  '/post/:id{[0-9]{1,15}}/state': ['own'],
  '/post/:id{[0-9]{1,15}}/cancel': ['own'],
  '/post/:id{[0-9]{1,15}}/again': ['own'],
  '/post/:id{[0-9]{1,15}}/back': ['own'],
  '/dossiers/:number/vault': ['own'],
  '/dossiers/:number/vault/:id{[0-9]{1,15}}/remove': ['own'],
  '/results/:id{[0-9]{1,15}}/answer': ['leader'],
  '/dossiers/:number/pass-on': ['own', 'leader'],
  '/dossiers/:number/take': ['own', 'leader'],
  '/dossiers/:number/claim': ['own', 'leader'],
  '/dossiers/:number/release': ['own', 'leader'],
  '/dossiers/:number/send-back': ['own', 'leader'],
  '/dossiers/:number/obligations': ['own', 'leader'],
  '/dossiers/:number/answers': ['own', 'leader'],
  '/dossiers/:number/result': ['own', 'leader'],
  '/dossiers/:number/assign': ['leader'],
  '/dossiers/:number/return': ['own'],
  '/dossiers/:number/files': ['own', 'leader'],
  '/dossiers/:number/files/:id{[0-9]{1,15}}/remove': ['own', 'leader'],
  '/inbox/pass-on': ['own', 'neighbour', 'department', 'leader'],
  '/handovers/take': ['own', 'neighbour', 'department', 'leader'],
  ...UNIT_WRITING,
  ...CLOCK_WRITING,
  ...REPORT_WRITING,
  '/intake/:slug/guide/draft': ['own', 'neighbour'],
  '/intake/:slug/refuse/draft': ['own', 'neighbour'],
  '/procedures/:slug/drafts': ['homeAffairs'],
  '/processes/:slug/drafts': ['homeAffairs'],
  '/organisation/acts/:code/in-force': ['homeAffairs', 'administrator'],
  '/organisation/acts/:code/withdrawal': ['homeAffairs', 'administrator'],
  '/calendar/days': ['homeAffairs', 'administrator'],
  '/calendar/weeks': ['homeAffairs', 'administrator'],
  '/calendar/changes/:id{[0-9]+}/decision': ['leader', 'homeAffairs', 'administrator'],
  '/processes/:slug/migrations': ['homeAffairs'],
  '/guard/retry': ['leader', 'homeAffairs', 'administrator'],
  '/people/recoveries/:id{[0-9]+}/cancel': ['leader', 'administrator'],
  '/witnesses/remove': ['administrator'],
  '/operations/jobs/:id{[0-9]+}/retry': ['administrator'],
};

/** Writes about oneself: everybody signed in has something to do there, or is told that it is not theirs. */
export const OWN_WRITES = /^\/(?:account|notices|session|sign-in|sign-out)\b/;

/** Writes that anybody may send: looking up, signing in and out, logs of other houses that ask for a witness, signed receipts. */
export const OPEN_WRITES: readonly string[] = [
  '/nhat-ky/nhan-chung/add-checkpoint',
  '/notifications/receipts/sms',
  '/notifications/receipts/zalo',
  '/sign-in',
  '/sign-in/second',
  '/sign-in/second/passkey',
  '/sign-in/passkey',
  '/sign-out',
  '/thanh-toan/ket-qua',
  '/tra-cuu',
  '/tra-cuu/:number/nop-truc-tuyen',
  '/tra-cuu/:number/ket-qua/:id{[0-9]{1,15}}',
  '/tra-cuu/:number/rut-ho-so',
  '/xac-minh',
];
