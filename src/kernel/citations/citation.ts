/** A document as it is cited. What is not written is null. */
export type Citation = {
  /** Codes of `types.ts` and `issuers.ts`. */
  readonly type: string | null;
  readonly number: string | null;
  readonly yearInNumber: number | null;
  readonly symbol: string | null;
  readonly issuer: string | null;
  readonly issuerBySymbol: string | null;
  readonly issuerByWords: string | null;
  readonly typeBySymbol: string | null;
};
