import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Visitor, visitorOf } from '#test/visitor.ts';
import { filledButFor, filledHonestly, filledWith, type FoundForm, formsOf, typedNames } from './forms.ts';
import { READING, type VisitorName, VISITORS } from './matrix.ts';
import { addressOf } from './routes.ts';
import { type AttackedWorld, openAttackedWorld } from './world.ts';

// The keys of a constant object are exactly its names.
const NAMES = Object.keys(VISITORS) as readonly VisitorName[];
const RIGHTFUL = ['own', 'leader', 'homeAffairs', 'administrator'] as const;

let world: AttackedWorld;
let forms: readonly Shown[] = [];
const visitors = new Map<VisitorName, Visitor>();
beforeAll(async () => {
  world = await openAttackedWorld();
  for (const name of NAMES) visitors.set(name, await visitorOf(world.system, VISITORS[name]));
  forms = await shownForms();
});
afterAll(async () => world.system.close());

function visitor(name: VisitorName): Visitor {
  const found = visitors.get(name);
  if (!found) throw new Error(`Nobody is called ${name}`);
  return found;
}

type Shown = FoundForm & { readonly pattern: string; readonly to: VisitorName };

/** Every form the application shows to somebody who may send it; the small ones around each page only once. */
async function shownForms(): Promise<readonly Shown[]> {
  const shown = new Map<string, Shown>();
  for (const pattern of Object.keys(READING)) {
    for (const to of RIGHTFUL) {
      const { html } = await visitor(to).get(addressOf(pattern, world.target));
      for (const form of formsOf(html)) {
        if (!shown.has(form.action)) shown.set(form.action, { ...form, pattern, to });
      }
    }
  }
  return [...shown.values()].filter(({ action }) => !/^\/(?:sign-|session|account)/.test(action));
}

/** Officers who have nothing to change: the inspector anywhere, a neighbour and another department in An Hòa. */
async function deedsOf(names: readonly VisitorName[]): Promise<readonly string[]> {
  const logins = names.map((name) => VISITORS[name]);
  const { rows } = await world.system.superuser.query<{ deed: string }>(
    `select e.stream || ' ' || e.kind as deed from history_events e join accounts a on a.id = e.account_id
     where a.login = any ($1)`,
    [logins],
  );
  return rows.map(({ deed }) => deed);
}

/** Forms over many rows answer with a page of outcomes, or lead back when no row was chosen; every other says no with its status. */
function isNo({ action }: FoundForm, status: number): boolean {
  const isBulk = action === '/inbox/pass-on' || action === '/handovers/take';
  return (status >= 400 && status < 500) || (isBulk && (status === 200 || status === 303));
}

test('Every form of an officer’s page says in the name of which post it was made', () => {
  const ofOfficers = forms.filter(
    ({ to, action }) => VISITORS[to] !== undefined && !/^\/(?:tra-cuu|xac-minh)/.test(action),
  );
  expect(ofOfficers.map(({ action }) => action)).toContain(`/procedures/${world.target.slug}/drafts`);
  for (const { action, inputs } of ofOfficers) {
    expect([action, inputs.some(({ name }) => name === 'actingPost')]).toEqual([action, true]);
  }
});

describe('A form that was made for somebody else', () => {
  test('does nothing when the inspector sends it', async () => {
    expect(forms.length).toBeGreaterThan(35);
    for (const form of forms) {
      // Inspecting means looking, with a reason that is noted.
      if (form.action.endsWith('/reveal')) continue;
      // A text that is checked leaves nothing behind.
      if (form.action === '/report-check') continue;
      // What the applicant does with the receipt is anybody's who holds it.
      if (form.action.startsWith('/tra-cuu/')) continue;
      const { status } = await visitor('inspector').post(form.action, filledHonestly(form));
      expect([form.action, isNo(form, status)]).toEqual([form.action, true]);
    }
    expect(await deedsOf(['inspector'])).toEqual([]);
  });

  test.each(['neighbour', 'department', 'stranger'] as const)(
    'does nothing when a %s sends it',
    async (name) => {
      for (const form of forms) {
        // What they are shown themselves, they send for their own unit.
        if (READING[form.pattern]?.[name] === 'page' && !form.action.includes('/acts/')) continue;
        const { status } = await visitor(name).post(form.action, filledHonestly(form));
        expect([form.action, status >= 400 && status < 500]).toEqual([form.action, true]);
      }
      expect(await deedsOf([name])).toEqual([]);
    },
  );
});

/** After the big list of naughty strings: what breaks quoting, patterns, encodings, spreadsheets and print. */
const NAUGHTY: readonly string[] = [
  `"><script>alert(1)</script>`,
  `'; drop table dossiers; --`,
  '\u0000\u0001\u001b[31m',
  '\u202eđảo chiều\u202c \u200b\ufeff',
  '%_\\%00',
  '=HYPERLINK("http://evil.example")',
  '#set page(width: 1pt) *đậm* $x$ @nhãn \\ #panic("x")',
  '😀'.repeat(300),
  'ạ'.normalize('NFD').repeat(5000),
  '(((((((((((((((((((((((((((((a+)+)+)+$',
  '99999999999999999999999',
  '-1e308',
  '31/02/2020',
  '31/12/9999',
  '__proto__',
];

describe('Naughty text in every field of every form', () => {
  test.each(NAUGHTY)('%j is kept or refused, never a failure', async (text) => {
    for (const form of forms) {
      const { status, html } = await visitor(form.to).post(form.action, filledWith(form, text));
      expect([form.action, status < 500]).toEqual([form.action, true]);
      expect(html).not.toContain('<script>alert');
    }
  });

  test('in one field of an honest form is kept or refused too', async () => {
    const [script = ''] = NAUGHTY;
    for (const form of forms) {
      for (const name of typedNames(form)) {
        const { status, html } = await visitor(form.to).post(form.action, filledButFor(form, name, script));
        expect([form.action, name, status < 500]).toEqual([form.action, name, true]);
        expect(html).not.toContain('<script>alert');
      }
    }
  });

  test('stands on no page as anything but text', async () => {
    for (const pattern of Object.keys(READING)) {
      for (const name of RIGHTFUL) {
        const { html, status, response } = await visitor(name).get(addressOf(pattern, world.target));
        expect([pattern, status < 500]).toEqual([pattern, true]);
        const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
        expect(isPage && html.includes('<script>alert')).toBe(false);
      }
    }
  }, 90_000);
});
