/** A signed-in browser, without its secret. */
export type Session = {
  readonly id: number;
  readonly postId: number | null;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
  readonly address: string;
  readonly userAgent: string;
};

/** A session as its owner sees it. */
export type OwnSession = Session & { readonly isThisOne: boolean };
