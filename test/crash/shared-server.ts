import path from 'node:path';
import { type EmbeddedServer, startEmbedded } from '#platform/embedded/server.ts';
import type { House } from './house.ts';

/** A durable PostgreSQL of one's own over the data of a house, which its processes are told by DATABASE_URL. */
export type SharedServer = {
  readonly settings: Readonly<Record<string, string>>;
  /** Starts it again after it was killed. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export async function openSharedServer({ folder, owner }: House): Promise<SharedServer> {
  const open = async (): Promise<EmbeddedServer> =>
    startEmbedded({
      folder: path.join(folder, 'database'),
      durable: true,
      onLine: () => undefined,
      onLost: () => undefined,
    });
  let server = await open();
  const host = encodeURIComponent(owner.host);
  return {
    settings: {
      DATABASE_URL: `postgres://${owner.user}@localhost:${owner.port}/${owner.database}?host=${host}`,
    },
    restart: async () => {
      await server.stop();
      server = await open();
    },
    stop: async () => server.stop(),
  };
}
