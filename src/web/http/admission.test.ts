import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Admission, createAdmission, type Entry, type Limits, type Rank } from './admission.ts';

const rankOf = (name: string, changes: Partial<Rank> = {}): Rank => ({
  name,
  places: 4,
  queue: 10,
  patience: 500,
  perKey: { places: 4, all: 20 },
  ...changes,
});
const LIMITS: Limits = {
  places: 4,
  ranks: [rankOf('counter'), rankOf('public', { places: 2 })],
  lease: 2000,
  overstaying: 2,
};
const COUNTER = 0;
const PUBLIC = 1;

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

type Visitor = { entry: Entry | null; readonly leave: () => void };

/** Somebody at the door; `entry` is null while they wait. */
function come(admission: Admission, rank: number, key = 'a'): Visitor {
  const visitor: Visitor = {
    entry: null,
    leave: () => {
      if (visitor.entry?.kind === 'inside') visitor.entry.leave();
    },
  };
  const entered = admission.enter({ rank, key });
  if (entered instanceof Promise) void entered.then((entry) => (visitor.entry = entry));
  else visitor.entry = entered;
  return visitor;
}

const many = (count: number, make: (index: number) => Visitor): readonly Visitor[] =>
  Array.from({ length: count }, (_, index) => make(index));
const isInside = ({ entry }: Visitor): boolean => entry?.kind === 'inside';
const whyRefused = ({ entry }: Visitor): string | null => (entry?.kind === 'refused' ? entry.why : null);
const settled = async (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

describe('While there are places', () => {
  test('everybody comes in at once', () => {
    const admission = createAdmission(LIMITS);
    expect(many(4, () => come(admission, COUNTER)).every(isInside)).toBe(true);
  });

  test('a lower rank takes no more than its own, so that a counter always finds one', () => {
    const admission = createAdmission(LIMITS);
    const flood = many(8, (index) => come(admission, PUBLIC, `p${index}`));
    expect(flood.filter(isInside)).toHaveLength(2);
    expect(isInside(come(admission, COUNTER))).toBe(true);
  });
});

describe('When all places are taken', () => {
  test('whoever waits comes in by rank, then by time', async () => {
    const admission = createAdmission(LIMITS);
    const inside = many(4, () => come(admission, COUNTER));
    const citizen = come(admission, PUBLIC, 'p');
    const [first, second] = [come(admission, COUNTER), come(admission, COUNTER)];
    inside[0]?.leave();
    await settled();
    expect([first, second, citizen].map(isInside)).toEqual([true, false, false]);
    inside[1]?.leave();
    inside[2]?.leave();
    await settled();
    expect([first, second, citizen].map(isInside)).toEqual([true, true, true]);
  });

  test('the queue is bounded: the next is sent away at once', () => {
    const admission = createAdmission(LIMITS);
    many(14, (index) => come(admission, COUNTER, `s${index}`));
    expect(whyRefused(come(admission, COUNTER, 'one more'))).toBe('full');
    expect(admission.counts()[COUNTER]).toMatchObject({ inside: 4, waiting: 10, refused: 1 });
  });

  test('nobody waits longer than the patience of their rank', async () => {
    const admission = createAdmission(LIMITS);
    many(4, () => come(admission, COUNTER));
    const late = come(admission, COUNTER);
    await vi.advanceTimersByTimeAsync(499);
    expect(late.entry).toBeNull();
    await vi.advanceTimersByTimeAsync(40);
    expect(whyRefused(late)).toBe('late');
  });

  test('in a queue that stands one is sent away after a tenth of it', async () => {
    const admission = createAdmission({ ...LIMITS, ranks: [rankOf('counter', { queue: 100 })] });
    many(4, () => come(admission, COUNTER));
    const waiting: Visitor[] = [];
    for (let at = 0; at < 20; at += 1) {
      waiting.push(come(admission, COUNTER, `s${at}`));
      await vi.advanceTimersByTimeAsync(40);
    }
    const fresh = come(admission, COUNTER, 'fresh');
    await vi.advanceTimersByTimeAsync(80);
    expect(whyRefused(fresh)).toBe('late');
  });

  test('all is as before when the rush is over', async () => {
    const admission = createAdmission(LIMITS);
    const rush = many(60, (index) => come(admission, index % 2, `s${index}`));
    await vi.advanceTimersByTimeAsync(1000);
    for (const visitor of rush) visitor.leave();
    await vi.advanceTimersByTimeAsync(1000);
    expect(admission.counts().map(({ inside, waiting }) => inside + waiting)).toEqual([0, 0]);
    expect(many(4, () => come(admission, COUNTER)).every(isInside)).toBe(true);
  });
});

describe('One of many', () => {
  const greedy: Limits = {
    ...LIMITS,
    places: 4,
    ranks: [rankOf('public', { perKey: { places: 2, all: 3 } })],
  };

  test('takes no more than its share, however often it asks', () => {
    const admission = createAdmission(greedy);
    const asked = many(10, () => come(admission, 0, 'greedy'));
    expect(asked.filter(isInside)).toHaveLength(2);
    expect(asked.filter((one) => whyRefused(one) === 'own')).toHaveLength(7);
  });

  test('does not stand in the way of others that came later', async () => {
    const admission = createAdmission(greedy);
    many(3, () => come(admission, 0, 'greedy'));
    const other = come(admission, 0, 'other');
    await vi.advanceTimersByTimeAsync(20);
    expect(isInside(other)).toBe(true);
  });

  test('who is gone is not let in', async () => {
    const admission = createAdmission(LIMITS);
    const inside = many(4, () => come(admission, COUNTER));
    const entered = admission.enter({ rank: COUNTER, key: 'gone', isGone: () => true });
    inside[0]?.leave();
    expect(await entered).toEqual({ kind: 'refused', why: 'gone' });
  });
});

describe('Work that lasts', () => {
  test('keeps its place for a while only, but not without end', async () => {
    const admission = createAdmission(LIMITS);
    many(4, () => come(admission, COUNTER, 'slow'));
    await vi.advanceTimersByTimeAsync(2040);
    // Two may stay beyond their time; the places of the other two are kept.
    const next = many(4, (index) => come(admission, COUNTER, `next${index}`));
    expect(next.filter(isInside)).toHaveLength(2);
  });

  test('gives a place back once, whether by time or by leaving', async () => {
    const admission = createAdmission(LIMITS);
    const slow = come(admission, COUNTER);
    await vi.advanceTimersByTimeAsync(2040);
    slow.leave();
    slow.leave();
    expect(admission.counts()[COUNTER]).toMatchObject({ inside: 0, waiting: 0 });
  });
});

test('A closed door sends everybody away, those who wait as well, until it is opened', async () => {
  const admission = createAdmission(LIMITS);
  many(4, () => come(admission, COUNTER));
  const waiting = come(admission, COUNTER);
  admission.setClosed(true);
  await vi.advanceTimersByTimeAsync(40);
  expect([whyRefused(waiting), whyRefused(come(admission, COUNTER))]).toEqual(['closed', 'closed']);
  admission.setClosed(false);
  expect(whyRefused(come(admission, COUNTER))).toBeNull();
});
