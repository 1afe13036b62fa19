import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { failedJob } from '#test/jobs.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';
import { GUIDE_PARTS } from './guide.ts';

let system: TestSystem;
let operator: Visitor;
beforeAll(async () => {
  system = await openTestWorld();
  operator = await visitorOf(system, 'quan-tri');
});
afterAll(async () => system.close());

const jobsLeft = async (id: number): Promise<readonly { attempts: number }[]> => {
  const query = 'select attempts::int from graphile_worker.jobs where id = $1';
  return (await system.superuser.query<{ attempts: number }>(query, [id])).rows;
};

const deeds = async (id: number): Promise<readonly unknown[]> => {
  const query = `select kind, payload, account_id is not null as by_somebody from history_events where stream = 'job' and stream_id = $1`;
  return (await system.superuser.query(query, [id])).rows;
};

describe('The operator’s page', () => {
  test('says first what is wrong, with the way to the guide', async () => {
    const { status, text, html } = await operator.get('/operations');
    expect(status).toBe(200);
    expect(text).toContain('sự cố cần xử lý ngay');
    expect(text).toContain('Không có tiến trình nào làm việc nền');
    expect(html).toContain('href="/operations/guide#processes"');
    expect(html).toContain('data-refresh="30"');
  });

  test('has a guide with a part for every cause it can name', async () => {
    const { html } = await operator.get('/operations/guide');
    for (const cause of Object.keys(GUIDE_PARTS)) expect(html).toContain(`id="${cause}"`);
  });

  test.each(['mot-cua.an-hoa', 'noi-vu', 'chu-tich.an-hoa'])('is not for %s', async (login) => {
    const visitor = await visitorOf(system, login);
    expect((await visitor.get('/operations')).status).toBe(403);
    expect((await visitor.get('/operations/guide')).status).toBe(403);
    const id = await failedJob(system);
    expect((await visitor.post(`/operations/jobs/${id}/retry`, {})).status).toBe(403);
    expect((await visitor.post(`/operations/jobs/${id}/discard`, { reason: 'không cần' })).status).toBe(403);
    expect(await jobsLeft(id)).toHaveLength(1);
  });

  test('hides what may be of a person in the error of a job, and shows nothing of what it carries', async () => {
    await failedJob(system, 'dossier-received', '550 <nguyen.b@example.vn> 0905777888: hết chỗ');
    const { text } = await operator.get('/operations');
    expect(text).toContain('hết chỗ');
    expect(text).not.toContain('nguyen.b');
    expect(text).not.toContain('0905777888');
  });
});

describe('A job that failed', () => {
  test('is tried again at once with all its attempts, and the history says who wanted it', async () => {
    const id = await failedJob(system);
    const page = await operator.get('/operations');
    const done = await operator.send(page, `/operations/jobs/${id}/retry`);
    expect(done.location).toContain('/operations#viec-nen');
    expect(await jobsLeft(id)).toEqual([{ attempts: 0 }]);
    expect(await deeds(id)).toEqual([
      { kind: 'retried', payload: { task: 'dossier-received' }, by_somebody: true },
    ]);
  });

  test('is tried again as often as somebody wants', async () => {
    const id = await failedJob(system);
    for (const _ of [1, 2]) {
      await operator.send(await operator.get('/operations'), `/operations/jobs/${id}/retry`);
      await system.superuser.query('select graphile_worker.permanently_fail_jobs(array[$1::bigint])', [id]);
    }
    expect(await deeds(id)).toHaveLength(2);
  });

  test('is discarded with a reason only', async () => {
    const id = await failedJob(system);
    const path = `/operations/jobs/${id}/discard`;
    const refused = await operator.fill(path, { reason: ' ' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Hãy ghi lý do bỏ việc này');
    expect(await jobsLeft(id)).toHaveLength(1);
    const done = await operator.fill(path, { reason: 'Địa chỉ thư không còn' });
    expect(done.location).toContain('/operations#viec-nen');
    expect(await jobsLeft(id)).toEqual([]);
    expect(await deeds(id)).toMatchObject([
      { kind: 'discarded', payload: { reason: 'Địa chỉ thư không còn' } },
    ]);
  });

  test('that is gone meanwhile is missing, and one that has not failed is left alone', async () => {
    expect((await operator.get('/operations/jobs/999999/discard')).status).toBe(404);
    const { rows } = await system.superuser.query<{ id: string }>(
      `select id from graphile_worker.add_job('sweep')`,
    );
    const id = rows[0]?.id ?? '';
    expect((await operator.get(`/operations/jobs/${id}/discard`)).status).toBe(409);
    expect((await operator.post(`/operations/jobs/${id}/retry`, {})).status).toBe(409);
    expect(await jobsLeft(Number(id))).toHaveLength(1);
  });
});
