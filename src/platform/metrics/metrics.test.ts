import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import {
  jobs,
  type JobSeen,
  type RequestSeen,
  requests,
  tellFailure,
  tellStatement,
  tellUpload,
  type Unwatch,
} from '#platform/tracing/channels.ts';
import { roomOf } from './disk.ts';
import { listenForMetrics, type MetricsListener } from './listener.ts';
import { createMetrics } from './metrics.ts';
import { measureProcess } from './process.ts';
import { SLOW_STATEMENT, watchAll } from './watch.ts';

describe('The figures', () => {
  test('of a histogram are cumulative and end with everything', () => {
    const metrics = createMetrics();
    const seconds = metrics.histogram('waited_seconds', 'How long.', [0.1, 1]);
    for (const value of [0.05, 0.1, 0.5, 7]) seconds.observe(value, { route: '/' });
    expect(metrics.text()).toBe(`# HELP waited_seconds How long.
# TYPE waited_seconds histogram
waited_seconds_bucket{route="/",le="0.1"} 2
waited_seconds_bucket{route="/",le="1"} 3
waited_seconds_bucket{route="/",le="+Inf"} 4
waited_seconds_sum{route="/"} 7.65
waited_seconds_count{route="/"} 4
`);
  });

  test('escape what would end a label', () => {
    const metrics = createMetrics();
    metrics.counter('seen_total', 'Seen \\ by\nlines.').add({ route: 'a"b\\c\nd' });
    expect(metrics.text()).toContain('# HELP seen_total Seen \\\\ by\\nlines.\n');
    expect(metrics.text()).toContain('seen_total{route="a\\"b\\\\c\\nd"} 1\n');
  });

  test('that are not known are left out, and so is a family without any', () => {
    const metrics = createMetrics();
    metrics.gauge('age_seconds', 'Age.', () => [{ value: Number.NaN }]);
    expect(metrics.text()).toBe('');
  });

  test('of one family never grow without end: what is too much is counted together', () => {
    const metrics = createMetrics();
    const counter = metrics.counter('seen_total', 'Seen.');
    for (let at = 0; at < 1500; at += 1) counter.add({ route: `/${at}` });
    const lines = metrics
      .text()
      .split('\n')
      .filter((line) => line.startsWith('seen_total'));
    expect(lines).toHaveLength(1001);
    expect(lines.at(-1)).toBe('seen_total{overflow="true"} 500');
  });
});

describe('What the product says of itself', () => {
  let end: Unwatch = () => undefined;
  afterEach(() => end());

  async function request(method: string, outcome: RequestSeen['outcome']): Promise<void> {
    const seen: RequestSeen = { method, traceparent: undefined, began: performance.now() };
    await requests.tracePromise(async () => {
      if (outcome) seen.outcome = outcome;
    }, seen);
  }

  test('is counted by pattern, by kind of refusal and by failure', async () => {
    const metrics = createMetrics();
    end = watchAll(metrics);
    await request('GET', { route: '/dossiers/:number', status: 200, requestId: 'a' });
    await request('POST', { route: '/intake/:slug', status: 422, requestId: 'b' });
    await request('BREW', { route: 'none', status: 404, requestId: 'c' });
    await request('GET', { route: '/inbox', status: 500, requestId: 'd' });
    tellFailure({ requestId: 'd', method: 'GET', route: '/inbox', error: new Error('no') });
    await request('GET', { route: '/inbox', status: 503, requestId: 'e' });
    const text = metrics.text();
    expect(text).toContain(
      'motcua_http_requests_total{method="GET",route="/dossiers/:number",status="200"} 1',
    );
    expect(text).toContain('motcua_http_requests_total{method="other",route="none",status="404"} 1');
    expect(text).toContain('motcua_http_refusals_total{kind="invalid"} 1');
    expect(text).toContain('motcua_http_refusals_total{kind="busy"} 1');
    expect(text).toContain('motcua_http_failures_total{route="/inbox"} 1');
    expect(text).toContain('motcua_http_request_duration_seconds_count{method="GET",route="/inbox"} 2');
  });

  test('names no statement and no value, only how long they took', () => {
    const metrics = createMetrics();
    end = watchAll(metrics);
    const query = { sql: `select 'Nguyễn Thị B'` };
    tellStatement({ text: query.sql, milliseconds: 3, hasFailed: false });
    tellStatement({ text: query.sql, milliseconds: SLOW_STATEMENT + 1, hasFailed: true });
    const text = metrics.text();
    expect(text).toContain('motcua_statement_duration_seconds_count 2');
    expect(text).toContain('motcua_slow_statements_total 1');
    expect(text).toContain('motcua_failed_statements_total 1');
    expect(text).not.toContain('select');
  });

  test('tells jobs that were done from those that failed', async () => {
    const metrics = createMetrics();
    end = watchAll(metrics);
    const seen = (): JobSeen => ({ task: 'backup', jobId: '1', began: performance.now() });
    await jobs.tracePromise(async () => undefined, seen());
    await jobs
      .tracePromise(async () => Promise.reject<undefined>(new Error('no')), seen())
      .catch(() => undefined);
    expect(metrics.text()).toContain('motcua_job_runs_total{task="backup",outcome="done"} 1');
    expect(metrics.text()).toContain('motcua_job_runs_total{task="backup",outcome="failed"} 1');
  });

  test('is heard by nobody any more when the listener has gone', async () => {
    const metrics = createMetrics();
    watchAll(metrics)();
    tellUpload({ outcome: 'taken', size: 5 });
    await request('GET', { route: '/', status: 200, requestId: 'a' });
    expect(metrics.text()).not.toContain('route="/"');
    expect(requests.hasSubscribers).toBe(false);
  });
});

