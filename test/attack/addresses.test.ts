import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Visitor, visitorOf } from '#test/visitor.ts';
import { READING, readerOf, VISITORS } from './matrix.ts';
import { addressOf } from './routes.ts';
import { type AttackedWorld, openAttackedWorld } from './world.ts';

const PATTERNS = Object.keys(READING);
const NASTY_PARTS = [
  '%00',
  '%ff',
  '%25',
  '..%2f..%2fetc%2fpasswd',
  '99999999999999999999',
  '-1',
  '%27',
  '__proto__',
];
const NASTY_VALUES = [
  '\u0000',
  `'`,
  '_%',
  '9999-12-31',
  '0001-01-01',
  '99999999999999999999',
  '-1',
  'NaN',
  '('.repeat(99),
];
const QUERY =
  'q unit page from to date tab state sort dir domain kind role standing applicant who copies noi year format procedure';

let world: AttackedWorld;
const visitors = new Map<string, Visitor>();
beforeAll(async () => {
  world = await openAttackedWorld();
  for (const [name, login] of Object.entries(VISITORS)) {
    visitors.set(name, await visitorOf(world.system, login));
  }
});
afterAll(async () => world.system.close());

/** What somebody who sees the page is answered at a changed address of it. */
async function statusOf(pattern: string, address: string): Promise<number> {
  const reader = visitors.get(readerOf(pattern));
  if (!reader) throw new Error(`Nobody reads ${pattern}`);
  return (await reader.get(address)).status;
}

describe('An address that nobody links to', () => {
  test.each(NASTY_PARTS)('%s in place of a name is no failure', async (nasty) => {
    for (const pattern of PATTERNS.filter((one) => one.includes(':'))) {
      const address = addressOf(pattern, world.target);
      const changed = [
        pattern.replaceAll(/:(\w+)(?:\{.*?\}(?=\/|$))?/g, nasty),
        address.replace(/[^/?]+(?=$|\?)/, nasty),
        address.replace(/\/\d+(?=\/|$)/, `/${nasty}`),
      ];
      for (const one of new Set(changed)) {
        const status = await statusOf(pattern, one);
        expect([one, status < 500]).toEqual([one, true]);
      }
    }
  });

  test.each(NASTY_VALUES)('%j in every part of its query is no failure', async (nasty) => {
    const query = QUERY.split(' ')
      .map((name) => `${name}=${encodeURIComponent(nasty)}`)
      .join('&');
    for (const pattern of PATTERNS) {
      const address = addressOf(pattern, world.target);
      const status = await statusOf(pattern, `${address}${address.includes('?') ? '&' : '?'}${query}`);
      expect([pattern, status < 500]).toEqual([pattern, true]);
    }
  });
});
