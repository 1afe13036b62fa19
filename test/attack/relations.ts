import type { Role } from '#foundation/access/roles.ts';
import { type Answer, READING, type VisitorName } from './matrix.ts';
import { WRITING } from './writing.ts';
import { CLOCK_PAGES, CLOCK_WRITES, LETTER_PAGE } from './clock.ts';
import { UNIT_PAGES, UNIT_WRITES } from './units.ts';
import {
  type Table,
  type Letter,
  LETTERS,
  ITS_OWN,
  AND_ABOVE,
  OF_THE_COMMITTEE,
  DOSSIER,
  PERSONAL,
  READS,
  OF_DOSSIER,
  PARCEL,
  RESULT_FORM,
  ENTERING,
  VAULT,
  SLIP,
  PERSON,
  SUBSTITUTION,
  RECEIVING,
  COUNTERS,
  GROUP,
  EVERYWHERE,
  ARCHIVES,
  HOLDS,
  DISPOSAL,
  FEE,
  FEE_OF_COUNTER,
  FEE_OF_HEAD,
  COLLECTING,
  FEE_LISTS,
  HEADS,
  BOOKS,
  ITS_HEADS,
  GUARDED,
  HANDLING,
  KEEPERS,
} from './relation-tables.ts';
import { AFTER, BEFORE, type Relation } from './relations-world.ts';

/** Which member of the cast a role answers like where the unit does not matter; null: like whoever has no part in it. */
const STAND_IN: Readonly<Record<string, VisitorName | null>> = {
  'one-stop': 'own',
  specialist: 'department',
  'unit-leader': 'leader',
  chairman: 'leader',
  'records-clerk': 'department',
  'home-affairs': 'homeAffairs',
  'it-administrator': 'administrator',
  inspector: 'inspector',
  'data-protection': null,
} satisfies Readonly<Record<Role | 'data-protection', VisitorName | null>>;

