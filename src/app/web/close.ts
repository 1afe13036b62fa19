import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';

/** Whoever takes longer than this is cut off (milliseconds). */
const LONGEST_MS = 10_000;

/**
 * Lets requests under way finish, and no connection bring another one: clients that ask again and again over one connection
 * would keep the server open for ever.
 */
export async function closeWeb(web: Server): Promise<void> {
  web.prependListener('request', (_request: unknown, response: ServerResponse) => {
    response.setHeader('Connection', 'close');
  });
  const closed = once(web, 'close');
  web.close();
  web.closeIdleConnections();
  const late = setTimeout(() => web.closeAllConnections(), LONGEST_MS);
  await closed;
  clearTimeout(late);
}
