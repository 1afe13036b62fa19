import { boot } from '#app/boot.ts';
import { readConfig } from '#platform/config/config.ts';
import { createLog } from '#platform/log/log.ts';
import { createShutdown } from '#platform/shutdown.ts';
import type { Config } from '#platform/config/config.ts';
import type { System } from '#platform/system.ts';
import type { Output } from './command.ts';

/**
 * Runs a command's work over this installation: beside a running Một Cửa through its database, else over a database
 * started for the occasion. Everything opened is closed again, whatever happens.
 */
export async function withSystem<Result>(
  output: Output,
  work: (system: System, config: Config) => Promise<Result>,
): Promise<Result> {
  const config = readConfig(process.env);
  const log = createLog({ level: 'warn', output: process.stderr });
  const shutdown = createShutdown(log);
  const waiting = setTimeout(() => output.progress('Đang mở cơ sở dữ liệu…'), 2000);
  try {
    const { system } = await boot({ config, log, shutdown, server: 'join', onLost: () => undefined });
    return await work(system, config);
  } finally {
    clearTimeout(waiting);
    await shutdown.run();
  }
}