/** Addresses that name something of An Hòa: what they answer depends on where whoever asks works. */
const RELATED: Readonly<Record<string, Table>> = {
  '/dossiers/:number': DOSSIER,
  '/dossiers/:number/control.pdf': DOSSIER,
  '/dossiers/:number/reveal': DOSSIER,
  '/dossiers/:number/send-back': DOSSIER,
  '/dossiers/:number/obligations': DOSSIER,
  '/dossiers/:number/answers': DOSSIER,
  '/dossiers/:number/assign': DOSSIER,
  ...Object.fromEntries([...UNIT_PAGES, ...CLOCK_PAGES].map((pattern) => [pattern, DOSSIER])),
  [LETTER_PAGE]: PERSONAL,
  '/dossiers/:number/result': DOSSIER,
  '/dossiers/:number/return': DOSSIER,
  '/dossiers/:number/receipt.pdf': PERSONAL,
  '/dossiers/:number/files/:id{[0-9]{1,15}}': PERSONAL,
  '/dossiers/:number/files/:id{[0-9]{1,15}}/remove': PERSONAL,
  '/notifications/:id{[0-9]{1,15}}': OF_DOSSIER,
  '/post/:id{[0-9]{1,15}}': OF_DOSSIER,
  '/post/new': PARCEL,
  '/post/:id{[0-9]{1,15}}/label.pdf': PARCEL,
  '/documents/new': KEEPERS,
  '/documents/:id{[0-9]{1,15}}/edit': KEEPERS,
  '/documents/:id{[0-9]{1,15}}/withdrawal': KEEPERS,
  '/post/courier-list.pdf': { 'one-stop': 'pppp ppppmm', else: 'f' },
  '/results/:id{[0-9]{1,15}}': OF_DOSSIER,
  '/results/:id{[0-9]{1,15}}/sheet.pdf': OF_DOSSIER,
  '/results/:id{[0-9]{1,15}}/file': {
    ...OF_DOSSIER,
    'unit-leader': 'pfmm pfmmpm',
    chairman: 'pfmm pfmmpm',
    'home-affairs': 'fffm fffmfm',
  },
  '/results/:id{[0-9]{1,15}}/complete': ENTERING,
  '/results/:id{[0-9]{1,15}}/change': RESULT_FORM,
  '/dossiers/:number/results/new': ENTERING,
  '/dossiers/:number/vault': VAULT,
  '/dossiers/:number/files/:id{[0-9]{1,15}}/preview': PERSONAL,
  '/dossiers/:number/reads': READS,
  '/reads': {
    'unit-leader': EVERYWHERE,
    chairman: EVERYWHERE,
    inspector: EVERYWHERE,
    'data-protection': EVERYWHERE,
    else: 'f',
  },
  '/fees': FEE_LISTS,
  '/fees/receipts': FEE_LISTS,
  '/fees/tills': FEE_LISTS,
  '/fees/refunds': FEE_LISTS,
  '/fees/totals': FEE_LISTS,
  '/fees/books': FEE_LISTS,
  '/fees/accounts': FEE_LISTS,
  '/fees/exemptions': FEE_LISTS,
  '/fees/till': { 'one-stop': EVERYWHERE, else: 'f' },
  '/fees/books/new': BOOKS,
  '/fees/books/:id{[0-9]{1,15}}/closing': {
    'unit-leader': AND_ABOVE.replaceAll('.', 'm'),
    chairman: AND_ABOVE.replaceAll('.', 'm'),
    'records-clerk': AND_ABOVE.replaceAll('.', 'm'),
    else: 'f',
  },
  '/fees/accounts/new': HEADS,
  '/fees/accounts/:id{[0-9]{1,15}}/closing': ITS_HEADS,
  '/fees/payments/:id{[0-9]{1,15}}': FEE,
  '/fees/payments/:id{[0-9]{1,15}}/correction': FEE_OF_COUNTER,
  '/fees/receipts/:id{[0-9]{1,15}}/receipt.pdf': FEE,
  '/fees/receipts/:id{[0-9]{1,15}}/void': FEE_OF_HEAD,
  '/fees/receipts/:id{[0-9]{1,15}}/refund': COLLECTING,
  '/fees/refunds/:id{[0-9]{1,15}}': FEE,
  '/fees/refunds/:id{[0-9]{1,15}}/slip.pdf': FEE,
  '/fees/tills/:id{[0-9]{1,15}}': FEE,
  '/dossiers/:number/payments/new': COLLECTING,
  '/retention': ARCHIVES,
  '/retention/disposals': ARCHIVES,
  '/retention/holds': ARCHIVES,
  '/retention/rules': ARCHIVES,
  '/retention/holds/new': HOLDS,
  '/retention/disposals/:id{[0-9]{1,15}}': DISPOSAL,
  '/retention/disposals/:id{[0-9]{1,15}}/certificate.pdf': DISPOSAL,
  '/dossiers/:number/score': DOSSIER,
  '/intake/:slug/group': RECEIVING,
  '/intake/:slug/import': RECEIVING,
  '/intake/:slug/import/template.xlsx': RECEIVING,
  '/intake/batches': { 'one-stop': EVERYWHERE, else: 'f' },
  '/intake/batches/:number': GROUP,
  '/intake/batches/:number/result.xlsx': GROUP,
  '/intake/batches/:number/receipts.pdf': GROUP,
  '/guard/drop': GUARDED,
  '/slips/:number': SLIP,
  '/slips/:file{.+\\.pdf}': SLIP,
  '/intake': { 'one-stop': 'pppp ppppmm', else: 'f' },
  '/intake/:slug': RECEIVING,
  '/intake/:slug/guide': RECEIVING,
  '/intake/:slug/refuse': RECEIVING,
  '/intake/received/:number': { 'one-stop': 'pmmm pmmmpm', else: 'f' },
  '/tracking-book.pdf': {
    'one-stop': 'pppp ppppmm',
    'unit-leader': 'pppp ppppmm',
    chairman: 'pppp ppppmm',
    'home-affairs': 'pppp ppppmm',
    inspector: 'pppp ppppmm',
    else: 'f',
  },
  '/people/officers/:id{[0-9]+}': PERSON,
  '/people/posts/:id{[0-9]+}': PERSON,
  '/people/posts/:id{[0-9]+}/substitute': SUBSTITUTION,
  '/people/substitutions/:id{[0-9]+}/end': SUBSTITUTION,
  // After five years it has run out, and is there for nobody.
  '/people/recoveries/:id{[0-9]+}': {
    'unit-leader': 'ppff mmmmmm',
    chairman: 'ppff mmmmmm',
    'it-administrator': 'pppp mmmmmm',
    else: 'f',
  },
};

