import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Config } from '#platform/config/config.ts';
import { readMigrations } from '#platform/database/migrate.ts';
import { startWorker } from '#platform/jobs/worker.ts';
import { createLog, type Log } from '#platform/log/log.ts';
import { createShutdown, endAsked, type Shutdown } from '#platform/shutdown.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Admission } from '#web/http/admission.ts';
import { loadAssets } from '#web/assets.ts';
import { boot, type Booted, shippedPath } from './boot.ts';
import { backupTasks, backupTimetable } from './backups/tasks.ts';
import { guardTasks, TIMERS_TIMETABLE } from './guard-tasks.ts';
import { CLOCK_TIMETABLE } from '#capabilities/dossiers/clock/warnings/service.ts';
import { jobHandlers, SWEEP_TIMETABLE } from './jobs.ts';
import { closeWeb } from './web/close.ts';
import { adoptAllEarlier, keepLog, openSigner } from './log-keeper.ts';
import { LOG_TIMETABLE, logTasks } from './log-tasks.ts';
import { type Figures, startTraces, startWatching } from './operations/start.ts';
import { operationTasks } from './operations/tasks.ts';
import { WATCH_TIMETABLE } from './operations/watch.ts';
import { TRACKING_TIMETABLE } from '#capabilities/post/tracking/service.ts';
import { loadStarter } from './starter.ts';
import { watchUpgrades } from './upgrade-watch.ts';
import { openAdmission } from './web/admission.ts';
import { createApp } from './web/app.tsx';

/** Serves until it is asked to end. Answers the exit code. */
export async function runServer(config: Config): Promise<0 | 1> {
  const log = createLog({ level: config.logLevel, output: process.stdout });
  const shutdown = createShutdown(log);
  const lost = Promise.withResolvers<Error>();
  const ended = endAsked();
  try {
    await serve(config, { log, shutdown, onLost: lost.resolve });
  } catch (error) {
    await shutdown.run();
    throw error;
  }
  const reason = await Promise.race([ended, lost.promise]);
  log.info({}, reason instanceof Error ? 'Mất cơ sở dữ liệu, đang dừng…' : 'Đang dừng…');
  const isClean = await shutdown.run();
  return isClean && !(reason instanceof Error) ? 0 : 1;
}

type Running = { readonly log: Log; readonly shutdown: Shutdown; readonly onLost: (reason: Error) => void };

async function serve(config: Config, running: Running): Promise<void> {
  const { log, shutdown } = running;
  await startTraces(config, running);
  const booted = await boot({ config, server: 'start', ...running });
  const figures = await startWatching(config, booted, shutdown);
  const starter = await loadStarter(booted.system, config.dataFolder);
  const admission = openAdmission();
  const keeper = await keep(config, booted, shutdown);
  const worker = config.role === 'web' ? null : await work(config, booted, running);
  await standBack(booted, { shutdown, admission, tasks: [keeper, ...(worker ? [worker] : [])] });
  if (config.role !== 'worker') {
    const web = await listen(config, booted, { figures, admission });
    shutdown.add({ name: 'máy chủ web', close: () => closeWeb(web) });
    log.info({}, `Sẵn sàng tại ${config.publicUrl}`);
    if (isLoopback(config.host)) {
      log.info(
        {},
        'Chỉ máy này vào được. Để máy khác trong mạng nội bộ vào, đặt HOST=0.0.0.0 và MOTCUA_PUBLIC_URL.',
      );
    }
  }
  if (starter.passwordFile !== null) {
    log.info({}, `Mật khẩu ban đầu của ${starter.accounts} tài khoản mẫu: ${starter.passwordFile}`);
  }
}

/** Workers keep the log; a process that only serves pages watches whether it may write. */
async function keep(config: Config, { system, guard }: Booted, shutdown: Shutdown): Promise<Stoppable> {
  const signer = config.role === 'web' ? null : await openSigner(config);
  if (signer !== null) await adoptAllEarlier(system);
  const keeper = await keepLog(system, guard, signer);
  shutdown.add({ name: 'nhật ký kiểm chứng', close: keeper.stop });
  return keeper;
}

type Stoppable = { readonly stop: () => Promise<void> };

/** The queue takes a second stop for a mistake. */
function stoppedOnce({ stop }: Stoppable): Stoppable {
  let stopping: Promise<void> | undefined;
  return { stop: async () => (stopping ??= stop()) };
}

/** Makes way for a newer program that changes the database under this one. */
async function standBack(
  { system }: Booted,
  own: { readonly shutdown: Shutdown; readonly admission: Admission; readonly tasks: readonly Stoppable[] },
): Promise<void> {
  const migrations = await readMigrations(shippedPath('migrations'));
  const watch = await watchUpgrades(system, {
    known: new Set(migrations.map(({ name }) => name)),
    setClosed: own.admission.setClosed,
    retire: async () => void (await Promise.all(own.tasks.map(async ({ stop }) => stop()))),
  });
  own.shutdown.add({ name: 'theo dõi nâng cấp', close: watch.stop });
}

async function work(config: Config, booted: Booted, { log, shutdown }: Running): Promise<Stoppable> {
  const { system, ownerPool, owner } = booted;
  const installation = { config, owner, db: system.db, log, clock: system.clock };
  const handlers = {
    ...jobHandlers(system),
    ...guardTasks(system),
    ...backupTasks(installation, config.backup),
    ...operationTasks(system, config.operatorMail),
    ...logTasks(system, config),
  };
  const timetable = [
    SWEEP_TIMETABLE,
    TIMERS_TIMETABLE,
    CLOCK_TIMETABLE,
    WATCH_TIMETABLE,
    ...backupTimetable(config.backup.at),
    ...LOG_TIMETABLE,
    ...(config.post === null ? [] : [TRACKING_TIMETABLE]),
  ];
  const worker = stoppedOnce(await startWorker(ownerPool, { handlers, timetable }, log));
  shutdown.add({ name: 'việc nền', close: worker.stop });
  log.info({}, 'Đang nhận việc nền');
  return worker;
}

/** Open connections at most, most of them idle; a browser holds up to six. */
const MOST_CONNECTIONS = 4000;
/** For how long the head of a request may take to come, in milliseconds. */
const HEADERS_MS = 20_000;

async function listen(
  config: Config,
  { system }: Booted,
  { figures, admission }: { readonly figures: Figures; readonly admission: Admission },
): Promise<Server> {
  const assetsFolder = shippedPath('dist', 'assets');
  figures.measureDoor(admission);
  const { token } = config.metrics;
  const app = createApp(system, {
    assets: loadAssets(assetsFolder),
    assetsFolder,
    development: config.mode === 'development',
    ...(config.mode === 'development' && config.phoneFolder !== null
      ? { phoneFolder: config.phoneFolder }
      : {}),
    admission,
    ...(token === undefined ? {} : { metrics: { token, text: figures.text } }),
    trustedProxies: config.trustedProxies,
  });
  const web = createServer({ headersTimeout: HEADERS_MS }, getRequestListener(app.fetch));
  web.maxConnections = MOST_CONNECTIONS;
  const failed = once(web, 'error').then(([error]: readonly unknown[]) => portProblem(config, error));
  web.listen(config.port, config.host);
  await Promise.race([once(web, 'listening'), failed]);
  return web;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

function portProblem(config: Config, error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    refuse(
      'conflict',
      `Cổng ${config.port} đang có chương trình khác dùng. Hãy đặt cổng khác, ví dụ PORT=${config.port + 1} npm start.`,
    );
  }
  throw error;
}
