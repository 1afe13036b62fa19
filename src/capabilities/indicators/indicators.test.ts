import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, instantAt } from '#kernel/local-date.ts';
import { parsePeriod, type Period } from '#kernel/period/period.ts';
import { systemContext } from '#foundation/context.ts';
import { organisationNow, unitByCode } from '#foundation/organisation/service.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { differencesIn } from '#test/records.ts';
import { addIndicator, describeIndicator, retireIndicator } from './catalogue/service.ts';
import { observationHistory, withdrawObservation } from './observations/service.ts';
import { indicatorRecords, observationRecords } from './records.ts';
import { indicatorInput, observationInput, type FigureAsk } from './schema.ts';
import {
  catalogue,
  enterObservations,
  figureBreakdown,
  figuresByUnit,
  figuresFor,
  indicatorByCode,
  recordsBehind,
  seriesOf,
} from './service.ts';

const OFFICE = 'noi-vu';
const CLERK = 'mot-cua.an-hoa';

let system: TestSystem;
let district: number;
let communes: readonly [number, number];
let original: number;

beforeAll(async () => {
  system = await openTestWorld();
  const ctx = await systemContext(system, 'test');
  const unit = async (code: string) => (await unitByCode(ctx, code)).id;
  communes = [await unit('xa-an-hoa'), await unit('xa-an-toan')];
  const { number } = await receivedDossier(system);
  const { rows } = await system.superuser.query<{ id: number }>(
    'select id::int from dossiers where number = $1',
    [number],
  );
  original = rows[0]?.id ?? 0;
  const { units } = await organisationNow(ctx);
  district = units.get(communes[0])?.parentId ?? 0;
  // What is counted below is only what each test puts there.
  await system.superuser.query(`update dossiers set parent_id = id where id = $1`, [original]);
  system.setClock('2021-06-01T08:00:00+07:00');
});
afterAll(async () => system.close());

function read(code: string): Period {
  const period = parsePeriod(code);
  if (!period) throw new Error(code);
  return period;
}

const ask = (code: string, period: string, unitId = district): FigureAsk => ({
  code,
  unitId,
  period: read(period),
});

type Made = {
  readonly received: string;
  readonly due: string;
  readonly ended: string | null;
  readonly how: 'finished' | 'withdrawn';
  readonly channel: 'counter' | 'online' | 'postal';
  readonly commune: 0 | 1;
  readonly isLinked: boolean;
  readonly paused: readonly [string, string | null] | null;
};

const YEAR = { from: '2020-01-01', days: 366 };
const inYear = fc.integer({ min: -60, max: YEAR.days + 30 }).map((days) => addDays(YEAR.from, days));
const madeDossier: fc.Arbitrary<Made> = fc
  .record({
    received: inYear,
    take: fc.integer({ min: 0, max: 90 }),
    allowed: fc.integer({ min: 1, max: 60 }),
    isEnded: fc.boolean(),
    how: fc.constantFrom('finished' as const, 'withdrawn' as const),
    channel: fc.constantFrom('counter' as const, 'online' as const, 'postal' as const),
    commune: fc.constantFrom(0 as const, 1 as const),
    isLinked: fc.boolean(),
    pause: fc.option(fc.tuple(fc.nat(30), fc.option(fc.nat(60)))),
  })
  .map(({ received, take, allowed, isEnded, pause, ...rest }) => ({
    ...rest,
    received,
    due: addDays(received, allowed),
    ended: isEnded ? addDays(received, take) : null,
    paused:
      pause === null
        ? null
        : ([
            addDays(received, pause[0]),
            pause[1] === null ? null : addDays(received, pause[0] + pause[1]),
          ] as const),
  }));

const noon = (date: string) => instantAt(date, 720);

function timelinessOf({ ended, due }: Made): 'early' | 'on-time' | 'late' {
  return ended !== null && ended < due ? 'early' : ended === due ? 'on-time' : 'late';
}

