/** Reads of one official, record and manner within this span are one row with a count. */
const SPAN_MINUTES = 15;

/**
 * A day is shown for review when an official opened so many dossiers in which they have never done anything. Whoever
 * controls procedures will often be there, which is no reproach: somebody looks at the list and knows.
 */
export const UNUSUAL_OUTSIDE = 20;

/** Unusual days are looked for so far back, unless the address says from when. */
export const REVIEWED_DAYS = 31;

const SPAN_MS = SPAN_MINUTES * 60_000;

/** Beginning of the span in which an instant lies. */
export function spanOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / SPAN_MS) * SPAN_MS);
}

/** Whether words of a search are a number that only one person has: whoever finds a dossier by it knows whose it is. */
export function isPersonalNumber(words: string): boolean {
  return /^[A-Z]{0,2}\d{8,13}$/.test(words.replaceAll(/[\s.-]/g, '').toUpperCase());
}
