import { sql } from 'kysely';
import { type Database, scoped } from '#platform/database/pool.ts';
import { type RowScope, statementOf, SYSTEM } from '#platform/database/scope.ts';
import type { System } from '#platform/system.ts';
import type { Role } from './access/roles.ts';

/** A post a person may act in now, held or substituted. */
export type ActingPost = {
  readonly postId: number;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly unitId: number;
  /** Name of the absent holder when the person substitutes. */
  readonly substitutesFor: string | null;
};

/** A signed-in officer acting in one of their posts. */
export type Actor = {
  readonly accountId: number;
  readonly officerId: number;
  readonly name: string;
  readonly post: ActingPost;
  readonly posts: readonly ActingPost[];
  readonly mustChangePassword: boolean;
  readonly secondFactor: SecondFactor;
};

/** Whether the person has a second step of signing in, and the roles that require one. */
export type SecondFactor = { readonly hasFactor: boolean; readonly requiredRoles: readonly string[] };

/** Revision numbers of the slowly changing tables as of this request. */
export type Revisions = {
  readonly organisation: number;
  readonly calendar: number;
  readonly procedures: number;
};

/** What every verb gets: made per request, job or command, and handed on. */
export type Context = System & {
  readonly actor: Actor | null;
  /** Whose rows `db` sees. */
  readonly scope: RowScope;
  readonly now: Date;
  readonly requestId: string;
  readonly revisions: Revisions;
  /** In this transaction several things are being asked at once, so whose rows it sees may not be changed. */
  readonly isShared?: boolean;
};

/** A context whose `db` is one open transaction. */
export type TransactionContext = Context;

/** Runs a verb's work in one transaction; inside one already, it joins it. */
export async function inTransaction<Result>(
  ctx: Context,
  work: (ctx: TransactionContext) => Promise<Result>,
): Promise<Result> {
  if (ctx.db.isTransaction) return work(ctx);
  return ctx.db.transaction().execute((db) => work({ ...ctx, db }));
}

/** The same context seeing the rows of another scope. */
export function within(ctx: Context, scope: RowScope): Context {
  return { ...ctx, scope, db: scoped(ctx.db, scope) };
}

/**
 * Does one thing as the system itself, which sees every row: what comes before it is known who asks, and what a deed of
 * one person changes in the records of another (a session ends when its post does). In a transaction it stands between
 * two statements that are waited for, so nothing else may run beside it; after a failure the transaction is over.
 */
export async function asSystem<Result>(
  ctx: Context,
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  if (ctx.scope.role === 'system') return work(ctx);
  if (!ctx.db.isTransaction) return work(within(ctx, SYSTEM));
  if (ctx.isShared) throw new Error('What runs beside this would see the rows of the system');
  await ctx.db.executeQuery(statementOf(SYSTEM, 'transaction-ends'));
  const result = await work({ ...ctx, scope: SYSTEM });
  await ctx.db.executeQuery(statementOf(ctx.scope, 'transaction-ends'));
  return result;
}

/** The context of the system itself: jobs, commands, starter data. */
export async function systemContext(system: System, requestId: string): Promise<Context> {
  return {
    ...system,
    scope: SYSTEM,
    actor: null,
    now: system.clock(),
    requestId,
    revisions: await readRevisions(system.db),
  };
}

/** Reads the revision numbers; a context made earlier in a long command is refreshed with them. */
export async function readRevisions(db: Database): Promise<Revisions> {
  const { rows } = await sql<Revisions>`select
    (select coalesce(max(id), 0) from organisation_revisions) as organisation,
    (select coalesce(max(id), 0) from calendar_revisions) as calendar,
    (select coalesce(max(id), 0) from procedure_revisions) as procedures`.execute(db);
  const [revisions] = rows;
  if (!revisions) throw new Error('No revisions');
  return revisions;
}
