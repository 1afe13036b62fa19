import { setTimeout as wait } from 'node:timers/promises';
import { LOOK_EVERY_MS, readSuperseded, type Superseded } from '#platform/database/migrate-stop.ts';
import type { System } from '#platform/system.ts';

/** What becomes of a program while a newer one changes the database under it, and afterwards. */
export type Superseding = {
  /** Migrations that this program was made for. */
  readonly known: ReadonlySet<string>;
  /** Lets nobody in any more, or everybody again. */
  readonly setClosed: (isClosed: boolean) => void;
  /** Ends everything that this program does by itself; asked once. */
  readonly retire: () => Promise<void>;
};

/**
 * Looks once a second whether a newer program upgrades the database, or has done so in a way that this one cannot work
 * with. Then it shows whoever comes that an upgrade is under way, until it is replaced: an older program that went on
 * would fail at every second statement, or write what the newer one does not read.
 */
export async function watchUpgrades(
  system: Pick<System, 'db' | 'log'>,
  superseding: Superseding,
): Promise<{ readonly stop: () => Promise<void> }> {
  const ended = new AbortController();
  const running = look(system, superseding, ended.signal);
  return {
    stop: async () => {
      ended.abort();
      await running;
    },
  };
}

const WELL: Superseded = { isUpgrading: false, isTooOld: false };

async function look(
  { db, log }: Pick<System, 'db' | 'log'>,
  superseding: Superseding,
  signal: AbortSignal,
): Promise<void> {
  let before = WELL;
  while (!signal.aborted) {
    // A database that does not answer says nothing new; others tell that it is away.
    const now = await readSuperseded(db, superseding.known).catch(() => before);
    await follow(before, now, { ...superseding, log });
    before = now;
    await wait(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

async function follow(
  before: Superseded,
  now: Superseded,
  { setClosed, retire, log }: Superseding & Pick<System, 'log'>,
): Promise<void> {
  if (before.isUpgrading === now.isUpgrading && before.isTooOld === now.isTooOld) return;
  setClosed(now.isUpgrading || now.isTooOld);
  if (now.isTooOld && !before.isTooOld) {
    log.error(
      {},
      'Cơ sở dữ liệu đã được nâng cấp cho bản mới hơn, bản này không dùng được nữa và đã ngừng nhận việc. Hãy dừng nó và khởi động bản mới.',
    );
    await retire();
  } else if (now.isUpgrading) log.warn({}, 'Bản mới đang nâng cấp cơ sở dữ liệu; tạm ngừng nhận việc.');
  else if (!now.isTooOld) log.info({}, 'Việc nâng cấp đã kết thúc; nhận việc trở lại.');
}