/** Exactly these dossiers, beside the original. */
async function putDossiers(made: readonly Made[]): Promise<void> {
  const { superuser } = system;
  await superuser.query(
    `delete from dossier_pauses where dossier_id <> $1 and dossier_id in (select id from dossiers where number like 'T-%')`,
    [original],
  );
  await superuser.query(`delete from dossiers where number like 'T-%'`);
  for (const [at, one] of made.entries()) {
    const ended = one.ended === null ? null : noon(one.ended);
    const isFinished = ended !== null && one.how === 'finished';
    const id = 1_000_000 + at;
    const row = {
      id,
      number: `T-${at}`,
      channel: one.channel,
      receiving_unit_id: communes[one.commune],
      received_at: noon(one.received),
      due_at: noon(one.due),
      state: ended === null ? 'processing' : isFinished ? 'done' : 'closed',
      finished_at: isFinished ? ended : null,
      timeliness: isFinished ? timelinessOf(one) : null,
      closed_at: ended !== null && !isFinished ? ended : null,
      closed_how: ended !== null && !isFinished ? 'withdrawn' : null,
      parent_id: one.isLinked ? original : null,
    };
    await superuser.query(
      `insert into dossiers select (jsonb_populate_record(d, $1::jsonb)).* from dossiers d where id = $2`,
      [JSON.stringify(row), original],
    );
    if (one.paused) {
      await superuser.query(
        `insert into dossier_pauses (dossier_id, position, reason, from_at, to_at) values ($1, 1, 'decided', $2, $3)`,
        [id, noon(one.paused[0]), one.paused[1] === null ? null : noon(one.paused[1])],
      );
    }
  }
}

/** The same counted one by one, in the words of the form. */
function countedByHand(made: readonly Made[], { from, to }: Period) {
  const counted = made.filter(({ isLinked }) => !isLinked);
  const toDo = counted.filter(
    ({ received, ended }) => received <= to && (received >= from || ended === null || ended >= from),
  );
  const fresh = toDo.filter(({ received }) => received >= from);
  const resolved = toDo.filter(({ ended }) => ended !== null && ended <= to);
  const kept = (one: Made) => {
    if (one.how === 'finished') return timelinessOf(one);
    return one.ended !== null && one.ended <= one.due ? 'on-time' : 'late';
  };
  const open = toDo.filter((one) => !resolved.includes(one));
  const isPaused = ({ paused }: Made) =>
    paused !== null && paused[0] <= to && (paused[1] === null || paused[1] > to);
  const late = open.filter((one) => one.due <= to && !isPaused(one));
  return {
    'HS-TONG': toDo.length,
    'HS-NHAN': fresh.length,
    'HS-TRUCTUYEN': fresh.filter(({ channel }) => channel === 'online').length,
    'HS-TRUCTIEP': fresh.filter(({ channel }) => channel !== 'online').length,
    'HS-BUUCHINH': fresh.filter(({ channel }) => channel === 'postal').length,
    'HS-KYTRUOC': toDo.length - fresh.length,
    'HS-GIAIQUYET': resolved.length,
    'HS-TRUOCHAN': resolved.filter((one) => kept(one) === 'early').length,
    'HS-DUNGHAN': resolved.filter((one) => kept(one) === 'on-time').length,
    'HS-QUAHAN': resolved.filter((one) => kept(one) === 'late').length,
    'HS-DANGXL': open.length,
    'HS-TRONGHAN': open.length - late.length,
    'HS-DANGQUAHAN': late.length,
    'HS-RUT': made.filter(
      ({ how, ended }) => how === 'withdrawn' && ended !== null && ended >= from && ended <= to,
    ).length,
  };
}

const PERIODS = ['2020', '2020-Q2', '2020-07', '2020-02-15..2020-09-20', '2020-12-31'] as const;

