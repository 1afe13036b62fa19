import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, end, processOf, start } from '#kernel/process/process.fixture.ts';
import type { UnitRole, UserTask } from '#kernel/process/schema.ts';
import { systemContext } from '#foundation/context.ts';
import { compareRecords } from '#foundation/history/comparison/compare.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { advance } from '#test/e2e/seed.ts';
import { COUNTER, OFFICIAL, publishFor } from '#test/processes.ts';
import { visitorOf } from '#test/visitor.ts';
import { inboxCounts } from '../inbox/service.ts';
import { trackingBook } from '../print/book/service.ts';
import { bookQuery } from '../print/book/schema.ts';
import { punctualityThisMonth } from '../punctuality/service.ts';
import { dossierRecords } from '../rebuild/records.ts';
import { carryOutAct } from '../run/carry-out.ts';
import type { DossierState } from '../schema.ts';
import { activeSteps } from '../state.ts';
import { loadDossier } from '../store.ts';
import { viewDossier } from '../view/service.ts';
import { decideLinked, linkedEnded, linksOf, openByHand, openLinked } from './service.ts';

/** What the guardianship of the test waits for; the district's one-stop receives it. */
const CHILD = 'dang-ky-thanh-lap-ho-kinh-doanh';
const PARENT = 'dang-ky-giam-ho';

const step = (id: string, unitRole: UnitRole): UserTask => ({
  kind: 'user-task',
  id,
  name: id,
  lane: null,
  unitRole,
  quotaMinutes: 120,
});

const PROCESS = processOf(
  [
    start(),
    step('receive', COUNTER),
    step('check', OFFICIAL),
    { ...call('other'), name: 'Cơ quan khác', procedure: CHILD },
    step('conclude', OFFICIAL),
    step('give', COUNTER),
    end(),
  ],
  'start > receive > check > other > conclude > give > end',
);

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
  await publishFor(system, PARENT, { definition: PROCESS, from: '2020-04-01' });
});
afterAll(async () => system.close());

const job = async () => systemContext(system, 'job');

async function stateOf(number: string): Promise<DossierState> {
  const loaded = await loadDossier((await job()).db, number, 'read');
  if (!loaded) throw new Error(`No dossier ${number}`);
  return loaded.state;
}

async function childrenOf(number: string) {
  const loaded = await loadDossier((await job()).db, number, 'read');
  return (await linksOf(await job(), loaded?.id ?? 0)).children;
}

/** Carries out what the dossier's moves have asked for, as the worker does. */
async function work(number: string): Promise<void> {
  const { rows } = await system.superuser.query<{ payload: unknown }>(
    `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'dossier-act' and payload ->> 'number' = $1`,
    [number],
  );
  for (const { payload } of rows) await carryOutAct(await job(), payload, openLinked);
}

/** A guardianship that waits for the linked dossier of the district. */
async function waiting(): Promise<{ readonly parent: DossierState; readonly child: DossierState }> {
  system.setClock(TUESDAY_MORNING);
  const { number } = await advance(system, await receivedDossier(system, { slug: PARENT }), 2);
  await work(number);
  const [child] = await childrenOf(number);
  if (!child) throw new Error('No linked dossier was opened');
  return { parent: await stateOf(number), child: await stateOf(child.number) };
}

async function finish(child: DossierState): Promise<DossierState> {
  let state = child;
  while (state.phase !== 'done') state = await advance(system, state, 1);
  await linkedEnded(await job(), child.number);
  return state;
}

const refTo = ({ number, sequence }: DossierState) => ({ number, sequence });

