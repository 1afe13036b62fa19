import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAdmission } from './admission.ts';
import { admitting } from './admission-door.ts';

/** One at a time, so that whoever holds the place keeps everybody else out. */
const ONE = {
  places: 1,
  ranks: [{ name: 'all', places: 1, queue: 10, patience: 20_000, perKey: { places: 1, all: 10 } }],
  lease: 20_000,
  overstaying: 0,
} as const;

let server: Server;
let port: number;
const admission = createAdmission(ONE);

beforeAll(async () => {
  const app = new Hono();
  app.use(admitting(admission, { visitOf: () => ({ rank: 0, key: 'one' }), onRefused: () => undefined }));
  app.post('/', async (c) => c.text(`got ${await c.req.text()}`));
  app.post('/stream', async (c) => c.text(`got ${await new Response(c.req.raw.body).text()}`));
  app.get('/', (c) => c.text('page'));
  server = createServer(getRequestListener(app.fetch));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port; // It listens on a port.
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const get = async (): Promise<string> => (await fetch(`http://127.0.0.1:${port}/`)).text();

/** A form whose second half does not come yet. */
async function halfSent(path: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\nConnection: close\r\n\r\nfirst`,
  );
  return socket;
}

async function answerTo(socket: Socket): Promise<string> {
  return Buffer.concat(await socket.toArray()).toString('utf8');
}

test.each(['/', '/stream'])(
  'Whoever sends a small form slowly to %s holds no place, and is read whole',
  async (path) => {
    const slow = await halfSent(path);
    expect(await get()).toBe('page');
    slow.write('LAST!');
    expect(await answerTo(slow)).toMatch(/^HTTP\/1\.1 200 [\s\S]*got firstLAST!/);
  },
);

test('Whoever breaks off in the middle of a form leaves nothing behind', async () => {
  const slow = await halfSent('/');
  slow.destroy();
  expect(await get()).toBe('page');
  expect(admission.counts()).toMatchObject([{ inside: 0, waiting: 0 }]);
});

test('A large body is let in before it has come, since nobody keeps it in memory', async () => {
  const body = 'x'.repeat(200_000);
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body });
  expect(await answer.text()).toBe(`got ${body}`);
});
