/** How long a browser stays signed in: hours without use, and hours whatever the use. */
type SessionLife = { readonly idleHours: number; readonly absoluteHours: number };

/**
 * OWASP ASVS 5.0, V7.1 and V7.3. A counter works a whole day without interruption; whoever goes home at five has to sign in
 * again in the morning, because twelve hours without use end at five, and nobody works on for more than a day (the limit of
 * NIST SP 800-63B-4, 2.2.3). Who can change what others rely on signs in once a working day, and again after more than a
 * lunch break away.
 */
const SESSION_LIFE = {
  ordinary: { idleHours: 12, absoluteHours: 24 },
  atStake: { idleHours: 2, absoluteHours: 12 },
} as const satisfies Readonly<Record<string, SessionLife>>;

/** Browsers of one account at a time; one more ends the one that was unused for longest. */
export const MOST_SESSIONS = 10;

/** Use is noted at most this often, so that reading pages does not write. */
const NOTE_EVERY_MINUTES = 5;

/** For so long after the password was given what is sensitive may be done without giving it again. */
const PROVED_MINUTES = 30;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** How long the sessions of somebody live. */
export function sessionLife(isAtStake: boolean): SessionLife {
  return isAtStake ? SESSION_LIFE.atStake : SESSION_LIFE.ordinary;
}

/** The absolute end of a session that begins now. */
export function sessionEnd(now: Date, life: SessionLife = SESSION_LIFE.ordinary): Date {
  return new Date(now.getTime() + life.absoluteHours * HOUR_MS);
}

/** A session last used before this instant is over. */
export function idleSince(now: Date, life: SessionLife = SESSION_LIFE.ordinary): Date {
  return new Date(now.getTime() - life.idleHours * HOUR_MS);
}

/** Whether the last use was noted too long ago and must be noted again. */
export function isUseStale(seenAt: Date, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= NOTE_EVERY_MINUTES * MINUTE_MS;
}

/** Whether somebody who gave the password then must give it again before something sensitive. */
export function isProofStale(provedAt: Date, now: Date): boolean {
  return now.getTime() - provedAt.getTime() >= PROVED_MINUTES * MINUTE_MS;
}
