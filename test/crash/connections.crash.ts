import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { startWorker } from '#platform/jobs/worker.ts';
import { silentLog } from '../silent-log.ts';
import { type Visitor, visitorOf } from '../visitor.ts';
import { type FarDatabase, openFarDatabase } from './far-database.ts';

const SLUG = 'dang-ky-khai-sinh';

let there: FarDatabase;
let counter: Visitor;
beforeAll(async () => {
  there = await openFarDatabase();
  counter = await visitorOf(there.far, 'mot-cua.an-hoa');
});
afterAll(async () => there.close());
beforeEach(() => {
  there.proxy.delay(0);
  there.proxy.pass();
});

/** The filled-in form of a birth, which may be sent as often as one likes. */
async function birth(): Promise<{ readonly token: string; readonly send: () => ReturnType<Visitor['get']> }> {
  const token = randomUUID();
  const page = await counter.get(`/intake/${SLUG}`);
  const papers = [...page.html.matchAll(/name="(papers\.\d+\.present)"/g)].map(([, name = '']) => [
    name,
    'yes',
  ]);
  const digits = String(Math.floor(Math.random() * 1e9)).padStart(9, '0');
  const fields = {
    ...Object.fromEntries(papers),
    summary: token,
    'applicant.fullName': 'Nguyễn Thị B',
    'applicant.idNumber': `052${digits}`,
    'applicant.phone': '0905000123',
    'applicant.address': 'Thôn 3, xã An Hòa',
  };
  return { token, send: async () => counter.send(page, `/intake/${SLUG}`, fields) };
}

async function countOf(token: string): Promise<number> {
  const { rows } = await there.far.superuser.query<{ n: number }>(
    'select count(*)::int as n from dossiers where summary = $1',
    [token],
  );
  return rows[0]?.n ?? 0;
}

const NOTHING_WRITTEN = /Máy chủ cơ sở dữ liệu đang không trả lời.*chưa được ghi nhận.*Hãy chờ ít phút/;
const NOBODY_KNOWS = /chưa biết thao tác đã được ghi hay chưa.*gửi lại biểu mẫu: hệ thống chỉ ghi một lần/;

describe('The connection to the database', () => {
  test('that is slow makes everything slower and nothing else', async () => {
    const form = await birth();
    there.proxy.delay(40);
    expect((await form.send()).status).toBe(303);
    expect(await countOf(form.token)).toBe(1);
  });

  test('that is cut between two requests is replaced without anybody noticing', async () => {
    expect((await counter.get('/inbox')).status).toBe(200);
    there.proxy.cut();
    await expect.poll(async () => (await counter.get('/inbox')).status).toBe(200);
  });

  test('that is cut in the middle of a verb leaves nothing of it, says so, and the form may be sent again', async () => {
    const form = await birth();
    there.proxy.cutAt('insert into "dossiers"', 'before');
    const answer = await form.send();
    expect(answer).toMatchObject({ status: 503, text: expect.stringMatching(NOTHING_WRITTEN) });
    expect(answer.response.headers.get('retry-after')).not.toBeNull();
    expect(await countOf(form.token)).toBe(0);
    expect((await form.send()).status).toBe(303);
    expect(await countOf(form.token)).toBe(1);
  });

  test.each([
    ['before the commit arrives', 'before', 0],
    ['after the commit, before its answer', 'after', 1],
  ] as const)(
    'that is cut %s: nobody claims to know, and sending again has one effect',
    async (_, when, written) => {
      const form = await birth();
      there.proxy.cutAt('commit', when);
      expect(await form.send()).toMatchObject({ status: 503, text: expect.stringMatching(NOBODY_KNOWS) });
      expect(await countOf(form.token)).toBe(written);
      expect((await form.send()).status).toBe(303);
      expect(await countOf(form.token)).toBe(1);
    },
  );

  test('that swallows everything lets nobody wait for ever, and is found again', async () => {
    const form = await birth();
    there.proxy.swallow();
    const waiting = [form.send(), ...Array.from({ length: 7 }, async () => counter.get('/inbox'))];
    const [sent, ...looked] = await Promise.all(waiting);
    expect(sent).toMatchObject({ status: 503, text: expect.stringMatching(NOTHING_WRITTEN) });
    for (const page of looked) {
      expect(page).toMatchObject({ status: 503, text: expect.stringContaining('chưa mở được trang này') });
    }
    there.proxy.pass();
    expect((await form.send()).status).toBe(303);
    expect(await countOf(form.token)).toBe(1);
  });

  test('that comes back shows what others changed meanwhile', async () => {
    const { superuser } = there.far;
    expect((await counter.get('/thu-tuc')).html).not.toContain('huyện An Lão Mới');
    there.proxy.cut();
    await superuser.query(
      `update unit_versions set short_name = 'UBND huyện An Lão Mới' where level = 'district' and kind = 'people-committee'`,
    );
    await superuser.query('insert into organisation_revisions default values');
    await expect.poll(async () => (await counter.get('/thu-tuc')).html).toContain('huyện An Lão Mới');
  });
});

describe('The queue over that connection', () => {
  const done: string[] = [];
  const handlers = {
    note: async (payload: unknown) => {
      // What the tests below queue.
      done.push((payload as { readonly token: string }).token);
    },
  };

  async function queue(): Promise<string> {
    const token = randomUUID();
    const ctx = await systemContext(there.far, 'test');
    await queueJob(ctx.db, { task: 'note', payload: { token } });
    return token;
  }

  const patience = { timeout: 60_000, interval: 100 };

  test('listens again and works on after a cut, and after everything was swallowed', async () => {
    const worker = await startWorker(there.ownerPool, { handlers, timetable: [] }, silentLog);
    try {
      const first = await queue();
      await expect.poll(() => done, patience).toContain(first);
      there.proxy.cut();
      const second = await queue().catch(queue); // The first try may still meet a connection that is gone.
      await expect.poll(() => done, patience).toContain(second);
      there.proxy.swallow();
      await expect(queue()).rejects.toThrow(/silent|terminated|timeout/);
      there.proxy.pass();
      const third = await queue();
      await expect.poll(() => done, patience).toContain(third);
      await expect.poll(listeners, patience).toBe(1);
    } finally {
      await worker.stop();
    }
  });

  /** Connections over which the queue is told of new jobs at once. */
  async function listeners(): Promise<number> {
    const { rows } = await there.far.superuser.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and query ilike 'listen%'`,
    );
    return rows[0]?.n ?? 0;
  }
});
