import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { shippedPath } from '#app/boot.ts';
import { preparations } from '#app/preparations/preparations.ts';
import { authorise } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { Refusal, refuse } from '#kernel/refusal.ts';
import { keyFileIn } from '#platform/backup/data-keys.ts';
import type { BackupKey } from '#platform/backup/key.ts';
import { drillBackup } from '#platform/backup/drill.ts';
import { type BackupOutcome, makeBackup } from '#platform/backup/make.ts';
import type { LostFile } from '#platform/backup/manifest.ts';
import { listBackups } from '#platform/backup/shelf.ts';
import type { Config } from '#platform/config/config.ts';
import type { Connection } from '#platform/database/connection.ts';
import type { Database } from '#platform/database/pool.ts';
import type { Log } from '#platform/log/log.ts';
import { type BackupRun, FILE_COLUMNS, type LatestBackups } from './schema.ts';
import { insertRun, isLastFoundBroken, readLastWhole, readLogRoot, readRuns } from './store.ts';

/** What backing up an installation needs of it. `db` is where runs are noted. */
export type Installation = {
  readonly config: Pick<Config, 'filesFolder' | 'secretsFolder' | 'dataFolder'>;
  readonly owner: Connection;
  readonly db: Database;
  readonly log: Log;
  readonly clock: () => Date;
};

export type BackupOrder = {
  readonly shelf: string;
  readonly key: BackupKey | null;
  readonly keep: number | null;
  readonly onLine: (line: string) => void;
};

/** Makes a backup and notes what became of it. Refuses like `makeBackup`. */
export async function backUp(installation: Installation, order: BackupOrder): Promise<BackupOutcome> {
  const { config, owner, db, clock } = installation;
  const noted = noting(installation, { kind: 'backup', encrypted: order.key !== null });
  const outcome = await noted.failing('', async () =>
    makeBackup({
      owner,
      filesFolder: config.filesFolder,
      secretsFolder: config.secretsFolder,
      fileColumns: FILE_COLUMNS,
      readLog: readLogRoot,
      product: await productVersion(),
      ...order,
      isIncremental: !(await isLastFoundBroken(db)),
      now: clock(),
    }),
  );
  await noted.done(outcome.lostFiles, {
    backup: path.basename(outcome.path),
    bytes: outcome.bytes,
    rowCount: outcome.rows,
    fileCount: outcome.files,
  });
  return outcome;
}

/** Restores the newest backup for trial and notes what became of it. Refuses with what is wrong with the backup. */
export async function drillNewest(
  installation: Installation,
  { shelf, key, onLine }: Omit<BackupOrder, 'keep'>,
): Promise<string> {
  const noted = noting(installation, { kind: 'drill', encrypted: key !== null });
  const [newest] = await listBackups(shelf);
  const backup = newest === undefined ? '' : path.basename(newest);
  const { manifest } = await noted.failing(backup, async () =>
    drillBackup({
      folder:
        newest ?? refuse('missing', `Chưa có bản sao lưu nào trong ${shelf}. Hãy chạy: npx motcua backup.`),
      key,
      workFolder: installation.config.dataFolder,
      owner: installation.owner,
      readLog: readLogRoot,
      log: installation.log,
      onLine,
      keyFile: keyFileIn(installation.config.secretsFolder),
      preparations,
      migrationsFolder: shippedPath('migrations'),
    }),
  );
  const { tables, files } = manifest;
  const rowCount = tables.reduce((sum, { rows }) => sum + rows, 0);
  await noted.done(manifest.lostFiles, { backup, bytes: null, rowCount, fileCount: files.length });
  return backup;
}

/** The last ten backups and drills, for whoever keeps the installation running. */
export async function latestBackups(ctx: Context): Promise<LatestBackups> {
  await authorise(ctx, 'account.manage');
  return {
    backups: await readRuns(ctx.db, 'backup', 10),
    drills: await readRuns(ctx.db, 'drill', 10),
    lastWhole: await readLastWhole(ctx.db),
  };
}

/** In Vietnamese; empty when no file was lost. */
export function lostSentence(lost: readonly LostFile[]): string {
  if (lost.length === 0) return '';
  const words = {
    missing: 'không còn',
    damaged: 'bị hỏng',
    unreadable: 'không đọc được',
    'only-in-backup': 'bản sao lưu này còn giữ',
    locked: 'thiếu khóa nên không kiểm tra được',
  } as const;
  const few = lost.slice(0, 5).map(({ hash, reason }) => `${hash} (${words[reason]})`);
  const rest = lost.length > few.length ? ` và ${lost.length - few.length} tệp khác` : '';
  return `Kho tệp đã mất ${lost.length} tệp: ${few.join(', ')}${rest}. Hãy lấy lại các tệp này từ bản sao lưu; các bản cũ chưa bị xóa.`;
}

type Facts = Pick<BackupRun, 'backup' | 'bytes' | 'rowCount' | 'fileCount'>;

function noting({ db, clock }: Installation, { kind, encrypted }: Pick<BackupRun, 'kind' | 'encrypted'>) {
  const startedAt = clock();
  const note = async (facts: Facts & Pick<BackupRun, 'outcome' | 'problem'>): Promise<void> =>
    insertRun(db, { kind, encrypted, startedAt, endedAt: clock(), ...facts });
  return {
    done: async (lost: readonly LostFile[], facts: Facts) =>
      note({ ...facts, outcome: lost.length === 0 ? 'done' : 'incomplete', problem: lostSentence(lost) }),
    /** Runs the work; a failure is noted and goes on. */
    failing: async <Result>(backup: string, work: () => Promise<Result>): Promise<Result> => {
      try {
        return await work();
      } catch (error) {
        const problem = error instanceof Refusal ? error.message : `Lỗi ngoài dự kiến: ${String(error)}`;
        await note({ outcome: 'failed', problem, backup, bytes: null, rowCount: null, fileCount: null });
        throw error;
      }
    },
  };
}

/** The release that runs. */
export async function productVersion(): Promise<string> {
  const text = await readFile(shippedPath('package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
