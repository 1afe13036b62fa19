import { array, assert, asyncProperty, boolean, constantFrom, integer, property } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#kernel/local-date.ts';
import { unitByCode } from '#foundation/organisation/service.ts';
import { systemContext } from '#foundation/context.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { dossierNumber, parseDossierNumber } from './numbering.ts';
import { type NumberBook, takeNumbers } from './store.ts';

describe('a dossier number', () => {
  test('says agency, day and sequence as in real ones', () => {
    const number = dossierNumber({ agencyId: '000.17.22.H08', day: '2020-04-28', sequence: 3 });
    expect(number).toBe('000.17.22.H08-200428-0003');
  });

  test('is read in the older and the newer form, whatever its spaces and case', () => {
    expect(parseDossierNumber(' 000.17.22.h08-210531-0001 ')).toEqual({
      agencyId: '000.17.22.H08',
      day: '2021-05-31',
      sequence: 1,
    });
    expect(parseDossierNumber('G09.20-20260609-0092637')).toMatchObject({
      day: '2026-06-09',
      sequence: 92_637,
    });
    expect(parseDossierNumber('Nguyễn Thị B')).toBeNull();
  });

  test('comes back from its writing, in both patterns', () => {
    const day = integer({ min: 0, max: 20_000 }).map((days) => addDays('2001-01-01', days));
    const pattern = constantFrom({ year: 2, width: 4 } as const, { year: 4, width: 7 } as const);
    assert(
      property(day, integer({ min: 1, max: 99_999 }), pattern, (date, sequence, written) => {
        const parts = { agencyId: 'H08.22.17', day: date, sequence };
        expect(parseDossierNumber(dossierNumber(parts, written))).toEqual(parts);
      }),
    );
  });
});

describe('taking numbers', () => {
  let system: TestSystem;
  let unitId: number;
  let lastDay = 0;

  beforeAll(async () => {
    system = await openTestWorld();
    unitId = (await unitByCode(await systemContext(system, 'test'), 'xa-an-hoa')).id;
  });
  afterAll(async () => system.close());

  /** One taker on a connection of its own; when it fails, everything it did is undone. */
  async function take(book: NumberBook, day: string, fails: boolean): Promise<number | null> {
    try {
      return await system.db.transaction().execute(async (db) => {
        const [number = null] = await takeNumbers(db, [{ unitId, book, day }]);
        if (fails) throw new Error('undone');
        return number;
      });
    } catch (error) {
      if (error instanceof Error && error.message === 'undone') return null;
      throw error;
    }
  }

  test('at once, some giving up, leaves numbers that are unique and without gaps', async () => {
    await assert(
      asyncProperty(array(boolean(), { minLength: 1, maxLength: 40 }), async (failures) => {
        lastDay += 1;
        const day = addDays('2021-01-01', lastDay);
        const taken = await Promise.all(failures.map((fails) => take('dossier', day, fails)));
        const numbers = taken.filter((number) => number !== null).toSorted((a, b) => a - b);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      }),
      { numRuns: 25 },
    );
  });

  test('of each book and each day begin at one', async () => {
    expect(await take('guide-slip', '2020-04-28', false)).toBe(1);
    expect(await take('refusal-slip', '2020-04-28', false)).toBe(1);
    expect(await take('guide-slip', '2020-04-28', false)).toBe(2);
    expect(await take('guide-slip', '2020-04-29', false)).toBe(1);
  });
});