describe('A linked dossier', () => {
  test('is opened once by the process, at the unit that receives its procedure, for the same person', async () => {
    const { parent, child } = await waiting();
    expect(activeSteps(parent)).toEqual([]);
    await work(parent.number);
    expect(await childrenOf(parent.number)).toHaveLength(1);
    const counter = await actAs(system, 'mot-cua.huyen');
    const seen = await viewDossier(counter, child.number);
    expect(seen.state.receivingUnitId).toBe(counter.actor?.post.unitId);
    expect(seen.parties.map(({ fullName }) => fullName)).toEqual(['Nguyễn Thị B']);
    expect(seen.papers).toEqual([]);
    expect(activeSteps(child)[0]).toMatchObject({ officerId: null });
  });

  test('and its parent are seen from both sides, papers at the parent alone', async () => {
    const { parent, child } = await waiting();
    const district = await viewDossier(await actAs(system, 'mot-cua.huyen'), parent.number);
    expect(district.papers.length).toBeGreaterThan(0);
    const commune = await visitorOf(system, 'mot-cua.an-hoa');
    expect((await commune.get(`/dossiers/${parent.number}`)).text).toContain(child.number);
    expect((await commune.get(`/dossiers/${child.number}`)).text).toContain(
      `Hồ sơ này thuộc ${parent.number}`,
    );
  });

  test('lets its parent go on when its result is there', async () => {
    const { parent, child } = await waiting();
    await finish(child);
    const after = await stateOf(parent.number);
    expect(activeSteps(after).map(({ node }) => node)).toEqual(['conclude']);
    expect((await childrenOf(parent.number))[0]).toMatchObject({ endedHow: 'finished' });
    await linkedEnded(await job(), child.number);
    expect((await stateOf(parent.number)).sequence).toBe(after.sequence);
    // Nobody is asked to come for what is only a part.
    const { rows } = await system.superuser.query(
      `select n.template from notices n join dossiers d on d.id = n.dossier_id
        where d.number = $1 and n.officer_id is null`,
      [child.number],
    );
    expect(rows).toEqual([]);
  });

  test('is counted with its parent: not in the book, not on the public board, not among the running', async () => {
    const counter = await actAs(system, 'mot-cua.huyen');
    const figures = async () => ({
      book: (await trackingBook(counter, bookQuery.parse({}))).total,
      open: (await inboxCounts(await actAs(system, 'mot-cua.huyen'))).open,
      board: (await punctualityThisMonth({ ...counter, now: system.clock() })).reduce(
        (n, row) => n + row.finished,
        0,
      ),
    });
    const before = await figures();
    const { child } = await waiting();
    expect(await figures()).toEqual(before);
    system.setClock('2020-04-28T10:00:00+07:00');
    await finish(child);
    expect(await figures()).toEqual(before);
    system.setClock(TUESDAY_MORNING);
  });

  test('that was closed leaves it to whoever handles the parent: on without it, or another one', async () => {
    const { parent, child } = await waiting();
    await system.superuser.query(
      `update dossiers set state = 'closed', closed_how = 'stopped', closed_at = now() where number = $1`,
      [child.number],
    );
    await linkedEnded(await job(), child.number);
    const told = await stateOf(parent.number);
    expect(activeSteps(told)).toEqual([]);
    const decision = { ...refTo(told), child: child.number };
    const commune = await actAs(system, 'tu-phap.an-hoa');
    await expect(
      decideLinked(await actAs(system, 'mot-cua.huyen'), { ...decision, choice: 'go-on' }),
    ).rejects.toThrow('Đơn vị đang giữ giấy tờ');
    const again = await decideLinked(commune, { ...decision, choice: 'again' });
    expect(await childrenOf(parent.number)).toHaveLength(2);
    const on = await decideLinked(commune, { ...decision, sequence: again.sequence, choice: 'go-on' });
    expect(activeSteps(on).map(({ node }) => node)).toEqual(['conclude']);
    await system.superuser.query(
      `update dossiers set state = 'received', closed_how = null, closed_at = null where number = $1`,
      [child.number],
    );
  });

  test('is opened by hand beside the process, by whoever handles a step, and holds nothing up', async () => {
    system.setClock(TUESDAY_MORNING);
    const state = await advance(system, await receivedDossier(system, { slug: PARENT }), 1);
    const input = { ...refTo(state), procedure: CHILD };
    await expect(openByHand(await actAs(system, 'mot-cua.an-hoa'), input)).rejects.toThrow('vị trí khác');
    const after = await openByHand(await actAs(system, 'tu-phap.an-hoa'), input);
    const [child] = await childrenOf(state.number);
    expect(child).toMatchObject({ token: null, phase: 'received' });
    expect(activeSteps(after).map(({ node }) => node)).toEqual(['check']);
  });

  test('is told to the applicant in plain words, on the page of the parent', async () => {
    const { parent } = await waiting();
    const { rows } = await system.superuser.query('select check_code from dossiers where number = $1', [
      parent.number,
    ]);
    const page = await (await visitorOf(system)).get(`/tra-cuu/${parent.number}?ma=${rows[0].check_code}`);
    expect(page.text).toContain('Việc làm liên thông với cơ quan khác');
  });
});

test('All of it is what the histories say, of parents and children', async () => {
  const ctx = await job();
  const found: string[] = [];
  const report = {
    found: ({ sentence }: { sentence: string }) => found.push(sentence),
    progress: () => undefined,
  };
  expect(await compareRecords(ctx, await dossierRecords(ctx), report)).toBeGreaterThan(10);
  expect(found).toEqual([]);
});
