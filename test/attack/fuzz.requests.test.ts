import { assert, asyncProperty, constantFrom, oneof, tuple } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FoundForm, formsOf } from './forms.ts';
import { anyText, queries, REQUEST_RUNS, sendings } from './fuzz.ts';
import { READING, readerOf, type VisitorName, VISITORS } from './matrix.ts';
import { addressOf, appOf } from './routes.ts';
import { type AttackedWorld, openAttackedWorld } from './world.ts';
import { openSession } from '#test/session.ts';

/** A run sends the same whatever to the same forms; another `FUZZ_SEED` something else. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_124);

const RIGHTFUL = ['own', 'leader', 'homeAffairs', 'administrator', 'stranger'] as const;
/** Ends the very session that is needed for the next try. */
const NOT_TRIED = /^\/(?:sign-out|session)/;

let world: AttackedWorld;
let app: ReturnType<typeof appOf>;
const cookies = new Map<VisitorName, string>();
beforeAll(async () => {
  world = await openAttackedWorld();
  app = appOf(world.system);
});
afterAll(async () => world.system.close());

/** What a form did may have ended a session, or asked for a second step; everybody comes in anew. */
async function comeIn(): Promise<void> {
  const { system } = world;
  await system.superuser.query(`update second_factor_policies set required_roles = '{}'`);
  await system.superuser.query('update accounts set disabled_at = null');
  for (const name of RIGHTFUL) {
    const login = VISITORS[name];
    const token = login === undefined ? null : await openSession(system, login);
    cookies.set(name, token === null ? '' : `motcua_session=${token}`);
  }
}

async function ask(name: VisitorName, address: string, body?: URLSearchParams): Promise<Response> {
  const headers = { cookie: cookies.get(name) ?? '', origin: 'http://localhost' };
  const init = body === undefined ? { headers } : { method: 'POST', body, headers };
  return app.request(`http://localhost${address}`, init);
}

/** An answer that somebody can do something with, and no failure of ours; a script in it never stands as one. */
async function assertSound(what: string, response: Response): Promise<void> {
  const html = await response.text();
  expect([what, response.status < 500]).toEqual([what, true]);
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
  expect([what, isPage && html.includes('<script>alert')]).toEqual([what, false]);
  expect([what, response.headers.get('set-cookie')?.includes('a=b') === true]).toEqual([what, false]);
}

/** Every form the application shows to somebody, with whom. */
async function everyForm(): Promise<readonly (FoundForm & { readonly to: VisitorName })[]> {
  const found = new Map<string, FoundForm & { readonly to: VisitorName }>();
  for (const pattern of Object.keys(READING)) {
    for (const to of RIGHTFUL) {
      const html = await (await ask(to, addressOf(pattern, world.target))).text();
      for (const form of formsOf(html)) {
        if (!NOT_TRIED.test(form.action) && !found.has(form.action)) found.set(form.action, { ...form, to });
      }
    }
  }
  return [...found.values()];
}

test('Every form, filled with whatever, is carried out or refused', async () => {
  await comeIn();
  const forms = await everyForm();
  expect(forms.length).toBeGreaterThan(50);
  for (const form of forms) {
    await comeIn();
    await assert(
      asyncProperty(sendings(form), async (body) => {
        await assertSound(
          `${form.action}?${String(body).slice(0, 300)}`,
          await ask(form.to, form.action, body),
        );
      }),
      { numRuns: REQUEST_RUNS, seed: SEED },
    );
  }
}, 600_000);

describe('Every address', () => {
  beforeAll(comeIn);

  test.each(Object.keys(READING))(
    '%s, with whatever in its query and its path, answers',
    async (pattern) => {
      const reader = readerOf(pattern);
      const own = addressOf(pattern, world.target);
      const [path = '/'] = own.split('?');
      const paths = oneof(
        constantFrom(path),
        anyText.map((text) =>
          pattern.replaceAll(/:(\w+)(?:\{.*?\}(?=\/|$))?/g, encodeURIComponent(text.toWellFormed())),
        ),
        tuple(constantFrom(path), anyText).map(
          ([start, text]) => `${start}/${encodeURIComponent(text.toWellFormed())}`,
        ),
      );
      await assert(
        asyncProperty(tuple(paths, queries), async ([one, query]) => {
          await assertSound(`${one}?${query}`, await ask(reader, `${one}?${query}`));
        }),
        { numRuns: REQUEST_RUNS, seed: SEED },
      );
    },
    120_000,
  );
});
