import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DayInput } from '#foundation/calendar/days/schema.ts';
import { proposeDay, proposeWithdrawal, requireChange } from '#foundation/calendar/changes/service.ts';
import { decideChange } from '#foundation/calendar/changes/service.ts';
import { systemContext } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { advance } from '#test/e2e/seed.ts';
import { differencesIn } from '#test/records.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';
import { calendarChangeRecords } from '#foundation/calendar/changes/records.ts';
import { dossierRecords } from '../rebuild/records.ts';
import { loadDossier } from '../store.ts';
import { followChange } from './service.ts';

let system: TestSystem;
let homeAffairs: Visitor;
let counter: Visitor;
beforeAll(async () => {
  system = await openTestWorld();
  homeAffairs = await visitorOf(system, 'noi-vu');
  counter = await visitorOf(system, 'mot-cua.an-hoa');
});
afterAll(async () => system.close());

const STORM: DayInput = {
  unitCode: null,
  kind: 'closure',
  date: '2020-05-05',
  workedOn: null,
  name: 'Nghỉ tránh bão',
  shifts: [],
  legalNotice: 'Công điện số 01/CĐ-UBND ngày 28/4/2020',
  decision: '',
};
const FUNERAL = 'ho-tro-chi-phi-mai-tang';

async function stateOf(number: string) {
  const loaded = await loadDossier(system.db, number, 'read');
  if (!loaded) throw new Error(`No dossier ${number}`);
  return loaded;
}

/** Every deed has its minute. */
function later(): void {
  system.setClock(new Date(system.clock().getTime() + 60_000).toISOString());
}

async function proposed(input: DayInput): Promise<number> {
  later();
  return proposeDay(await actAs(system, 'noi-vu'), input);
}

const follow = async (id: number) => followChange(system, 'job', id);

async function confirm(id: number): Promise<void> {
  later();
  await decideChange(await actAs(system, 'quan-tri'), { id, answer: 'confirm', note: '' });
  later();
}

async function movesOf(id: number) {
  return system.db.selectFrom('dossierDueMoves').selectAll().where('changeId', '=', id).execute();
}

