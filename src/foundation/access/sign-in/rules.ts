/**
 * How many wrong passwords are borne before the next must wait (NIST SP 800-63B, 3.2.2; OWASP ASVS 5.0, V6.3.1).
 * Few from one place for one login, so that guessing is hopeless; more for a login from everywhere, so that a
 * stranger elsewhere cannot lock an officer out by mistyping on purpose; most for a place, because a whole office
 * may stand behind one address. Where a login was opened lately, only its own mistakes and those of the place count:
 * many strangers in many places cannot keep an officer out of their own desk.
 */
export const SIGN_IN_LIMITS = {
  loginFromAddress: 5,
  login: 30,
  address: 60,
  windowMinutes: 15,
} as const;

/** Refused attempts within the window, this one included. */
export type AttemptCounts = {
  readonly loginFromAddress: number;
  readonly login: number;
  readonly address: number;
  /** Whether the login was opened from this address lately. */
  readonly isKnownAddress: boolean;
};

/** Attempts before this instant no longer count. */
export function windowStart(now: Date): Date {
  return new Date(now.getTime() - SIGN_IN_LIMITS.windowMinutes * 60_000);
}

/** As long as attempts are kept, an address stays known. */
export const ATTEMPTS_KEPT_DAYS = 30;

/** An address from which a login was opened after this instant is known. */
export function knownSince(now: Date): Date {
  return new Date(now.getTime() - ATTEMPTS_KEPT_DAYS * 86_400_000);
}

/** Whether an attempt comes too soon after too many refused ones. */
export function isThrottled(counts: AttemptCounts): boolean {
  return (
    counts.loginFromAddress > SIGN_IN_LIMITS.loginFromAddress ||
    (!counts.isKnownAddress && counts.login > SIGN_IN_LIMITS.login) ||
    counts.address > SIGN_IN_LIMITS.address
  );
}
