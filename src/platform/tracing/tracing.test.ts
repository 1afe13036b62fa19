import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createLog } from '#platform/log/log.ts';
import { silentLog } from '#test/silent-log.ts';
import { jobs, type RequestSeen, requests, tellStatement } from './channels.ts';
import { openTracing } from './open-tracing.ts';
import { parseTraceParent } from './traceparent.ts';

const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes: z.array(z.object({ key: z.string(), value: z.object({ stringValue: z.string().optional() }) })),
  status: z.object({ code: z.number(), message: z.string().optional() }),
});
const sentSchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(z.object({ key: z.string(), value: z.unknown() })) }),
      scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })),
    }),
  ),
});
type SentSpan = z.output<typeof spanSchema>;

/** A receiver of OTLP over HTTP on this machine, as a collector is one. */
let receiver: Server;
let endpoint = '';
const received: { readonly path: string; readonly spans: readonly SentSpan[]; readonly body: string }[] = [];
beforeAll(async () => {
  receiver = createServer((request, response) => {
    void receive(request).then(() => response.writeHead(200, JSON_TYPE).end('{}'));
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  endpoint = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`; // No pipe, so an address.
});
afterAll(() => receiver.close());
beforeEach(() => received.splice(0));

const JSON_TYPE = { 'content-type': 'application/json' };

async function receive(request: IncomingMessage): Promise<void> {
  const body = await text(request);
  const { resourceSpans } = sentSchema.parse(JSON.parse(body));
  const spans = resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
  received.push({ path: request.url ?? '', spans, body });
}

const STRANGER = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

/** Traces what the work does and answers the spans that arrived. */
async function traced(work: () => Promise<void>, believesParent = false): Promise<readonly SentSpan[]> {
  const tracing = await openTracing({ endpoint, believesParent, ratio: 1, version: '9.9.9', log: silentLog });
  await work().catch(() => undefined);
  await tracing.close();
  return received.flatMap(({ spans }) => spans);
}

async function answer(inside: () => void = () => undefined): Promise<void> {
  const seen: RequestSeen = { method: 'GET', traceparent: STRANGER, began: performance.now() };
  await requests.tracePromise(async () => {
    await Promise.resolve();
    inside();
    seen.outcome = { route: '/dossiers/:number', status: 200, requestId: 'request-1' };
  }, seen);
}

const statement = (sql: string): void => tellStatement({ text: sql, milliseconds: 2, hasFailed: false });

function attributeOf(span: SentSpan | undefined, key: string): unknown {
  return span?.attributes.find((attribute) => attribute.key === key)?.value.stringValue;
}

describe('A trace', () => {
  test('of a request arrives at the collector with its statements inside', async () => {
    const spans = await traced(async () =>
      answer(() => statement('select "id" from "dossiers" where "id" = $1')),
    );
    const request = spans.find(({ name }) => name === 'GET /dossiers/:number');
    const select = spans.find(({ name }) => name === 'select dossiers');
    expect(received[0]?.path).toBe('/v1/traces');
    expect(attributeOf(request, 'motcua.request_id')).toBe('request-1');
    expect(attributeOf(request, 'http.route')).toBe('/dossiers/:number');
    expect(select?.parentSpanId).toBe(request?.spanId);
    expect(attributeOf(select, 'db.query.text')).toBe('select "id" from "dossiers" where "id" = $1');
    expect(received[0]?.body).toContain('"9.9.9"');
  });

  test('of a job that failed says so, by the kind of its error and not by its words', async () => {
    const work = async () => Promise.reject(new TypeError('Nguyễn Thị B has no number'));
    const [job] = await traced(async () =>
      jobs.tracePromise(work, { task: 'backup', jobId: '7', began: performance.now() }),
    );
    expect(job?.name).toBe('job backup');
    expect(job?.status).toEqual({ code: 2, message: 'TypeError' });
    expect(received[0]?.body).not.toContain('Nguyễn');
  });

  test('does not go on from what a stranger sends', async () => {
    const [request] = await traced(async () => answer());
    expect(request?.parentSpanId).toBeUndefined();
    expect(request?.traceId).not.toBe(parseTraceParent(STRANGER)?.traceId);
  });

  test('goes on from the proxy where it is believed', async () => {
    const [request] = await traced(async () => answer(), true);
    expect(request?.traceId).toBe('0af7651916cd43dd8448eb211c80319c');
    expect(request?.parentSpanId).toBe('b7ad6b7169203331');
  });

  test('is named in every line of the log that is written inside it, and in none outside', async () => {
    const output = new PassThrough();
    const log = createLog({ level: 'info', output }).child({ requestId: 'request-1' });
    const [request] = await traced(async () => {
      await answer(() => log.info({}, 'inside'));
      log.info({}, 'outside');
    });
    output.end();
    const [inside, outside] = (await text(output))
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    const { traceId, spanId } = request ?? {};
    expect(inside).toMatchObject({ message: 'inside', requestId: 'request-1', traceId, spanId });
    expect(outside).not.toHaveProperty('traceId');
  });

  test('is made of nothing once tracing has ended', async () => {
    await traced(async () => undefined);
    await answer(() => statement('select 1'));
    expect(received).toEqual([]);
    expect(requests.hasSubscribers).toBe(false);
  });
});

describe('The trace context of a request', () => {
  test.each([
    undefined,
    '',
    'ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    '00-00000000000000000000000000000000-b7ad6b7169203331-01',
    '00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01',
    '00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01',
    '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more',
  ])('is none when the standard says so: %s', (header) => {
    expect(parseTraceParent(header)).toBeNull();
  });

  test('says whether it is sampled', () => {
    expect(parseTraceParent(STRANGER)?.isSampled).toBe(true);
    expect(parseTraceParent(STRANGER.replace(/01$/, '00'))?.isSampled).toBe(false);
  });
});
