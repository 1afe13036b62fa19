import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { boundary, end, exclusive, processOf, start, task, timer } from '#kernel/process/process.fixture.ts';
import { systemContext } from '#foundation/context.ts';
import { compareRecords } from '#foundation/history/comparison/compare.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { COUNTER, OFFICIAL, publishFor } from '#test/processes.ts';
import { dossierRecords } from '../rebuild/records.ts';
import { activeSteps } from '../state.ts';
import { loadDossier } from '../store.ts';
import { fireTimers } from './service.ts';
import { nextTry } from './rules.ts';

const SLUG = 'dang-ky-khai-sinh';
const at = (id: string, unitRole = OFFICIAL) => ({ ...task(id), unitRole });

/** Whoever has not begun within four hours of work loses the step to a colleague's; half an hour later it is looked at. */
const WATCHED: ProcessDefinition = processOf(
  [
    start(),
    at('check', COUNTER),
    at('other'),
    boundary('late', 'check'),
    timer('wait', 30),
    at('give', COUNTER),
    end(),
  ],
  'start > check > wait > give > end',
  'late > other > give',
);
/** Its timer leads to a choice that nobody can make: no way on is open. */
const STUCK: ProcessDefinition = processOf(
  [
    start(),
    at('check', COUNTER),
    boundary('late', 'check'),
    exclusive('which'),
    at('other'),
    at('give', COUNTER),
    end(),
  ],
  'start > check > give > end',
  'late > which',
  'which > other : choice = "a"',
  'which > give : choice = "b"',
  'other > give',
);

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());

async function received(definition: ProcessDefinition, from: string): Promise<string> {
  system.setClock('2020-04-28T08:00:00+07:00');
  await publishFor(system, SLUG, { definition, from });
  return (await receivedDossier(system)).number;
}

async function stateOf(number: string) {
  const loaded = await loadDossier(system.db, number, 'read');
  if (!loaded) throw new Error(`No dossier ${number}`);
  return loaded.state;
}

const names = async (number: string) => activeSteps(await stateOf(number)).map(({ node }) => node);

async function failures() {
  return system.db.selectFrom('dossierTimerFailures').selectAll().execute();
}

test('a timer that is due moves its dossier once, and one that is not due or not wanted moves nothing', async () => {
  const number = await received(WATCHED, '2020-04-01');
  expect(await fireTimers(system, 'job 1')).toEqual({ dossiers: 0, timers: 0, failed: 0 });
  system.setClock('2020-04-28T14:30:00+07:00');
  const rounds = await Promise.all([fireTimers(system, 'job 2'), fireTimers(system, 'job 3')]);
  expect(rounds.reduce((sum, { timers }) => sum + timers, 0)).toBe(1);
  expect(await names(number)).toEqual(['other']);
  expect((await fireTimers(system, 'job 4')).timers).toBe(0);
  const counts = await system.db.selectFrom('processTimerCounts').select(['node', 'fired']).execute();
  expect(counts).toEqual([{ node: 'late', fired: 1 }]);
  const ctx = await systemContext(system, 'check');
  const found: string[] = [];
  await compareRecords(ctx, await dossierRecords(ctx), {
    found: ({ sentence }) => found.push(sentence),
    progress: () => undefined,
  });
  expect(found).toEqual([]);
});

test('nothing goes off while the clock of a dossier stands still', async () => {
  const number = await received(WATCHED, '2020-04-02');
  await system.superuser.query(`update dossiers set paused_for = 'decided' where number = $1`, [number]);
  system.setClock('2020-04-28T14:30:00+07:00');
  expect((await fireTimers(system, 'job 5')).timers).toBe(0);
  await system.superuser.query(`update dossiers set paused_for = null where number = $1`, [number]);
  expect((await fireTimers(system, 'job 6')).timers).toBe(1);
});

test('one that cannot move is written down with the reason and holds up nobody; it is tried again later', async () => {
  const stuck = await received(STUCK, '2020-04-03');
  const fine = await received(WATCHED, '2020-04-04');
  system.setClock('2020-04-28T14:30:00+07:00');
  expect(await fireTimers(system, 'job 7')).toEqual({ dossiers: 1, timers: 1, failed: 1 });
  expect(await names(stuck)).toEqual(['check']);
  expect(await names(fine)).toEqual(['other']);
  const [failure] = await failures();
  expect(failure).toMatchObject({ node: 'late', tries: 1, nextAt: new Date('2020-04-28T14:31:00+07:00') });
  expect(failure?.problem).toContain('which');
  expect((await fireTimers(system, 'job 8')).failed).toBe(0);
  system.setClock('2020-04-28T14:31:00+07:00');
  expect((await fireTimers(system, 'job 9')).failed).toBe(1);
  expect(await failures()).toMatchObject([{ tries: 2, nextAt: new Date('2020-04-28T14:33:00+07:00') }]);
});

test('a timer is tried again with growing pauses and given up at last', () => {
  const now = new Date('2020-04-28T14:30:00+07:00');
  const minutes = [1, 2, 3, 9].map((tries) => (nextTry(tries, now)?.getTime() ?? 0) - now.getTime());
  expect(minutes).toEqual([1, 2, 4, 256].map((one) => one * 60_000));
  expect(nextTry(10, now)).toBeNull();
});
