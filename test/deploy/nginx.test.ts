import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { request as requestTls } from 'node:https';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificateEnd } from '#platform/metrics/certificate.ts';
import { appOf } from '../attack/routes.ts';
import { openTestWorld, type TestSystem } from '../database.ts';

/** The program, where it is to be tried: `NGINX=/usr/sbin/nginx npm test -- test/deploy`. Needs `openssl` beside it. */
const NGINX = process.env['NGINX'];
const run = promisify(execFile);

let system: TestSystem;
let upstream: Server;
let nginx: ChildProcess;
let folder = '';
let ports = { http: 0, https: 0 };

beforeAll(async () => {
  if (NGINX === undefined) return;
  folder = await mkdtemp(path.join(tmpdir(), 'motcua-nginx-'));
  ports = { http: await freePort(), https: await freePort() };
  system = { ...(await openTestWorld()), publicUrl: `https://localhost:${ports.https}` };
  const pages = getRequestListener(appOf(system).fetch);
  upstream = createServer((request, response) => {
    // What nginx says of whoever asks, as the product would hear it.
    if (request.url?.startsWith('/echo')) response.end(JSON.stringify(request.headers));
    else void pages(request, response);
  });
  upstream.listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  await startNginx((upstream.address() as AddressInfo).port); // No pipe, so an address.
});
afterAll(async () => {
  if (NGINX === undefined) return;
  nginx.kill('SIGQUIT');
  await once(nginx, 'exit');
  upstream.closeAllConnections();
  upstream.close();
  await system.close();
  await rm(folder, { recursive: true });
});

async function startNginx(port: number): Promise<void> {
  const [key, certificate] = [path.join(folder, 'key.pem'), path.join(folder, 'certificate.pem')];
  const asked = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=localhost';
  await run('openssl', [...asked.split(' '), '-keyout', key, '-out', certificate]);
  const shipped = await readFile('deploy/nginx.conf', 'utf8');
  const site = shipped
    .replace('127.0.0.1:3000', `127.0.0.1:${port}`)
    .replaceAll(/listen \[::\]:.*;\n/g, '')
    .replace('listen 80;', `listen 127.0.0.1:${ports.http};`)
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${ports.https} ssl http2;`)
    .replaceAll('motcua.anlao.example.vn', 'localhost')
    .replace('/etc/ssl/motcua/fullchain.pem', certificate)
    .replace('/etc/ssl/motcua/privkey.pem', key)
    .replace('/var/log/nginx/motcua.log', path.join(folder, 'access.log'));
  const file = path.join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  await writeFile(
    file,
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
     events {} http { access_log off; ${temporary.join(' ')} ${site} }`,
  );
  nginx = spawn(NGINX ?? '', ['-c', file, '-p', folder], { stdio: 'ignore' });
  await answering();
}

/** Until it answers; the test runner ends what takes too long. */
async function answering(): Promise<void> {
  while ((await ask('/healthz').catch(() => null)) === null) await wait(50);
}

async function freePort(): Promise<number> {
  const server = createSocketServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // No pipe, so an address.
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return port;
}

type Sent = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
};
type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
};

async function ask(at: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Answer> {
  const sent = requestTls({
    host: '127.0.0.1',
    port: ports.https,
    path: at,
    method,
    headers: { host: 'localhost', ...headers },
    rejectUnauthorized: false, // The certificate of the test signs itself.
  });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage]; // The event carries it.
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
}

describe.runIf(NGINX)('Behind nginx with the file that ships', () => {
  test('what comes without TLS is led to TLS', async () => {
    const answer = await fetch(`http://127.0.0.1:${ports.http}/tra-cuu?so=1`, {
      redirect: 'manual',
      headers: { host: 'localhost' },
    });
    expect(answer.status).toBe(301);
    expect(answer.headers.get('location')).toMatch(/^https:\/\/.*\/tra-cuu\?so=1$/);
  });

  test('pages come with their protections, and cookies for TLS only', async () => {
    const page = await ask('/sign-in');
    expect(page.status).toBe(200);
    expect(page.headers['strict-transport-security']).toContain('max-age=');
    expect(page.headers['x-request-id']).toBeDefined();
    expect(page.headers['server']).toBe('nginx');
  });

  test('nobody says of themselves where they come from, nor which trace they belong to', async () => {
    const answer = await ask('/echo', {
      headers: {
        'x-forwarded-for': '10.9.9.9',
        'x-forwarded-proto': 'http',
        forwarded: 'for=10.9.9.9',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
        baggage: 'a=b',
      },
    });
    const heard = JSON.parse(answer.body) as Record<string, string>;
    expect(heard).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'https',
      host: 'localhost',
    });
    for (const name of ['forwarded', 'traceparent', 'baggage']) expect(heard).not.toHaveProperty(name);
  });

  test('the figures of the process are not to be had', async () => {
    expect((await ask('/metrics', { headers: { authorization: 'Bearer x' } })).status).toBe(404);
  });

  test('a form as large as the product takes comes through, a larger one does not', async () => {
    const origin = `https://localhost`;
    const form = {
      'content-type': 'multipart/form-data; boundary=x',
      origin,
      'sec-fetch-site': 'same-origin',
    };
    const large = await ask('/tra-cuu', { method: 'POST', headers: form, body: Buffer.alloc(2_000_000) });
    expect([403, 413, 422]).toContain(large.status);
    expect(large.headers['x-request-id']).toBeDefined(); // The product itself has refused it.
    const length = String(101 * 1024 * 1024);
    const larger = await ask('/tra-cuu', { method: 'POST', headers: { ...form, 'content-length': length } });
    expect(larger.status).toBe(413);
    expect(larger.headers['x-request-id']).toBeUndefined();
  });

  test('the log of the proxy has the id of the request and nothing of what was searched for', async () => {
    const page = await ask('/thu-tuc?q=Nguyen-Thi-B');
    const log = path.join(folder, 'access.log');
    await expect.poll(async () => readFile(log, 'utf8')).toContain(String(page.headers['x-request-id']));
    expect(await readFile(log, 'utf8')).not.toContain('Nguyen-Thi-B');
  });

  test('the end of its certificate is read', async () => {
    const end = await certificateEnd(`https://localhost:${ports.https}`);
    const days = ((end?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
  });
});

test('An address without TLS, or where nobody answers, has no certificate', async () => {
  expect(await certificateEnd('http://localhost:1')).toBeNull();
  expect(await certificateEnd('https://localhost:1')).toBeNull();
});
