/**
 * How long a signed-in browser stays signed in. A counter works a whole day without interruption, and nobody is signed
 * in for ever (OWASP ASVS 5.0, V7.3: inactivity and absolute limits).
 */
export const SESSION_LIMITS = {
  /** Hours without use after which a session is over. */
  idleHours: 12,
  /** Days after which it is over whatever the use. */
  absoluteDays: 7,
  /** Use is noted at most this often, so that reading pages does not write. */
  noteEveryMinutes: 5,
} as const;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** The absolute end of a session that begins now. */
export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + SESSION_LIMITS.absoluteDays * DAY_MS);
}

/** A session last used before this instant is over. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - SESSION_LIMITS.idleHours * HOUR_MS);
}

/** Whether the last use was noted too long ago and must be noted again. */
export function isUseStale(seenAt: Date, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= SESSION_LIMITS.noteEveryMinutes * MINUTE_MS;
}
