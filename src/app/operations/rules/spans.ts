import { formatNumber } from '#kernel/vietnamese/format.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export function atLeastHours(hours: number, since: Date, now: Date): boolean {
  return now.getTime() - since.getTime() >= hours * HOUR_MS;
}

/** A span in its largest whole unit: `3 ngày`, `5 giờ`, `20 phút`. */
export function span(milliseconds: number): string {
  if (milliseconds >= 2 * DAY_MS) return `${formatNumber(Math.floor(milliseconds / DAY_MS))} ngày`;
  if (milliseconds >= 2 * HOUR_MS) return `${formatNumber(Math.floor(milliseconds / HOUR_MS))} giờ`;
  if (milliseconds >= MINUTE_MS) return `${formatNumber(Math.floor(milliseconds / MINUTE_MS))} phút`;
  return `${formatNumber(Math.max(0, Math.floor(milliseconds / 1000)))} giây`;
}

export function ago(instant: Date, now: Date): string {
  return `${span(now.getTime() - instant.getTime())} trước`;
}

const UNITS = ['byte', 'KB', 'MB', 'GB', 'TB'] as const;

/** Bytes in a unit that keeps the number below 1024, with one decimal from megabytes on. */
export function bytes(count: number): string {
  let value = count;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${formatNumber(unit >= 2 ? Math.round(value * 10) / 10 : Math.round(value))} ${UNITS[unit] ?? ''}`;
}
