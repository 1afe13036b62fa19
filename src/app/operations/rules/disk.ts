import { formatDate, formatPercent } from '#kernel/vietnamese/format.ts';
import type { DiskSample, Facts, Finding } from '../schema.ts';
import { bytes } from './spans.ts';

const DAY_MS = 24 * 3_600_000;
const GIGABYTE = 1024 ** 3;

/** Below either of these the database may stop at any moment. */
const BAD = { share: 0.05, free: 1 * GIGABYTE } as const;
const WARNING_SHARE = 0.15;
/** A forecast nearer than this is worth buying a disk for. */
const WARNING_DAYS = 14;
/** A slope over less time says little. */
const LEAST_SPAN_MS = 2 * DAY_MS;
/** How far back the forecast looks. */
const FORECAST_DAYS = 14;

export const PLACE_WORDS: Readonly<Record<string, string>> = {
  database: 'cơ sở dữ liệu',
  files: 'kho tệp',
  backups: 'bản sao lưu',
  signer: 'khóa ký nhật ký',
};

/** A disk as it is now, and when it will be full if it goes on as lately. */
export type Disk = {
  readonly host: string;
  readonly place: string;
  readonly sizeBytes: number;
  readonly freeBytes: number;
  readonly measuredAt: Date;
  readonly fullAt: Date | null;
};

/** The newest sample of each place with its forecast. Samples come oldest first. */
export function disksOf(samples: readonly DiskSample[], now: Date): readonly Disk[] {
  const byPlace = Map.groupBy(samples, ({ host, place }) => `${host}\n${place}`);
  return [...byPlace.values()].flatMap((all) => {
    const newest = all.at(-1);
    if (newest === undefined) return [];
    const { host, place, sizeBytes, freeBytes, at } = newest;
    return [{ host, place, sizeBytes, freeBytes, measuredAt: at, fullAt: fullAt(all, now) }];
  });
}

/** Where the line of least squares through the last two weeks meets zero; null when it does not, or is too short. */
export function fullAt(samples: readonly DiskSample[], now: Date): Date | null {
  const lately = samples.filter(({ at }) => now.getTime() - at.getTime() <= FORECAST_DAYS * DAY_MS);
  const [first, last] = [lately[0], lately.at(-1)];
  if (!first || !last || last.at.getTime() - first.at.getTime() < LEAST_SPAN_MS) return null;
  const days = (at: Date): number => (at.getTime() - last.at.getTime()) / DAY_MS;
  const meanX = lately.reduce((sum, { at }) => sum + days(at), 0) / lately.length;
  const meanY = lately.reduce((sum, { freeBytes }) => sum + freeBytes, 0) / lately.length;
  const covariance = lately.reduce(
    (sum, { at, freeBytes }) => sum + (days(at) - meanX) * (freeBytes - meanY),
    0,
  );
  const variance = lately.reduce((sum, { at }) => sum + (days(at) - meanX) ** 2, 0);
  const perDay = covariance / variance;
  if (!(perDay < 0)) return null;
  const daysLeft = last.freeBytes / -perDay;
  return daysLeft > 3650 ? null : new Date(last.at.getTime() + daysLeft * DAY_MS);
}

export function diskFindings({ disks: samples, now }: Facts): readonly Finding[] {
  return disksOf(samples, now).flatMap((disk): readonly Finding[] => {
    const severity = severityOf(disk, now);
    if (severity === null) return [];
    const { host, place, freeBytes, sizeBytes } = disk;
    const soon = disk.fullAt === null ? '' : `, với đà hiện nay sẽ đầy khoảng ${formatDate(disk.fullAt)}`;
    return [
      {
        cause: 'disk',
        of: `${host}/${place}`,
        severity,
        sentence: `Đĩa chứa ${PLACE_WORDS[place] ?? place} (máy ${host}) còn trống ${bytes(freeBytes)}, ${formatPercent(freeBytes / sizeBytes)}${soon}.`,
        advice:
          place === 'backups'
            ? 'Chuyển bớt bản sao lưu cũ sang ổ khác, giảm MOTCUA_BACKUP_KEEP, hoặc thêm đĩa.'
            : 'Dọn bớt hoặc thêm đĩa; đầy đĩa thì không ghi được hồ sơ mới.',
      },
    ];
  });
}

function severityOf({ sizeBytes, freeBytes, fullAt: full }: Disk, now: Date): Finding['severity'] | null {
  const share = freeBytes / sizeBytes;
  if (share < BAD.share || freeBytes < BAD.free) return 'bad';
  const isSoon = full !== null && full.getTime() - now.getTime() < WARNING_DAYS * DAY_MS;
  return share < WARNING_SHARE || isSoon ? 'warning' : null;
}
