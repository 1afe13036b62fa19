import { join } from 'node:path';
import type { Connection } from '#platform/database/connection.ts';
import { copyBinaries, findPostgresPackage, type PostgresPackage } from './binaries.ts';
import { livingOwner, takeClaim } from './claim.ts';
import {
  databaseName,
  ensureCluster,
  ownerName,
  readPassword,
  refuseOtherMajor,
  removeOldCopies,
  usesTcp,
  writeSettings,
} from './cluster.ts';
import { preparePlace, type Place } from './place.ts';
import {
  choosePort,
  clearRemains,
  readPostmaster,
  startServer,
  stopServer,
  type Postmaster,
} from './postmaster.ts';
import { isServerOf } from './processes.ts';
import { askVersion, ensureDatabase, holdLock } from './session.ts';

export type EmbeddedOptions = {
  /** Folder of this database, for example `var/database`. Made when missing. */
  readonly folder: string;
  /** False only for tests: what was committed may be lost in a power cut. */
  readonly durable: boolean;
  /** Milliseconds to wait for another process over the same folder that may be ending (5 seconds when not given). */
  readonly patience?: number;
  /** Told in Vietnamese what is being done. */
  readonly onLine: (line: string) => void;
  /** Called once when the server ends without `stop()`. The caller can only end in turn. */
  readonly onLost?: (reason: Error) => void;
};

export type EmbeddedServer = {
  /** The superuser's way in. By a socket file that only this account and root can open; on Windows by loopback TCP. */
  readonly connection: Connection;
  /** Stops the server in order. May be called again. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts the PostgreSQL that came with the packages over `folder`, or takes over one that a killed process left running.
 * Refuses when another living process owns the folder, when the data is of another major version, and
 * when PostgreSQL cannot start, each with what to do next. Nothing is reachable from the network.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = await preparePlace(options.folder, options.onLine);
  const release = await takeClaim(place.claim, options.patience ?? 5000);
  try {
    return await startClaimed(place, options, release);
  } catch (error) {
    await release();
    throw error;
  }
}

/**
 * For commands beside a running Một Cửa: its server when there is one (`stop` then leaves it running), else a server
 * of one's own.
 */
export async function joinEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = await preparePlace(options.folder, options.onLine);
  const running = (await livingOwner(place.claim)) && (await readPostmaster(place.cluster));
  if (running === undefined) return startEmbedded(options);
  return { connection: await connectionTo(place, running), stop: async () => undefined };
}

async function startClaimed(
  place: Place,
  options: EmbeddedOptions,
  release: () => Promise<void>,
): Promise<EmbeddedServer> {
  const postgres = await findPostgresPackage();
  await refuseOtherMajor(place, postgres.version);
  const copy = `postgresql-${postgres.version}`;
  const programs = join(place.root, copy, 'bin');
  const running =
    (await adopt(place, postgres, options)) ?? (await launch({ place, postgres, copy, options }));
  const connection = await connectionTo(place, running);
  const lock = await holdLock(connection, (reason) => options.onLost?.(reason));
  await ensureDatabase(connection);
  const forgetExit = stopAtExit(running.pid, place.cluster);
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await lock.release();
    await stopServer(place, programs);
    forgetExit();
    await release();
  };
  return { connection, stop: async () => (stopping ??= stop()) };
}

/** The server that a killed process left, when it answers and is of our version. */
async function adopt(
  place: Place,
  postgres: PostgresPackage,
  options: EmbeddedOptions,
): Promise<Postmaster | undefined> {
  const found = await readPostmaster(place.cluster);
  if (found === undefined) return undefined;
  const version = await askVersion(await connectionTo(place, found));
  if (version === undefined || !postgres.version.startsWith(`${version}.`)) return undefined;
  options.onLine('Tiếp quản cơ sở dữ liệu còn chạy từ lần trước (Một Cửa đã bị dừng đột ngột).');
  return found;
}

type Launch = {
  readonly place: Place;
  readonly postgres: PostgresPackage;
  readonly copy: string;
  readonly options: EmbeddedOptions;
};

async function launch({ place, postgres, copy, options }: Launch): Promise<Postmaster> {
  const programs = join(place.root, copy, 'bin');
  await copyBinaries(postgres, join(place.root, copy));
  await clearRemains(place, programs);
  if ((await ensureCluster(place, programs, options.durable)) === 'made')
    options.onLine('Đã tạo cơ sở dữ liệu mới.');
  await writeSettings(place, options.durable, await choosePort());
  const server = await startServer(place, programs);
  await removeOldCopies(place, copy);
  return server;
}

async function connectionTo(place: Place, server: Postmaster): Promise<Connection> {
  const password = usesTcp ? await readPassword(place) : undefined;
  return {
    host: server.host,
    port: server.port,
    user: ownerName,
    ...(password === undefined ? {} : { password }),
    database: databaseName,
  };
}

/** A process that ends by itself without `stop()` leaves no server behind. Returns how to call that off. */
function stopAtExit(pid: number, cluster: string): () => void {
  const onExit = (): void => {
    // SIGINT is PostgreSQL's fast shutdown. On Windows it would be a kill, so the next start takes over instead.
    if (!usesTcp && isServerOf(pid, cluster)) process.kill(pid, 'SIGINT');
  };
  process.once('exit', onExit);
  return () => process.removeListener('exit', onExit);
}
