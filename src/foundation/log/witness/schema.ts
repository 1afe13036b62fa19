/** Where this installation vouches for the logs of others: the submission prefix of the protocol. */
export const WITNESS_PREFIX = '/nhat-ky/nhan-chung';

export const witnessPaths = {
  addCheckpoint: `${WITNESS_PREFIX}/add-checkpoint`,
  /** The newest state that a witness has signed too. */
  witnessed: '/nhat-ky/checkpoint?nhan-chung=co',
} as const;

/** A signature of a witness under a state of our log. */
export type StoredCosignature = {
  readonly size: number;
  readonly witness: string;
  readonly keyId: string;
  /** With its line feed. */
  readonly line: string;
  readonly cosignedAt: Date;
};

/** What came of asking one witness. */
export type WitnessOutcome = {
  readonly name: string;
  readonly outcome: 'signed' | 'up-to-date' | 'no-answer' | 'refused';
  /** In Vietnamese; empty when all is well. */
  readonly sentence: string;
};
