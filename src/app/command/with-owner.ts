import { type BootOptions, openOwner } from '#app/boot.ts';
import type { Config } from '#platform/config/config.ts';
import type { Connection } from '#platform/database/connection.ts';
import { createLog, type Log } from '#platform/log/log.ts';
import { createShutdown } from '#platform/shutdown.ts';

export type Opened = { readonly owner: Connection; readonly log: Log };

/**
 * Runs a command's work as the owner of the database, beside a running Một Cửa or over a server started for the occasion,
 * without bringing the database to this release.
 */
export async function withOwner<Result>(
  config: Config,
  work: (opened: Opened) => Promise<Result>,
): Promise<Result> {
  const log = createLog({ level: 'warn', output: process.stderr });
  const shutdown = createShutdown(log);
  try {
    const options: BootOptions = { config, log, shutdown, server: 'join', onLost: () => undefined };
    return await work({ owner: await openOwner(options), log });
  } finally {
    await shutdown.run();
  }
}
