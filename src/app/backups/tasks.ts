import { openBackupKey } from '#platform/backup/key.ts';
import type { Config } from '#platform/config/config.ts';
import type { TaskHandler } from '#platform/jobs/worker.ts';
import { backUp, type BackupOrder, drillNewest, type Installation } from './service.ts';

const VIETNAM_MINUTES = 7 * 60;
const DAY_MINUTES = 24 * 60;
const DRILL_AFTER_MINUTES = 60;

/** The nightly backup and the weekly drill. */
export function backupTasks(
  installation: Installation,
  backup: Config['backup'],
): Readonly<Record<string, TaskHandler>> {
  const order = async (): Promise<BackupOrder> => ({
    shelf: backup.folder,
    key: backup.keyFile === undefined ? null : (await openBackupKey(backup.keyFile)).key,
    keep: backup.keep,
    onLine: (line) => installation.log.debug({}, line),
  });
  return {
    backup: async () => {
      const { path, bytes, lostFiles } = await backUp(installation, await order());
      installation.log.info({ path, bytes, lost: lostFiles.length }, 'Đã sao lưu');
    },
    'backup-drill': async () => {
      const name = await drillNewest(installation, await order());
      installation.log.info({ name }, 'Đã diễn tập phục hồi bản sao lưu');
    },
  };
}

/**
 * Lines for the queue's timetable, which reckons in UTC. `at` is Vietnam time; the drill comes an hour later, in the night to
 * Sunday. An office computer that is off at night does both when it is on again; one at a time, so that a backup is
 * not thrown away while it is being restored for trial.
 */
export function backupTimetable(at: string | null): readonly string[] {
  if (at === null) return [];
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const backup = hours * 60 + minutes - VIETNAM_MINUTES;
  const drill = backup + DRILL_AFTER_MINUTES;
  const day = drill < 0 ? 6 : 0;
  return [
    `${clockOf(backup)} * * * backup ?fill=23h&max=3&queue=backups`,
    `${clockOf(drill)} * * ${day} backup-drill ?fill=6d&max=3&queue=backups`,
  ];
}

function clockOf(minutes: number): string {
  const within = (minutes + DAY_MINUTES) % DAY_MINUTES;
  return `${within % 60} ${Math.floor(within / 60)}`;
}
