import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { differencesIn } from '#test/records.ts';
import { returnedDossier } from '#test/returned.ts';
import { visitorOf } from '#test/visitor.ts';
import { scoreRecords, scoringSetRecords } from './records.ts';
import { dossierScore, freezeScore, freezeUnscored, giveMark } from './service.ts';

const LEADER = 'chu-tich.an-hoa';
let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(() => system.setClock(TUESDAY_MORNING));

const job = async () => systemContext(system, 'job');

async function pointsOf(number: string): Promise<readonly (number | null)[]> {
  const { score } = await dossierScore(await actAs(system, LEADER), number);
  return score.lines.map(({ points }) => points);
}

/** A returned dossier whose job has run. */
async function scored(): Promise<string> {
  const { number } = await returnedDossier(system);
  await freezeScore(await job(), number);
  return number;
}

const mark = { sequence: 1, criterion: '6', points: 2, reason: 'Không có phản ánh nào trong tháng.' };

describe('The score of a dossier', () => {
  test('is reckoned while it runs and frozen when the result is returned', async () => {
    const running = await receivedDossier(system);
    const leader = await actAs(system, LEADER);
    expect(await dossierScore(leader, running.number)).toMatchObject({ isFrozen: false });
    const number = await scored();
    const { isFrozen, score } = await dossierScore(leader, number);
    expect(isFrozen).toBe(true);
    expect(score.known).toBe(4);
  });

  test('stays as it was frozen whatever the records say later', async () => {
    const number = await scored();
    const before = await pointsOf(number);
    await system.superuser.query(`update dossiers set timeliness = 'late' where number = $1`, [number]);
    expect(await pointsOf(number)).toEqual(before);
  });

  test('is frozen by the night when its job was lost', async () => {
    const { number } = await returnedDossier(system);
    await freezeUnscored(await job());
    expect(await dossierScore(await actAs(system, LEADER), number)).toMatchObject({ isFrozen: true });
  });

  test('is queued with the return of the result', async () => {
    const { number } = await returnedDossier(system);
    const { rows } = await system.superuser.query<{ total: number }>(
      `select count(*)::int as total from graphile_worker._private_jobs j join graphile_worker._private_tasks t
        on t.id = j.task_id where t.identifier = 'dossier-returned' and j.payload ->> 'number' = $1`,
      [number],
    );
    expect(rows[0]?.total).toBe(1);
  });

  test('takes the marks of a reviewer with the reason, one after the other', async () => {
    const number = await scored();
    const leader = await actAs(system, LEADER);
    await giveMark(leader, { number, ...mark });
    await giveMark(leader, { number, ...mark, sequence: 2, points: 1, reason: 'Có một phản ánh đúng.' });
    const { score, marks } = await dossierScore(leader, number);
    expect(score.lines[5]).toMatchObject({ points: 1, source: 'reviewer' });
    expect(marks).toMatchObject([{ criterion: '6', points: 1, reason: 'Có một phản ánh đúng.' }]);
    await expect(giveMark(leader, { number, ...mark })).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('does not let anybody change what records say of the time', async () => {
    const number = await scored();
    const change = giveMark(await actAs(system, LEADER), { number, ...mark, criterion: '1' });
    await expect(change).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('is not given by the counter that is judged, nor seen by another commune', async () => {
    const number = await scored();
    await expect(giveMark(await actAs(system, 'mot-cua.an-hoa'), { number, ...mark })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    for (const login of ['mot-cua.an-toan', 'quan-tri']) {
      const visitor = await visitorOf(system, login);
      expect((await visitor.get(`/dossiers/${number}/score`)).status).toBe(404);
    }
  });

  test('is what its history says', async () => {
    const number = await scored();
    await giveMark(await actAs(system, LEADER), { number, ...mark });
    expect(await differencesIn(system, scoreRecords)).toEqual([]);
    await system.superuser.query(`update dossier_scores set total = 18`);
    expect(await differencesIn(system, scoreRecords)).not.toEqual([]);
    await system.superuser.query(
      `update dossier_scores s set total = (select sum(v::int) from jsonb_each_text(s.points) g(k, v))`,
    );
  });
});

describe('The pages of scoring', () => {
  test('take a mark and show it with its reason', async () => {
    const number = await scored();
    const leader = await visitorOf(system, LEADER);
    const page = await leader.get(`/dossiers/${number}/score?criterion=7`);
    expect(page.text).toContain('Chưa có dữ liệu');
    const wrong = await leader.send(page, '/score', { points: '2', reason: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Hãy ghi lý do chấm mức này');
    const done = await leader.send(wrong, '/score', { points: '2', reason: 'Niêm yết đầy đủ ở quầy.' });
    expect((await leader.follow(done)).text).toContain('Niêm yết đầy đủ ở quầy.');
    expect((await leader.get(`/dossiers/${number}`)).text).toContain('9/10 điểm, 5 trên 9 tiêu chí');
  });

  test('add up by unit, by officer and one by one, also as a file', async () => {
    const number = await scored();
    const leader = await visitorOf(system, LEADER);
    expect((await leader.get('/scores')).text).toContain('An Hòa');
    expect((await leader.get('/scores?by=officer')).text).toContain('Cán bộ');
    expect((await leader.get('/scores?by=dossier')).text).toContain(number);
    const csv = await (await leader.get('/scores?by=dossier&format=csv')).response.text();
    expect(csv).toContain(number);
    const other = await visitorOf(system, 'mot-cua.an-toan');
    expect((await other.get('/scores?by=dossier')).text).not.toContain(number);
    expect((await (await visitorOf(system, 'quan-tri')).get('/scores')).status).toBe(403);
  });

  test('change a set of criteria from a day on, and leave frozen scores alone', async () => {
    const number = await scored();
    const before = await pointsOf(number);
    const office = await visitorOf(system, 'noi-vu');
    const added = await office.fill('/scoring-sets/new', {
      legalBasis: 'Nghị định số 118/2025/NĐ-CP',
      validFrom: '1/7/2025',
      'criteria.0.name': 'Thời gian giải quyết so với quy định',
      'bands.0.from': '16',
    });
    expect((await office.follow(added)).text).toContain('Nghị định số 118/2025/NĐ-CP');
    const wrong = await office.fill('/scoring-sets/new', {
      legalBasis: 'Văn bản khác',
      validFrom: '1/7/2025',
    });
    expect(wrong.text).toContain('Đã có bộ tiêu chí áp dụng từ ngày này');
    expect(await pointsOf(number)).toEqual(before);
    expect(await differencesIn(system, scoringSetRecords)).toEqual([]);
    expect((await (await visitorOf(system, LEADER)).get('/scoring-sets/new')).status).toBe(403);
  });
});
