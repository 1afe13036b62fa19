import type { Hash } from '#kernel/merkle/hash.ts';
import type { LoggedEvent } from '#foundation/history/leaf.ts';

/** Why the signer refuses to go on, or what verification found. */
export type AlarmKind = 'smaller' | 'forked' | 'damaged';

/** Until an alarm is settled with a reason, nothing may be written. */
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

/** Something that is not as it was written, and where. */
export type Finding = {
  /** What it is found in: `entry 12`, `event 40`, `tile 0/3`, `checkpoint 900`, `signer`. */
  readonly where: string;
  /** In Vietnamese. */
  readonly sentence: string;
};

export const logPaths = {
  page: '/nhat-ky',
  checkpoint: '/nhat-ky/checkpoint',
} as const;
