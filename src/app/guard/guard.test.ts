import { afterAll, beforeAll, expect, test } from 'vitest';
import { boundary, end, exclusive, processOf, start, task } from '#kernel/process/process.fixture.ts';
import { fireTimers } from '#capabilities/dossiers/timers/service.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { COUNTER, OFFICIAL, publishFor } from '#test/processes.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';

const at = (id: string, unitRole = OFFICIAL) => ({ ...task(id), unitRole });
/** Its timer leads to a choice that nobody can make. */
const STUCK = processOf(
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
let leader: Visitor;
let operator: Visitor;
let number: string;
let elsewhere: string;
beforeAll(async () => {
  system = await openTestWorld();
  await publishFor(system, 'dang-ky-khai-sinh', { definition: STUCK, from: '2020-04-01' });
  ({ number } = await receivedDossier(system));
  elsewhere = (await receivedDossier(system, { login: 'mot-cua.an-toan' })).number;
  system.setClock('2020-04-28T14:30:00+07:00');
  await fireTimers(system, 'job');
  leader = await visitorOf(system, 'chu-tich.an-hoa');
  operator = await visitorOf(system, 'quan-tri');
});
afterAll(async () => system.close());

const ID = /name="id" value="(\d+ \d+ late)"/g;
const idOf = (html: string): string => [...html.matchAll(ID)][0]?.[1] ?? '';

test('a timer that could not go off is shown with the reason, to its leaders and to the operator', async () => {
  const { html } = await leader.get('/guard');
  expect(html).toContain('Hẹn giờ đã đến mà chưa thực hiện (1)');
  expect(html).toContain(number);
  expect(html).not.toContain(elsewhere);
  expect(html).toContain('hệ thống sẽ thử lại');
  const all = (await operator.get('/guard')).html;
  expect(all).toContain(number);
  expect(all).toContain(elsewhere);
  const counter = await visitorOf(system, 'mot-cua.an-hoa');
  expect((await counter.get('/guard')).status).toBe(403);
});

test('nobody has what belongs to others tried again or given up', async () => {
  const id =
    [...(await operator.get('/guard')).html.matchAll(ID)].map(([, found]) => found ?? '').at(-1) ?? '';
  expect(id).not.toBe('');
  expect((await leader.post('/guard/retry', { kind: 'timer', id })).status).toBe(404);
  expect((await leader.post('/guard/drop', { kind: 'timer', id, reason: 'Không phải của tôi' })).status).toBe(
    404,
  );
});

test('it is tried again when somebody says so, and given up with a reason that is kept', async () => {
  const id = idOf((await leader.get('/guard')).html);
  expect(await leader.post('/guard/retry', { kind: 'timer', id })).toMatchObject({ status: 303 });
  expect((await fireTimers(system, 'job')).failed).toBe(1);
  const page = `/guard/drop?kind=timer&id=${encodeURIComponent(id)}`;
  expect((await leader.get(page)).html).toContain('Lý do bỏ');
  expect(await leader.post('/guard/drop', { kind: 'timer', id, reason: '' })).toMatchObject({ status: 422 });
  const reason = 'Đã chuyển bước bằng tay';
  expect(await leader.post('/guard/drop', { kind: 'timer', id, reason })).toMatchObject({ status: 303 });
  expect((await leader.get('/guard')).html).not.toContain(number);
  system.setClock('2020-04-28T16:30:00+07:00');
  expect((await fireTimers(system, 'job')).failed).toBe(1);
  const { rows } = await system.superuser.query(`select payload from history_events where stream = 'guard'`);
  expect(rows).toMatchObject([{ payload: { what: 'timer', reason } }]);
});
