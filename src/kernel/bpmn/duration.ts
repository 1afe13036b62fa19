/** Durations of ISO 8601 as working time. */

/** Minutes of a working day of the administration: eight hours. */
const DAY = 480;

/** `PT480M` and the like: how we write working minutes. */
export function durationOf(minutes: number): string {
  return `PT${minutes}M`;
}

/** Working minutes of a duration, days being working days of eight hours; null when it cannot be read or has months. */
export function minutesOf(duration: string): number | null {
  const found = /^P(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?)?$/.exec(duration.trim());
  if (found === null) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = found.slice(1).map((part) => Number(part ?? 0));
  const sum = weeks * 5 * DAY + days * DAY + hours * 60 + minutes;
  return Number.isFinite(sum) && sum > 0 ? sum : null;
}
