import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Config } from '#platform/config/config.ts';
import { startEmbedded } from '#platform/embedded/server.ts';
import { createLog } from '#platform/log/log.ts';
import { createShutdown, endAsked } from '#platform/shutdown.ts';

/** Serves until it is asked to end. Answers the exit code. */
export async function runServer(config: Config): Promise<0 | 1> {
  const log = createLog({ level: config.logLevel, output: process.stdout });
  const shutdown = createShutdown(log);
  const lost = Promise.withResolvers<Error>();
  const onLine = (line: string): void => log.info({}, line);
  const database = await startEmbedded({
    folder: config.databaseFolder,
    durable: true,
    onLine,
    onLost: lost.resolve,
  });
  shutdown.add({ name: 'cơ sở dữ liệu', close: database.stop, limit: 60_000 });
  const web = createServer((_, response) => response.end('Một Cửa\n')).listen(config.port, config.host);
  await once(web, 'listening');
  shutdown.add({
    name: 'máy chủ web',
    close: () => new Promise((resolve) => void web.close(() => resolve())),
  });
  log.info({}, `Sẵn sàng tại ${config.publicUrl}`);
  const reason = await Promise.race([endAsked(), lost.promise]);
  log.info({}, reason instanceof Error ? 'Mất cơ sở dữ liệu, đang dừng…' : 'Đang dừng…');
  const isClean = await shutdown.run();
  return isClean && !(reason instanceof Error) ? 0 : 1;
}
