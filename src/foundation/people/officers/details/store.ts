import type { Database } from '#platform/database/pool.ts';

/** A post somebody held, holds or will hold. */
export type HeldPeriod = {
  readonly id: number;
  readonly postId: number;
  readonly title: string;
  readonly unitId: number;
  readonly roles: readonly string[];
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly decision: string;
};

/** A post somebody acts in for its holder. */
export type SubstitutedPeriod = {
  readonly id: number;
  readonly postId: number;
  readonly title: string;
  readonly unitId: number;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly reason: string;
};

export async function readHeldPeriods(db: Database, officerId: number): Promise<readonly HeldPeriod[]> {
  return db
    .selectFrom('postHoldings as h')
    .innerJoin('posts as p', 'p.id', 'h.postId')
    .select(['h.id', 'h.postId', 'p.title', 'p.unitId', 'p.roles', 'h.validFrom', 'h.validTo', 'h.decision'])
    .where('h.officerId', '=', officerId)
    .orderBy('h.validFrom', 'desc')
    .execute();
}

export async function readSubstitutedPeriods(
  db: Database,
  officerId: number,
): Promise<readonly SubstitutedPeriod[]> {
  return db
    .selectFrom('substitutions as s')
    .innerJoin('posts as p', 'p.id', 's.postId')
    .select(['s.id', 's.postId', 'p.title', 'p.unitId', 's.validFrom', 's.validTo', 's.reason'])
    .where('s.substituteId', '=', officerId)
    .orderBy('s.validFrom', 'desc')
    .execute();
}
