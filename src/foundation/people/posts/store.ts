import type { Database } from '#platform/database/pool.ts';
import { ROLES, type Role } from '#foundation/access/roles.ts';
import type { Holding, Post, Substitution } from './schema.ts';

const POST_COLUMNS = ['id', 'unitId', 'title', 'roles', 'validFrom', 'validTo', 'sequence'] as const;
const HOLDING_COLUMNS = ['id', 'postId', 'officerId', 'validFrom', 'validTo', 'decision'] as const;
const SUBSTITUTION_COLUMNS = ['id', 'postId', 'substituteId', 'validFrom', 'validTo', 'reason'] as const;

export async function insertPost(
  db: Database,
  post: Pick<Post, 'unitId' | 'title' | 'roles' | 'validFrom'>,
): Promise<number> {
  const { id } = await db
    .insertInto('posts')
    .values({ ...post, roles: [...post.roles], sequence: 0 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updatePost(
  db: Database,
  id: number,
  changes: { readonly title: string; readonly roles: readonly Role[] },
): Promise<void> {
  const { title, roles } = changes;
  await db
    .updateTable('posts')
    .set({ title, roles: [...roles] })
    .where('id', '=', id)
    .execute();
}

export async function updatePostEnd(db: Database, id: number, validTo: Date): Promise<void> {
  await db.updateTable('posts').set({ validTo }).where('id', '=', id).execute();
}

export async function updatePostSequence(db: Database, id: number, sequence: number): Promise<void> {
  await db.updateTable('posts').set({ sequence }).where('id', '=', id).execute();
}

export async function readPost(db: Database, id: number): Promise<Post | null> {
  const row = await db.selectFrom('posts').select(POST_COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ? withRoles(row) : null;
}

export async function lockPost(db: Database, id: number): Promise<Post | null> {
  const query = db.selectFrom('posts').select(POST_COLUMNS).where('id', '=', id);
  const row = await query.forUpdate().executeTakeFirst();
  return row ? withRoles(row) : null;
}

export async function insertHolding(db: Database, holding: Omit<Holding, 'id' | 'validTo'>): Promise<number> {
  const query = db.insertInto('postHoldings').values(holding).returning('id');
  const { id } = await query.executeTakeFirstOrThrow();
  return id;
}

export async function updateHoldingEnd(db: Database, id: number, validTo: Date): Promise<void> {
  await db.updateTable('postHoldings').set({ validTo }).where('id', '=', id).execute();
}

export async function readHolding(db: Database, id: number): Promise<Holding | null> {
  const query = db.selectFrom('postHoldings').select(HOLDING_COLUMNS).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

/** Everybody who held, holds or will hold a post, the latest first. */
export async function readHoldings(db: Database, postId: number): Promise<readonly Holding[]> {
  return db
    .selectFrom('postHoldings')
    .select(HOLDING_COLUMNS)
    .where('postId', '=', postId)
    .orderBy('validFrom', 'desc')
    .execute();
}

export async function insertSubstitution(
  db: Database,
  substitution: Omit<Substitution, 'id'>,
): Promise<number> {
  const query = db.insertInto('substitutions').values(substitution).returning('id');
  const { id } = await query.executeTakeFirstOrThrow();
  return id;
}

export async function updateSubstitutionEnd(db: Database, id: number, validTo: Date): Promise<void> {
  await db.updateTable('substitutions').set({ validTo }).where('id', '=', id).execute();
}

/** A substitution that has not begun leaves nothing behind but its history. */
export async function deleteSubstitution(db: Database, id: number): Promise<void> {
  await db.deleteFrom('substitutions').where('id', '=', id).execute();
}

export async function readSubstitution(db: Database, id: number): Promise<Substitution | null> {
  const query = db.selectFrom('substitutions').select(SUBSTITUTION_COLUMNS).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

export async function readSubstitutions(db: Database, postId: number): Promise<readonly Substitution[]> {
  return db
    .selectFrom('substitutions')
    .select(SUBSTITUTION_COLUMNS)
    .where('postId', '=', postId)
    .orderBy('validFrom', 'desc')
    .execute();
}

function withRoles<Row extends { readonly roles: readonly string[] }>(
  row: Row,
): Omit<Row, 'roles'> & { readonly roles: readonly Role[] } {
  return { ...row, roles: ROLES.filter((role) => row.roles.includes(role)) };
}