/** Writes about something of An Hòa: `p` may try, everybody else is told no. Others follow their pages and `WRITING`. */
const RELATED_WRITES: Readonly<Record<string, Table>> = {
  // For their own unit, whatever of An Hòa's the form names.
  '/intake/:slug': COUNTERS,
  '/intake/:slug/guide': COUNTERS,
  '/intake/:slug/guide/draft': COUNTERS,
  '/intake/:slug/refuse': COUNTERS,
  '/intake/:slug/refuse/draft': COUNTERS,
  '/dossiers/:number/pass-on': HANDLING,
  '/dossiers/:number/take': HANDLING,
  '/dossiers/:number/claim': HANDLING,
  ...Object.fromEntries([...UNIT_WRITES, ...CLOCK_WRITES].map((pattern) => [pattern, HANDLING])),
  '/dossiers/:number/release': HANDLING,
  '/dossiers/:number/send-back': HANDLING,
  '/dossiers/:number/obligations': HANDLING,
  '/dossiers/:number/answers': HANDLING,
  '/dossiers/:number/result': HANDLING,
  '/dossiers/:number/files': HANDLING,
  '/dossiers/:number/files/:id{[0-9]{1,15}}/remove': HANDLING,
  '/dossiers/:number/assign': { 'unit-leader': ITS_OWN, chairman: ITS_OWN, else: 'f' },
  '/dossiers/:number/return': { 'one-stop': ITS_OWN, else: 'f' },
  '/post/new': PARCEL,
  '/dossiers/:number/vault': PARCEL,
  '/dossiers/:number/vault/:id{[0-9]{1,15}}/remove': PARCEL,
  '/results/:id{[0-9]{1,15}}/answer': {
    'unit-leader': AND_ABOVE.replaceAll('.', 'm'),
    chairman: AND_ABOVE.replaceAll('.', 'm'),
    else: 'f',
  },
  '/post/:id{[0-9]{1,15}}/state': PARCEL,
  '/post/:id{[0-9]{1,15}}/cancel': PARCEL,
  '/post/:id{[0-9]{1,15}}/again': PARCEL,
  '/post/:id{[0-9]{1,15}}/back': PARCEL,
  '/notifications/:id{[0-9]{1,15}}/resend': {
    'one-stop': ITS_OWN,
    'unit-leader': AND_ABOVE,
    chairman: AND_ABOVE,
    else: 'f',
  },
  '/fees/payments/:id{[0-9]{1,15}}/collection': { 'one-stop': ITS_OWN, else: 'f' },
  '/fees/payments/:id{[0-9]{1,15}}/cancellation': { 'one-stop': ITS_OWN, else: 'f' },
  '/fees/payments/:id{[0-9]{1,15}}/correction': { 'one-stop': ITS_OWN, else: 'f' },
  '/fees/receipts/:id{[0-9]{1,15}}/refund': { 'one-stop': ITS_OWN, else: 'f' },
  '/fees/receipts/:id{[0-9]{1,15}}/void': ITS_HEADS,
  '/fees/refunds/:id{[0-9]{1,15}}/payout': { 'one-stop': ITS_OWN, else: 'f' },
  '/fees/refunds/:id{[0-9]{1,15}}/decision': ITS_HEADS,
  '/fees/tills/:id{[0-9]{1,15}}': ITS_HEADS,
  '/fees/books/:id{[0-9]{1,15}}/closing': { ...ITS_HEADS, 'records-clerk': AND_ABOVE },
  '/dossiers/:number/payments/new': { 'one-stop': ITS_OWN, else: 'f' },
  // Of their own units; of which, the verb says.
  '/dossiers/:number/score': {
    'unit-leader': AND_ABOVE,
    chairman: AND_ABOVE,
    'home-affairs': OF_THE_COMMITTEE,
    else: 'f',
  },
  '/intake/:slug/group/draft': COUNTERS,
  '/intake/:slug/group': COUNTERS,
  '/intake/:slug/import': COUNTERS,
  '/intake/batches/:number/start': GROUP,
  '/intake/batches/:number/withdrawal': GROUP,
  '/retention/propose': { 'records-clerk': EVERYWHERE, else: 'f' },
  '/retention/holds/:id{[0-9]{1,15}}/lift': HOLDS,
  '/retention/disposals/:id{[0-9]{1,15}}/decision': {
    'unit-leader': EVERYWHERE,
    chairman: EVERYWHERE,
    else: 'f',
  },
  '/retention/disposals/:id{[0-9]{1,15}}/withdrawal': {
    'unit-leader': EVERYWHERE,
    chairman: EVERYWHERE,
    'records-clerk': EVERYWHERE,
    else: 'f',
  },
  // A leader alone confirms no day; a chairman does for the units below, of which the verb says.
  '/calendar/changes/:id{[0-9]+}/decision': {
    chairman: EVERYWHERE,
    'home-affairs': EVERYWHERE,
    'it-administrator': EVERYWHERE,
    else: 'f',
  },
  '/people/recoveries/:id{[0-9]+}/cancel': {
    'unit-leader': 'pp.. ......',
    chairman: 'pp.. ......',
    'it-administrator': 'pppp ......',
    else: 'f',
  },
};

