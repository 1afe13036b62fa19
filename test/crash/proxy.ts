import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import path from 'node:path';
import type { Connection } from '#platform/database/connection.ts';

/** What stands between the application and its database, and lets the connection go wrong. */
export type Proxy = {
  readonly port: number;
  /** Milliseconds that everything takes longer, each way. */
  readonly delay: (milliseconds: number) => void;
  /** Cuts every connection now. */
  readonly cut: () => void;
  /** From now on nothing arrives on either side, and nobody is told: connections stay open. */
  readonly swallow: () => void;
  /** Everything arrives again, on connections made from now on. */
  readonly pass: () => void;
  /**
   * Cuts the connection on which the application next sends these words: before they reach the database, or when the
   * database has done as they say and answers.
   */
  readonly cutAt: (words: string, when: 'before' | 'after') => void;
  readonly close: () => Promise<void>;
};

type Trap = { readonly words: string; readonly when: 'before' | 'after' };

export async function openProxy({ host, port }: Connection): Promise<Proxy> {
  const open = new Set<Socket>();
  const state: { delay: number; isSwallowing: boolean; trap: Trap | null } = {
    delay: 0,
    isSwallowing: false,
    trap: null,
  };
  const server = createServer((client) => {
    const database = connect(path.join(host, `.s.PGSQL.${port}`));
    // Those that were open when things were swallowed stay deaf: a network forgets connections.
    let isDeaf = state.isSwallowing;
    let isTrapped = false;
    const end = (): void => {
      client.resetAndDestroy();
      database.destroy();
    };
    const forward = (to: Socket, bytes: Buffer): void => {
      isDeaf ||= state.isSwallowing;
      if (isDeaf) return;
      if (state.delay === 0) to.write(bytes);
      else setTimeout(() => void (to.destroyed || to.write(bytes)), state.delay);
    };
    client.on('data', (bytes) => {
      const { trap } = state;
      if (trap !== null && bytes.toString('latin1').toLowerCase().includes(trap.words)) {
        state.trap = null;
        if (trap.when === 'before') return end();
        isTrapped = true;
      }
      forward(database, bytes);
    });
    database.on('data', (bytes) => (isTrapped ? end() : forward(client, bytes)));
    for (const socket of [client, database]) {
      open.add(socket);
      socket.on('error', end).on('close', () => {
        open.delete(socket);
        if (!isDeaf) end();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    delay: (milliseconds) => {
      state.delay = milliseconds;
    },
    cut,
    swallow: () => {
      state.isSwallowing = true;
    },
    pass: () => {
      state.isSwallowing = false;
    },
    cutAt: (words, when) => {
      state.trap = { words: words.toLowerCase(), when };
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
