import type { Report } from '#foundation/history/comparison/compare.ts';
import type { Finding } from '#foundation/history/finding.ts';
import type { Context } from '#foundation/context.ts';

/** One thing that can be compared with what the history says. */
export type RecordCheck = {
  /** In Vietnamese. */
  readonly name: string;
  /** Reports what it finds; answers how many were compared. Reads only, in short statements. */
  readonly run: (ctx: Context, report: Report) => Promise<number>;
};

export type Verification = {
  /** Entries of the log. */
  readonly entries: number;
  /** The first thousand. */
  readonly findings: readonly Finding[];
  readonly findingCount: number;
  /** How many of each kind were compared, by its name. */
  readonly compared: Readonly<Record<string, number>>;
};

/** A verification that was carried out, for whoever looks afterwards. */
export type StoredVerification = Omit<Verification, 'compared'> & {
  readonly startedAt: Date;
  readonly endedAt: Date;
};