export type Related = Answer | 'nothing';

/** What an address answers to a role in a unit of this relation. Throws for a cell that nobody thought of. */
export function answerFor(pattern: string, role: string, relation: Relation): Related {
  const table = RELATED[pattern];
  return table ? inTable(table, role, relation) : likeTheCast(pattern, role);
}

/** Whether a role in a unit of this relation may try a write. */
export function mayTry(pattern: string, role: string, relation: Relation): boolean {
  const table = RELATED_WRITES[pattern] ?? RELATED[pattern];
  if (table) return inTable(table, role, relation) === 'page';
  const rightful = WRITING[pattern];
  if (rightful === undefined) return likeTheCast(pattern, role) === 'page';
  const name = standInOf(role);
  return name !== null && rightful.includes(name);
}

function inTable(table: Table, role: string, relation: Relation): Related {
  // A role that the table does not name has no part in it.
  const line = (table as Readonly<Record<string, string | undefined>>)[role];
  const letter = line?.replace(' ', '')[[...BEFORE, ...AFTER].indexOf(relation)] ?? '.';
  const answer = LETTERS[letter as Letter] ?? LETTERS[table.else];
  if (answer === null) throw new Error(`No expectation for ${role} in ${relation}`);
  return answer;
}

function standInOf(role: string): VisitorName | null {
  const name = STAND_IN[role];
  if (name === undefined) throw new Error(`Nobody said how the role ${role} is answered`);
  return name;
}

function likeTheCast(pattern: string, role: string): Answer {
  const expected = READING[pattern];
  if (!expected) throw new Error(`No expectation for ${pattern}`);
  const name = standInOf(role);
  if (name !== null) return expected[name];
  const { stranger: _nobody, ...staff } = expected;
  return Object.values(staff).find((answer) => answer !== 'page') ?? 'page';
}