describe('The address of the figures', () => {
  let listener: MetricsListener | undefined;
  afterEach(async () => listener?.close());

  const open = async (token?: string): Promise<string> => {
    listener = await listenForMetrics({ address: '127.0.0.1:0', token, text: async () => 'up 1\n' });
    return `http://127.0.0.1:${listener.port}`;
  };

  test('answers this machine without a token', async () => {
    const answer = await fetch(`${await open()}/metrics`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('version=0.0.4');
    expect(await answer.text()).toBe('up 1\n');
  });

  test('answers nothing else, and writes nothing', async () => {
    const address = await open();
    expect((await fetch(`${address}/`)).status).toBe(404);
    expect((await fetch(`${address}/metrics`, { method: 'POST' })).status).toBe(405);
  });

  test.each([undefined, 'Bearer wrong', 'Basic secret', 'secret', 'Bearer '])(
    'refuses %s where a token is set',
    async (authorization) => {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      expect((await fetch(`${await open('secret')}/metrics`, { headers })).status).toBe(401);
    },
  );

  test('takes the token', async () => {
    const headers = { authorization: 'Bearer secret' };
    expect((await fetch(`${await open('secret')}/metrics`, { headers })).status).toBe(200);
  });

  test('is not opened to other machines without a token', async () => {
    const options = { address: '0.0.0.0:0', token: undefined, text: async () => '' };
    await expect(listenForMetrics(options)).rejects.toThrow('MOTCUA_METRICS_TOKEN');
  });
});

describe('The room on a disk', () => {
  test('of a folder that is not there yet is that of the one above', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'motcua-disk-'));
    const [room] = await roomOf({ backups: path.join(folder, 'not', 'yet') });
    await rm(folder, { recursive: true });
    expect(room?.place).toBe('backups');
    expect(room?.free).toBeGreaterThan(0);
    expect(room?.size).toBeGreaterThan(room?.free ?? 0);
  });
});

/** The program of Prometheus that reads such texts, where it is installed. */
const PROMTOOL = process.env['PROMTOOL'];

test.runIf(PROMTOOL)('Prometheus reads the text without complaint', async () => {
  const metrics = createMetrics();
  const end = watchAll(metrics);
  const pool = { totalCount: 3, idleCount: 1, waitingCount: 0 };
  const eventLoop = () => ({ p50: 0, p99: 0.01, most: 0.02 });
  measureProcess(metrics, { eventLoop, pool, labels: { version: '0.1.0', role: 'all' } });
  tellStatement({ text: 'select 1', milliseconds: 3, hasFailed: false });
  const complaint = await new Promise<string>((resolve) => {
    const child = execFile(PROMTOOL ?? '', ['check', 'metrics'], (error, out, complaints) =>
      resolve(error ? `${out}${complaints}` : ''),
    );
    child.stdin?.end(metrics.text());
  });
  end();
  expect(complaint).toBe('');
});
