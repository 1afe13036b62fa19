/** What became of one backup, or of one drill that restored one for trial. */
export type BackupRun = {
  readonly kind: 'backup' | 'drill';
  /** `incomplete`: there, but stored files had been lost before. `failed`: no backup, or one that cannot be restored. */
  readonly outcome: 'done' | 'incomplete' | 'failed';
  /** Name in its folder; empty when none came of it. */
  readonly backup: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly bytes: number | null;
  readonly rowCount: number | null;
  readonly fileCount: number | null;
  readonly encrypted: boolean;
  /** In Vietnamese; empty when all is well. */
  readonly problem: string;
};

/** For the operator's page. */
export type LatestBackups = {
  /** The newest first. */
  readonly backups: readonly BackupRun[];
  readonly drills: readonly BackupRun[];
  /** When the last backup ended of which nothing is missing; null when there never was one. */
  readonly lastWhole: Date | null;
};

/** Columns that name files of the store. A backup must find every file that they name. */
export const FILE_COLUMNS = [
  { table: 'dossier_files', column: 'hash' },
  { table: 'intake_batches', column: 'file_hash' },
  { table: 'process_versions', column: 'source_hash' },
  { table: 'report_files', column: 'hash' },
  { table: 'results', column: 'hash' },
  { table: 'vault_items', column: 'hash' },
] as const;
