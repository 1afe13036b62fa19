import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestWorld } from '#test/database.ts';
import { type Visited, type Visitor, visitorOf } from '#test/visitor.ts';
import { type Answer, IN_FULL, READING, type VisitorName, VISITORS } from './matrix.ts';
import { OPEN_WRITES, OWN_WRITES, WRITING } from './writing.ts';
import { addressOf, appOf, liveRoutes } from './routes.ts';
import { type AttackedWorld, openAttackedWorld, SECRETS } from './world.ts';

let world: AttackedWorld;
const visitors = new Map<VisitorName, Visitor>();
beforeAll(async () => {
  world = await openAttackedWorld();
  for (const name of NAMES) visitors.set(name, await visitorOf(world.system, VISITORS[name]));
});
afterAll(async () => world.system.close());

// The keys of a constant object are exactly its names.
const NAMES = Object.keys(VISITORS) as readonly VisitorName[];

function visitor(name: VisitorName): Visitor {
  const found = visitors.get(name);
  if (!found) throw new Error(`Nobody is called ${name}`);
  return found;
}

function answerOf({ status, location }: Visited): Answer | number {
  if (status === 200) return 'page';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'missing';
  if (status === 302 || status === 303) return location?.startsWith('/sign-in') ? 'sign-in' : 'elsewhere';
  return status;
}

describe('Every address', () => {
  test('has an expectation, and every expectation an address', async () => {
    const system = await openTestWorld();
    const patterns = liveRoutes(appOf(system)).filter(({ method }) => method === 'GET');
    expect(patterns.map(({ pattern }) => pattern).toSorted()).toEqual(Object.keys(READING).toSorted());
    await system.close();
  });

  test.each(Object.keys(READING))('%s answers each visitor as expected', async (pattern) => {
    const answers: Record<string, Answer | number> = {};
    for (const name of NAMES) {
      answers[name] = answerOf(await visitor(name).get(addressOf(pattern, world.target)));
    }
    expect(answers).toEqual(READING[pattern]);
  });

  test.each(Object.keys(READING))(
    '%s shows no personal data in full and no secret of the house',
    async (pattern) => {
      for (const name of NAMES) {
        const { html } = await visitor(name).get(addressOf(pattern, world.target));
        if (IN_FULL[pattern]?.includes(name)) continue;
        for (const secret of [SECRETS.idNumber, SECRETS.phone, SECRETS.email])
          expect(html).not.toContain(secret);
        expect(html).not.toMatch(/argon2id|token_hash|node_modules|at \w+ \(|select "|motcua_app/);
      }
    },
  );
});

/** Who may try a write: as its own line says, else whoever sees the page of its form. */
function rightfulAt(pattern: string): readonly VisitorName[] {
  const page = READING[pattern];
  return WRITING[pattern] ?? NAMES.filter((name) => page?.[name] === 'page');
}

describe('Every write', () => {
  const writes = async (): Promise<readonly string[]> => {
    const all = liveRoutes(appOf(world.system)).filter(({ method }) => method !== 'GET');
    return all.map(({ pattern }) => pattern);
  };

  test('is refused to whoever has not signed in', async () => {
    for (const pattern of await writes()) {
      if (OPEN_WRITES.includes(pattern)) continue;
      const { status } = await visitor('stranger').post(addressOf(pattern, world.target), {});
      expect([pattern, status]).toEqual([pattern, 403]);
    }
  });

  test('says no to whoever may not before it looks at what they sent', async () => {
    for (const pattern of await writes()) {
      if (OPEN_WRITES.includes(pattern) || OWN_WRITES.test(pattern)) continue;
      const rightful = rightfulAt(pattern);
      for (const name of NAMES.filter((other) => !rightful.includes(other))) {
        const { status } = await visitor(name).post(addressOf(pattern, world.target), {});
        expect([pattern, name, status === 403 || status === 404 ? 'no' : status]).toEqual([
          pattern,
          name,
          'no',
        ]);
      }
    }
  });

  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost.evil.example' },
    { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'không phải địa chỉ' },
  ])('from a page of somebody else is refused: %o', async (headers) => {
    for (const pattern of await writes()) {
      // Headers are bytes: what is no Latin letter arrives percent-encoded.
      const sent = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, encodeURI(value)]),
      );
      const { status } = await visitor('administrator').post(addressOf(pattern, world.target), {}, sent);
      expect([pattern, status]).toEqual([pattern, 403]);
    }
  });

  test('leaves no trace of its refusals in the history', async () => {
    // The pages were read before: whoever may open a scan is noted for it, and the first receipt makes an agency's key.
    const { rows } = await world.system.superuser.query<{ kind: string }>(
      `select distinct kind from history_events where request_id not in ('test', 'world')
         and kind not in ('file-opened', 'made')`,
    );
    expect(rows).toEqual([]);
  });
});
