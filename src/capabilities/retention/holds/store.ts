import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { EndingKind } from '#capabilities/dossiers/disposal/schema.ts';
import type { Hold } from '../schema.ts';

type NewHold = {
  readonly kind: EndingKind;
  readonly recordId: number;
  readonly reason: string;
  readonly document: string;
  readonly placedBy: number;
  readonly placedAt: Date;
};

export async function insertHold(db: Database, hold: NewHold): Promise<number> {
  const { id } = await db.insertInto('retentionHolds').values(hold).returning('id').executeTakeFirstOrThrow();
  return id;
}

type StoredHold = Omit<Hold, 'number' | 'title' | 'unitId'> & { readonly recordId: number };

/** Holds in force, latest first. */
export async function readHolds(db: Database): Promise<readonly StoredHold[]> {
  return holds(db).orderBy('h.placedAt', 'desc').limit(2000).execute();
}

/** A hold in force; its row stays locked until the transaction ends. */
export async function lockHold(db: Database, id: number): Promise<StoredHold | null> {
  await sql`select from retention_holds where id = ${id} for update`.execute(db);
  return (await holds(db).where('h.id', '=', id).executeTakeFirst()) ?? null;
}

export async function markLifted(
  db: Database,
  id: number,
  {
    liftedBy,
    liftedAt,
    liftReason,
  }: { readonly liftedBy: number; readonly liftedAt: Date; readonly liftReason: string },
): Promise<void> {
  await db
    .updateTable('retentionHolds')
    .set({ liftedBy, liftedAt, liftReason })
    .where('id', '=', id)
    .execute();
}

function holds(db: Database) {
  return db
    .selectFrom('retentionHolds as h')
    .innerJoin('officers as o', 'o.id', 'h.placedBy')
    .select([
      'h.id',
      'h.kind',
      'h.recordId',
      'h.reason',
      'h.document',
      'h.placedAt',
      'o.fullName as placerName',
    ])
    .where('h.liftedAt', 'is', null);
}