describe('Figures counted from dossiers', () => {
  test('are those that counting one by one gives, keep the sums of the form, and list exactly what they count', async () => {
    const officer = await actAs(system, OFFICE);
    await fc.assert(
      fc.asyncProperty(
        fc.array(madeDossier, { maxLength: 14 }),
        fc.constantFrom(...PERIODS),
        async (made, code) => {
          await putDossiers(made);
          const byHand = countedByHand(made, read(code));
          const codes = Object.keys(byHand);
          const figures = await figuresFor(
            officer,
            codes.map((one) => ask(one, code)),
          );
          const values = Object.fromEntries(figures.map((figure) => [figure.code, figure.value]));
          expect(values).toEqual(byHand);
          const { 'HS-TONG': all, 'HS-GIAIQUYET': resolved, 'HS-DANGXL': open } = byHand;
          expect(all).toBe(resolved + open);
          const some = codes[made.length % codes.length] ?? 'HS-TONG';
          const listed = await recordsBehind(officer, ask(some, code), { offset: 0, limit: 100 });
          expect(listed.total).toBe(values[some]);
          expect(listed.records).toHaveLength(listed.total);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('add up over units and over parts, and a share is taken anew', async () => {
    const officer = await actAs(system, OFFICE);
    const [online, counter] = [madeOf({ channel: 'online' }), madeOf({ commune: 1, ended: '2020-06-30' })];
    await putDossiers([online, online, counter]);
    const byUnit = await figuresByUnit(officer, ask('HS-NHAN', '2020'));
    expect(byUnit.map(({ unitId, figure }) => [unitId, figure.value])).toEqual(
      expect.arrayContaining([
        [communes[0], 2],
        [communes[1], 1],
      ]),
    );
    const channels = await figureBreakdown(officer, ask('HS-NHAN', '2020'), 'channel');
    expect(channels?.parts.map(({ value, figure }) => [value, figure.value])).toEqual([
      ['counter', 1],
      ['online', 2],
    ]);
    const [share] = await figuresFor(officer, [ask('HS-TYLE-TRUCTUYEN', '2020')]);
    expect(share).toMatchObject({ numerator: 2, denominator: 3 });
    const [part] = await figuresFor(officer, [{ ...ask('HS-NHAN', '2020'), filter: { channel: 'online' } }]);
    expect(part?.value).toBe(2);
  });

  test('are the same for whoever asks, but only what one may read can be opened', async () => {
    await putDossiers([madeOf({}), madeOf({ commune: 1 })]);
    const clerk = await actAs(system, CLERK);
    const { total, records } = await recordsBehind(clerk, ask('HS-NHAN', '2020'), { offset: 0, limit: 10 });
    expect(total).toBe(2);
    expect(records).toHaveLength(2);
    // The copies belong to nobody's desk: no unit of the clerk's takes part in them.
    expect(records.filter(({ href }) => href !== null)).toEqual([]);
  });

  test('say why there are none', async () => {
    const officer = await actAs(system, OFFICE);
    const [future] = await figuresFor(officer, [ask('HS-NHAN', '2030')]);
    expect(future).toMatchObject({ origin: 'none', value: null, note: 'Kỳ này chưa bắt đầu.' });
  });
});

function madeOf(change: Partial<Made>): Made {
  return {
    received: '2020-05-04',
    due: '2020-05-20',
    ended: null,
    how: 'finished',
    channel: 'counter',
    commune: 0,
    isLinked: false,
    paused: null,
    ...change,
  }; // The parts of a Made, each of its kind.
}

const STAFF = indicatorInput.parse({
  code: 'THU-GIAO',
  name: 'Biên chế được giao',
  definition: '',
  unitOfMeasure: 'biên chế',
  area: 'organisation',
  kind: 'count',
  periods: ['year', 'instant'],
  ownerFunction: 'home-affairs',
  source: '',
  base: '2015',
  method: '',
  relations: [],
  breakdowns: [],
  since: null,
});

const entryOf = (change: Readonly<Record<string, unknown>>) =>
  observationInput.parse({
    code: 'THU-GIAO',
    unitId: district,
    period: read('2020'),
    part: '',
    value: 80,
    numerator: null,
    denominator: null,
    content: '',
    documentId: null,
    sourceTitle: 'Báo cáo tổng kết',
    place: 'dòng 840',
    certainty: 'certain',
    note: '',
    sequence: 0,
    ...change,
  });

describe('Entered figures', () => {
  beforeAll(async () => {
    const officer = await actAs(system, OFFICE);
    await addIndicator(officer, { ...STAFF, code: 'THU-COMAT', name: 'Biên chế có mặt' });
    await addIndicator(officer, { ...STAFF, relations: [{ kind: 'sum', of: ['THU-COMAT'] }] });
  });

  test('keep their source and place, and every change with who made it', async () => {
    const officer = await actAs(system, OFFICE);
    const { ids, warnings } = await enterObservations(officer, [
      entryOf({}),
      entryOf({ code: 'THU-COMAT', value: 78 }),
    ]);
    expect(warnings.map(({ message }) => message)).toEqual([
      'Biên chế được giao: 80 biên chế; các phần cộng lại là 78 (biên chế có mặt 78), ít hơn 2.',
    ]);
    const again = await enterObservations(officer, [entryOf({})]);
    expect(again).toMatchObject({ added: 0, corrected: 0 });
    await expect(enterObservations(officer, [entryOf({ value: 81 })])).rejects.toThrow('Người khác vừa nhập');
    const corrected = await enterObservations(officer, [entryOf({ value: 78, sequence: 1 })]);
    expect(corrected).toMatchObject({ corrected: 1, warnings: [] });
    const [figure] = await figuresFor(officer, [ask('THU-GIAO', '2020')]);
    expect(figure).toMatchObject({
      value: 78,
      origin: 'observed',
      certainty: 'certain',
      source: {
        documentId: null,
        title: 'Báo cáo tổng kết',
        place: 'dòng 840',
      },
    });
    const history = await observationHistory(officer, ids[0] ?? 0);
    expect(history.map(({ kind, payload }) => [kind, payload['value']])).toEqual([
      ['entered', 80],
      ['corrected', 78],
    ]);
    await withdrawObservation(officer, { id: ids[0] ?? 0, sequence: 2, reason: 'Nhập nhầm kỳ.' });
    const [gone] = await figuresFor(officer, [ask('THU-GIAO', '2020')]);
    expect(gone).toMatchObject({ origin: 'none', value: null });
    await enterObservations(officer, [entryOf({ value: 79 })]);
    const [back] = await figuresFor(officer, [ask('THU-GIAO', '2020')]);
    expect(back?.value).toBe(79);
  });

  test('are entered for one’s own units and no others', async () => {
    const clerk = await actAs(system, CLERK);
    await enterObservations(clerk, [entryOf({ unitId: communes[0] })]);
    await expect(enterObservations(clerk, [entryOf({ unitId: communes[1] })])).rejects.toThrow(
      'không có quyền',
    );
    await expect(addIndicator(clerk, { ...STAFF, code: 'BC-KHAC' })).rejects.toThrow('không có quyền');
  });

  test('fit their indicator: its periods, its parts, and while it is in use', async () => {
    const officer = await actAs(system, OFFICE);
    const month = entryOf({ period: read('2020-03') });
    await expect(enterObservations(officer, [month])).rejects.toThrow('không dùng loại kỳ này');
    await expect(enterObservations(officer, [entryOf({ part: 'cap=xa' })])).rejects.toThrow(
      'không chia theo phần này',
    );
    const { sequence } = await indicatorByCode(officer, 'THU-COMAT');
    await retireIndicator(officer, { code: 'THU-COMAT', sequence, retired: true });
    const late = entryOf({ code: 'THU-COMAT', period: read('2019') });
    await expect(enterObservations(officer, [late])).rejects.toThrow('không còn dùng');
  });

  test('stand in one series with counted ones, the change-over marked', async () => {
    const officer = await actAs(system, OFFICE);
    await putDossiers([madeOf({}), madeOf({})]);
    const {
      sequence,
      code: _code,
      computed: _computed,
      retiredOn: _on,
      declaration: _own,
      ...words
    } = await indicatorByCode(officer, 'HS-NHAN');
    await describeIndicator(officer, { ...words, code: 'HS-NHAN', sequence, since: '2019-11-01' });
    await enterObservations(officer, [entryOf({ code: 'HS-NHAN', period: read('2018'), value: 310 })]);
    const series = await seriesOf(officer, 'HS-NHAN', district, { kind: 'year' });
    expect(series.changeOver).toBe('2019-11-01');
    expect(
      series.figures.map(({ period, value, origin }) => [period.from.slice(0, 4), value, origin]),
    ).toEqual([
      ['2018', 310, 'observed'],
      ['2019', 0, 'computed'],
      ['2020', 2, 'computed'],
      ['2021', 0, 'computed'],
    ]);
  });

  test('and the catalogue are what their histories say', async () => {
    expect((await catalogue(await systemContext(system, 'test'))).length).toBeGreaterThan(30);
    expect(await differencesIn(system, indicatorRecords)).toEqual([]);
    expect(await differencesIn(system, observationRecords)).toEqual([]);
  });
});
