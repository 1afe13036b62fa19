/**
 * How many wrong passwords are borne before the next must wait (NIST SP 800-63B, 3.2.2; OWASP ASVS 5.0, V6.3.1).
 * Few from one place for one login, so that guessing is hopeless; more for a login from everywhere, so that a
 * stranger elsewhere cannot lock an officer out by mistyping on purpose; most for a place, because a whole office
 * may stand behind one address.
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
};

/** Attempts before this instant no longer count. */
export function windowStart(now: Date): Date {
  return new Date(now.getTime() - SIGN_IN_LIMITS.windowMinutes * 60_000);
}

/** Whether an attempt comes too soon after too many refused ones. */
export function isThrottled(counts: AttemptCounts): boolean {
  return (
    counts.loginFromAddress > SIGN_IN_LIMITS.loginFromAddress ||
    counts.login > SIGN_IN_LIMITS.login ||
    counts.address > SIGN_IN_LIMITS.address
  );
}