describe('a day that closes every office', () => {
  test('counts for nobody before a second person has seen what moves and confirmed it', async () => {
    const dossier = await receivedDossier(system, { slug: FUNERAL });
    const short = await receivedDossier(system);
    const id = await proposed(STORM);
    await expect(confirm(id)).rejects.toMatchObject({ kind: 'conflict', message: /đang tính/ });
    await follow(id);
    const [move, ...others] = await movesOf(id);
    expect(others).toEqual([]);
    expect(move).toMatchObject({ dueFrom: dossier.dueAt, movedAt: null });
    expect((await stateOf(dossier.number)).state.dueAt).toEqual(dossier.dueAt);
    const self = decideChange(await actAs(system, 'noi-vu'), { id, answer: 'confirm', note: '' });
    await expect(self).rejects.toMatchObject({ message: /không tự xác nhận/ });
    const clerk = decideChange(await actAs(system, 'mot-cua.an-hoa'), { id, answer: 'confirm', note: '' });
    await expect(clerk).rejects.toMatchObject({ kind: 'forbidden' });

    await confirm(id);
    await follow(id);
    const { id: dossierId, state } = await stateOf(dossier.number);
    expect(state.dueAt).toEqual(move?.dueTo);
    expect(state.dueAt > dossier.dueAt).toBe(true);
    expect((await stateOf(short.number)).state).toMatchObject({ dueAt: short.dueAt, sequence: 1 });
    const ctx = await systemContext(system, 'test');
    const last = (await historyOf(ctx, 'dossier', dossierId)).at(-1);
    expect(last).toMatchObject({ kind: 'due-moved', officerId: null });
    expect(String(last?.payload['why'])).toContain('Công điện số 01/CĐ-UBND');
    const told = await system.superuser.query('select template from notices where dossier_id = $1', [
      dossierId,
    ]);
    expect(told.rows.filter(({ template }) => template === 'due-moved')).toHaveLength(1);
    expect(await differencesIn(system, await dossierRecords(ctx))).toEqual([]);
    expect(await differencesIn(system, calendarChangeRecords)).toEqual([]);
  });

  test('moves nothing a second time when the work is cut off and begun again', async () => {
    const dossier = await receivedDossier(system, { slug: FUNERAL });
    const id = await proposed({ ...STORM, date: '2020-05-06' });
    await follow(id);
    await confirm(id);
    await follow(id);
    const { state } = await stateOf(dossier.number);
    const again = 'update calendar_changes set moved_to = 0, settled_at = null where id = $1';
    await system.superuser.query(again, [id]);
    await follow(id);
    expect((await stateOf(dossier.number)).state).toEqual(state);
  });

  test('taken back gives dossiers their old date, and those received meanwhile theirs', async () => {
    const before = await receivedDossier(system, { slug: FUNERAL });
    const id = await proposed({ ...STORM, date: '2020-05-07' });
    await follow(id);
    await confirm(id);
    await follow(id);
    const meanwhile = await receivedDossier(system, { slug: FUNERAL });
    const { dayIds } = await requireChange(await systemContext(system, 'test'), id);
    const reason = 'Bão đã tan';
    const back = await proposeWithdrawal(await actAs(system, 'noi-vu'), { id: dayIds[0] ?? 0, reason });
    await follow(back);
    await confirm(back);
    await follow(back);
    expect((await stateOf(before.number)).state.dueAt).toEqual(before.dueAt);
    const minutes = meanwhile.receivedAt.getTime() - before.receivedAt.getTime();
    const due = (await stateOf(meanwhile.number)).state.dueAt;
    expect(due).toEqual(new Date(before.dueAt.getTime() + minutes));
  });

  test('moves the steps of the units it closes, and no promise of others', async () => {
    const dossier = await advance(system, await receivedDossier(system, { slug: FUNERAL }), 1);
    const other = await receivedDossier(system, { slug: FUNERAL, login: 'mot-cua.an-toan' });
    const id = await proposed({ ...STORM, unitCode: 'xa-an-hoa', date: '2020-04-29' });
    await follow(id);
    await confirm(id);
    await follow(id);
    const after = await stateOf(dossier.number);
    expect(after.state.dueAt > dossier.dueAt).toBe(true);
    expect((await stateOf(other.number)).state.dueAt).toEqual(other.dueAt);
  });
});

describe('the page of a change', () => {
  test('shows from when to when, by unit, as a file too, and takes the answer of the second person', async () => {
    const form = {
      kind: 'closure',
      date: '8/5/2020',
      name: 'Nghỉ tránh bão',
      legalNotice: 'Công điện số 02/CĐ-UBND',
    };
    const { location } = await homeAffairs.post('/calendar/days', form);
    const path = location ?? '';
    expect(path).toMatch(/^\/calendar\/changes\/\d+$/);
    expect((await homeAffairs.get(path)).html).toContain('đang tính những hồ sơ bị dời hạn');
    await follow(Number(path.split('/').at(-1)));
    const { html } = await homeAffairs.get(path);
    expect(html).toContain('hồ sơ dời ngày hẹn trả');
    expect(html).toContain('Xã An Hòa');
    expect((await homeAffairs.get(`${path}?format=csv`)).html).toContain('Hẹn trả mới');
    expect((await counter.get('/calendar/changes')).html).toContain('Chờ xác nhận');
    expect((await counter.post(`${path}/decision`, { answer: 'confirm', note: '' })).status).toBe(403);
    const administrator = await visitorOf(system, 'quan-tri');
    const silent = await administrator.post(`${path}/decision`, { answer: 'decline', note: '' });
    expect(silent).toMatchObject({ status: 422 });
    const reason = 'Chưa có văn bản chính thức';
    expect(await administrator.post(`${path}/decision`, { answer: 'decline', note: reason })).toMatchObject({
      status: 303,
      location: path,
    });
    expect((await homeAffairs.get(path)).html).toContain(reason);
  });
});
