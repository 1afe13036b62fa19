import { afterAll, beforeAll, expect, test } from 'vitest';
import { end, processOf, start, task } from '#kernel/process/process.fixture.ts';
import { systemContext } from '#foundation/context.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { advance } from '#test/e2e/seed.ts';
import { COUNTER, OFFICIAL, publishFor } from '#test/processes.ts';
import { differencesIn } from '#test/records.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';
import { dossierRecords } from '../rebuild/records.ts';
import { activeSteps } from '../state.ts';
import { loadDossier } from '../store.ts';
import { carryOutMigration } from './service.ts';

const SLUG = 'dang-ky-giam-ho';
const PAGE = `/processes/${SLUG}/running`;
const step = (id: string, name: string, unitRole = OFFICIAL) => ({ ...task(id, 120), name, unitRole });
const OLD = processOf(
  [start(), step('a', 'Nhận', COUNTER), step('b', 'Thẩm tra'), step('c', 'Trả', COUNTER), end()],
  'start > a > b > c > end',
);
const NEW = processOf(
  [
    start(),
    step('k', 'Nhận', COUNTER),
    step('l', 'Xác minh'),
    step('m', 'Thẩm tra'),
    step('n', 'Trả', COUNTER),
    end(),
  ],
  'start > k > l > m > n > end',
);

let system: TestSystem;
let homeAffairs: Visitor;
beforeAll(async () => {
  system = await openTestWorld();
  homeAffairs = await visitorOf(system, 'noi-vu');
});
afterAll(async () => system.close());

async function stateOf(number: string) {
  const loaded = await loadDossier(system.db, number, 'read');
  if (!loaded) throw new Error(`No dossier ${number}`);
  return loaded.state;
}

test('the chosen dossiers go on under the new version and the others finish on the old one', async () => {
  await publishFor(system, SLUG, { definition: OLD, from: '2020-04-01' });
  const chosen = await advance(system, await receivedDossier(system, { slug: SLUG }), 1);
  const other = await receivedDossier(system, { slug: SLUG });
  expect((await homeAffairs.get(PAGE)).html).toContain('Không còn hồ sơ nào ở phiên bản cũ');
  const definitionId = await publishFor(system, SLUG, { definition: NEW, from: '2020-04-28' });
  const fresh = await receivedDossier(system, { slug: SLUG });

  const { html } = await homeAffairs.get(PAGE);
  expect(html).toContain('2 hồ sơ đang ở phiên bản cũ');
  expect(html).toContain(chosen.number);
  expect(html).not.toContain(fresh.number);
  expect(html).toContain('Không làm lại: Xác minh');
  const rows = await system.db
    .selectFrom('dossiers')
    .select('id')
    .where('number', '=', chosen.number)
    .executeTakeFirstOrThrow();
  const begin = `/processes/${SLUG}/migrations`;
  const silent = await homeAffairs.post(begin, { all: 'no', ids: String(rows.id), reason: '' });
  expect(silent).toMatchObject({ status: 422 });
  expect(silent.html).toContain('Hãy ghi lý do chuyển');
  const none = await homeAffairs.post(begin, { all: 'no', reason: 'Quyết định số 5/QĐ-UBND' });
  expect(none.html).toContain('Hãy chọn ít nhất một hồ sơ');
  const begun = await homeAffairs.post(begin, {
    all: 'no',
    ids: String(rows.id),
    reason: 'Quyết định số 5/QĐ-UBND',
  });
  expect(begun).toMatchObject({ status: 303, location: `${begin}/1` });
  await carryOutMigration(system, 'job', 1);
  await carryOutMigration(system, 'job', 1);

  const after = await stateOf(chosen.number);
  expect(after.run?.definitionId).toBe(definitionId);
  expect(after).toMatchObject({ dueAt: chosen.dueAt, sequence: chosen.sequence + 1 });
  expect(activeSteps(after)).toMatchObject([{ node: 'm', name: 'Thẩm tra' }]);
  expect(await stateOf(other.number)).toMatchObject({ sequence: other.sequence });
  expect((await homeAffairs.get(`${begin}/1`)).html).toContain('Đã chuyển 1, còn 0, không chuyển được 0');
  expect(await differencesIn(system, await dossierRecords(await systemContext(system, 'test')))).toEqual([]);
  // It can be finished where it is now.
  expect((await advance(system, after, 1)).phase).toBe('done');
  await advance(system, await stateOf(other.number), 2);
});

test('one that has no equivalent place stays where it is, with the reason', async () => {
  const dossier = await receivedDossier(system, { slug: SLUG });
  const third = processOf(
    [start(), step('x', 'Tiếp đón', COUNTER), step('y', 'Trả kết quả', COUNTER), end()],
    'start > x > y > end',
  );
  system.setClock('2020-04-29T08:00:00+07:00');
  homeAffairs = await visitorOf(system, 'noi-vu');
  await publishFor(system, SLUG, { definition: third, from: '2020-04-29' });
  expect((await homeAffairs.get(PAGE)).html).toContain('không có bước tương ứng');
  const matched = await homeAffairs.get(`${PAGE}?to.k=x`);
  expect(matched.html).toContain('Tiếp đón');
  const begun = await homeAffairs.post(`/processes/${SLUG}/migrations`, {
    all: 'yes',
    reason: 'Quyết định số 6/QĐ-UBND',
  });
  const id = Number(begun.location?.split('/').at(-1));
  await carryOutMigration(system, 'job', id);
  expect(await stateOf(dossier.number)).toMatchObject({ sequence: dossier.sequence });
  expect((await homeAffairs.get(begun.location ?? '')).html).toContain('Giữ phiên bản cũ');
});

test('nobody else sees or begins it', async () => {
  const counter = await visitorOf(system, 'mot-cua.an-hoa');
  expect((await counter.get(PAGE)).status).toBe(403);
  expect((await counter.post(`/processes/${SLUG}/migrations`, { all: 'yes', reason: 'Lý do' })).status).toBe(
    403,
  );
});
