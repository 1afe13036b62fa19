import type { OpenedSession, SignedInToken } from '../../sessions/opening.ts';

/** What a password alone led to: into the house, or to the second door. */
export type SignInOutcome =
  (OpenedSession & { readonly kind: 'signed-in' }) | (SignedInToken & { readonly kind: 'second-step' });

/** Somebody whose password was right. */
export type HalfSignedIn = {
  readonly accountId: number;
  readonly officerId: number;
  readonly login: string;
  readonly failures: number;
};

/** Minutes within which the second step must follow the first. */
export const SECOND_STEP_MINUTES = 10;
/** Wrong codes after which the password is asked for again. */
export const WRONG_CODES = 5;
