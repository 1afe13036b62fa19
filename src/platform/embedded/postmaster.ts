import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { refuse } from '#kernel/refusal.ts';
import { usesTcp } from './cluster.ts';
import { exists } from './files.ts';
import type { Place } from './place.ts';
import { isServerOf, isTaken } from './processes.ts';
import { run, type Outcome } from './run.ts';

/** A server process as its own file (postmaster.pid) tells it. */
export type Postmaster = { readonly pid: number; readonly host: string; readonly port: number };

/** What the data folder says about its server, which may be dead. Undefined: stopped in order, or still starting. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const path = pidFile(cluster);
  if (!(await exists(path))) return undefined;
  const [pid, , , port, sockets, addresses] = (await readFile(path, 'utf8')).split('\n');
  const host = sockets === '' || sockets === undefined ? addresses : sockets;
  if (pid === undefined || port === undefined || host === undefined || host === '') return undefined;
  return { pid: Number(pid), host: host.trim(), port: Number(port) };
}

/** Starts the server and waits until it answers, recovery after a power cut included (at most 10 minutes). */
export async function startServer(place: Place, programs: string): Promise<Postmaster> {
  const outcome = await startPatiently(place, programs);
  const server = await readPostmaster(place.cluster);
  if (outcome.code === 0 && server !== undefined) return server;
  return refuse(
    'conflict',
    `PostgreSQL không khởi động được:\n${outcome.output.trim()}\nXem thêm nhật ký trong ${join(place.root, 'log')}.`,
  );
}

/** Stops the server: waits for running statements to be cancelled, then insists. */
export async function stopServer(place: Place, programs: string): Promise<void> {
  const stopped = await control(place, programs, ['stop', '--mode=fast', '--timeout=30']);
  if (stopped.code === 0 || !(await exists(pidFile(place.cluster)))) return;
  await control(place, programs, ['stop', '--mode=immediate', '--timeout=15']);
}

/**
 * Clears the way for a new server over the folder: stops a server that does not answer. The file of a dead one stays, since by
 * it PostgreSQL finds out whether children of that server still hold its shared memory. But PostgreSQL also gives
 * up when the number in it now belongs to some other program, or to the dead server itself that nobody has
 * collected yet, so such a number is replaced.
 */
export async function clearRemains(place: Place, programs: string): Promise<void> {
  const pid = await recordedPid(place.cluster);
  if (pid === undefined || !isTaken(pid)) return;
  if (isServerOf(pid, place.cluster)) await stopServer(place, programs);
  if (isServerOf(pid, place.cluster)) process.kill(pid, 'SIGKILL');
  for (let waited = 0; waited < 50 && isServerOf(pid, place.cluster); waited++) await wait(100);
  if (isTaken(pid)) await disown(place);
}

/** A port for TCP that is free now; on a socket the number is only part of a file name. */
export async function choosePort(): Promise<number> {
  if (!usesTcp) return 5432;
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 5432));
    });
  });
}

/** After a kill, the last children of the old server hold its shared memory for some moments. */
async function startPatiently(place: Place, programs: string): Promise<Outcome> {
  for (let attempt = 0; ; attempt++) {
    const outcome = await control(place, programs, ['start', '--wait', '--timeout=600']);
    const isHeld = outcome.output.includes('pre-existing shared memory block');
    if (outcome.code === 0 || !isHeld || attempt === 20) return outcome;
    await wait(500);
  }
}

async function control(place: Place, programs: string, args: readonly string[]): Promise<Outcome> {
  return run({
    file: join(programs, 'pg_ctl'),
    args: [...args, `--pgdata=${place.cluster}`],
    account: place.account,
    log: join(place.root, `${args[0]}.log`),
    cwd: place.root,
  });
}

async function recordedPid(cluster: string): Promise<number | undefined> {
  if (!(await exists(pidFile(cluster)))) return undefined;
  const [first] = (await readFile(pidFile(cluster), 'utf8')).split('\n');
  return Number(first);
}

/** No process has this number: it is beyond what any system gives. */
const nobodysPid = 2_147_483_646;

/** Replaces the number in the files of a dead server. Its socket is in a folder that nobody else uses. */
async function disown(place: Place): Promise<void> {
  const path = pidFile(place.cluster);
  if (await exists(path))
    await writeFile(path, (await readFile(path, 'utf8')).replace(/^\d+/, String(nobodysPid)));
  await rm(join(place.sockets, '.s.PGSQL.5432.lock'), { force: true });
}

function pidFile(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}
