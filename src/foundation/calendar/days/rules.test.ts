import { describe, expect, test } from 'vitest';
import type { Refusal } from '#kernel/refusal.ts';
import { COMMUNE, day, MORNING, week } from '../facts.fixture.ts';
import { decideDays, decideWithdrawal, type DayScene } from './rules.ts';
import type { DayInput } from './schema.ts';

const scene: DayScene = { facts: { weeks: [week()], days: [day()] }, chain: [], today: '2020-04-28' };
const wanted: DayInput = {
  unitCode: null,
  kind: 'closure',
  date: '2020-04-29',
  workedOn: null,
  name: 'Nghỉ tránh bão',
  shifts: [],
  legalNotice: 'Công điện số 01/CĐ-UBND ngày 28/4/2020',
  decision: '',
};

function refusalOf(change: Partial<DayInput>, at: Partial<DayScene> = {}) {
  try {
    decideDays({ ...scene, ...at }, { ...wanted, ...change });
  } catch (error) {
    // Only refusals are thrown by rules.
    const { kind, message, fields } = error as Refusal;
    return { kind, message, fields: Object.keys(fields) };
  }
  return null;
}

describe('a declaration', () => {
  test('closes a day, or leaves some hours of it', () => {
    expect(decideDays(scene, wanted)).toMatchObject([{ date: '2020-04-29', shifts: null, unitId: null }]);
    expect(decideDays(scene, { ...wanted, shifts: MORNING })).toMatchObject([{ shifts: MORNING }]);
  });

  test('of a swap makes both halves, each knowing the other', () => {
    const days = decideDays(scene, {
      ...wanted,
      kind: 'swap-off',
      workedOn: '2020-05-09',
      name: 'Nghỉ hoán đổi',
    });
    expect(days).toMatchObject([
      { kind: 'swap-off', date: '2020-04-29', partnerDate: '2020-05-09' },
      { kind: 'swap-work', date: '2020-05-09', partnerDate: '2020-04-29', name: 'Làm bù cho ngày 29/4/2020' },
    ]);
  });

  test('of a unit may stand on a date that another has taken', () => {
    const others = { weeks: [week()], days: [day({ unitId: 4, date: '2020-04-29', kind: 'closure' })] };
    expect(decideDays({ ...scene, facts: others, chain: COMMUNE }, wanted)).toMatchObject([{ unitId: 2 }]);
  });

  test('is refused on a date that has one, and says what to do', () => {
    const refused = refusalOf({ kind: 'holiday', date: '2020-04-30' });
    expect(refused).toMatchObject({ kind: 'conflict', fields: ['date'] });
    expect(refused?.message).toContain('đã khai báo là “Ngày Chiến thắng”');
    expect(refused?.message).toContain('Hãy thu hồi khai báo đó trước');
  });

  test.each([
    ['a closure of a rest day', { date: '2020-05-02' }, 'vốn không làm việc (Nghỉ hằng tuần)', 'date'],
    ['a swap without its worked day', { kind: 'swap-off' }, 'phải có ngày làm bù', 'workedOn'],
    [
      'a swap worked on a working day',
      { kind: 'swap-off', workedOn: '2020-05-08' },
      'vốn là ngày làm việc',
      'workedOn',
    ],
    ['work for a working day', { kind: 'swap-work' }, 'vốn là ngày làm việc', 'date'],
    ['a past date without a decision', { date: '2020-04-27' }, 'Ngày 27/4/2020 đã qua', 'date'],
    [
      'a closure that leaves the whole day',
      { shifts: week().shifts[1] },
      'phải ít hơn giờ làm việc',
      'shifts',
    ],
    ['a closure open at night', { shifts: [{ from: 1200, to: 1260 }] }, 'phải ít hơn giờ làm việc', 'shifts'],
  ] as const)('is refused: %s', (_, change, ...[sentence, field]) => {
    const refused = refusalOf(change);
    expect(refused?.message).toContain(sentence);
    expect(refused?.fields).toEqual([field]);
  });

  test('of work on a public holiday is refused, also for one unit', () => {
    const refused = refusalOf({ kind: 'swap-work', date: '2020-04-30' }, { chain: COMMUNE });
    expect(refused?.message).toContain('là ngày lễ (Ngày Chiến thắng), không làm bù');
  });

  test('of a past date holds with the document that decided it', () => {
    const input = { ...wanted, date: '2020-04-27', decision: 'Quyết định số 5/QĐ-UBND ngày 28/4/2020' };
    expect(decideDays(scene, input)).toMatchObject([{ date: '2020-04-27', decision: input.decision }]);
  });
});

describe('a withdrawal', () => {
  const off = day({ id: 20, kind: 'swap-off', date: '2020-04-29', partnerDate: '2020-05-09' });
  const work = day({ id: 21, kind: 'swap-work', date: '2020-05-09', partnerDate: '2020-04-29' });

  test('of a swap takes back both halves, from either', () => {
    expect(decideWithdrawal([off, work], off).map(({ id }) => id)).toEqual([20, 21]);
    expect(decideWithdrawal([off, work], work).map(({ id }) => id)).toEqual([21, 20]);
  });

  test('leaves the same swap of another unit', () => {
    const other = { ...work, id: 22, unitId: 4 };
    expect(decideWithdrawal([off, other], off).map(({ id }) => id)).toEqual([20]);
  });

  test('is refused the second time', () => {
    const withdrawn = { ...off, withdrawnAt: new Date('2020-04-28T08:00:00+07:00') };
    expect(() => decideWithdrawal([withdrawn, work], withdrawn)).toThrow(/đã được thu hồi trước đó/);
  });
});
