import type { Hash } from '#kernel/merkle/hash.ts';
import type { LoggedEvent } from '#foundation/history/leaf.ts';

/**
 * Why the signer refuses to go on, or a witness to vouch: nothing may be written then. Damage that a verification found is
 * shown to everybody and stops nothing: a broken scan must not close the counters, and a rewritten history is refused anyway.
 */
export type AlarmKind = 'smaller' | 'forked' | 'damaged';

export type Alarm = {
  readonly id: number;
  readonly kind: AlarmKind;
  /** What happened and what to do, in Vietnamese. */
  readonly sentence: string;
  readonly raisedAt: Date;
};

/** An entry with the event it stands for, as both are now; the event is null when it is gone. */
export type LogEntry = {
  readonly index: number;
  readonly eventId: number;
  readonly salt: Uint8Array | null;
  readonly leaf: Uint8Array;
  readonly event: LoggedEvent | null;
};

export type SignedCheckpoint = {
  readonly size: number;
  readonly root: Hash;
  /** The signed note as it is published. */
  readonly note: string;
  readonly signedAt: Date;
};

/** How far the log is behind what is written. */
export type LogLag = {
  /** Entries that wait for their place. */
  readonly waiting: number;
  /** Entries with a place that no signed state has yet. */
  readonly unsigned: number;
  /** For how long the oldest entry has waited, in milliseconds; null when none waits. */
  readonly oldestMs: number | null;
  /** How old the newest signed state is; null before the first. Old and nothing unsigned is well: nobody wrote. */
  readonly signedMs: number | null;
};

export const logPaths = {
  page: '/nhat-ky',
  checkpoint: '/nhat-ky/checkpoint',
} as const;
