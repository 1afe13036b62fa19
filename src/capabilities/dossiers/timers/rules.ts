/** When a timer that could not go off is tried again. */

/** After so many attempts nobody but a person helps. */
const MOST_TRIES = 10;
const LONGEST_PAUSE_MINUTES = 6 * 60;

/** One minute after the first attempt, then twice as long each time; null when it is given up. */
export function nextTry(tries: number, now: Date): Date | null {
  if (tries >= MOST_TRIES) return null;
  const minutes = Math.min(2 ** Math.max(0, tries - 1), LONGEST_PAUSE_MINUTES);
  return new Date(now.getTime() + minutes * 60_000);
}

/** What went wrong, in a line for the guard's page. */
export function problemWords(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
