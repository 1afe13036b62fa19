import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { closeWeb } from './close.ts';

test('a client that asks again and again over one connection does not keep the server from closing', async () => {
  // Every answer takes a moment, so that a request is under way whenever the server is told to close.
  const web = createServer((_request, response) => void setTimeout(() => response.end('ok'), 5));
  web.listen(0, '127.0.0.1');
  await once(web, 'listening');
  // A listening TCP server has an address object.
  const { port } = web.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let answered = 0;
  const asking = (async () => {
    for (;;) {
      // The event gives its arguments as a list.
      const [answer] = (await once(get({ port, agent }), 'response')) as [IncomingMessage];
      await answer.resume().toArray();
      answered += 1;
    }
  })().catch((error: NodeJS.ErrnoException) => error.code);
  await expect.poll(() => answered).toBeGreaterThan(3);
  await closeWeb(web);
  // A request that leaves while its connection is being closed may be cut off; the next one finds nobody there.
  expect(['ECONNRESET', 'ECONNREFUSED']).toContain(await asking);
  await expect(once(get({ port, agent }), 'response')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  agent.destroy();
});
