import type { Database } from '#platform/database/pool.ts';
import type { Context } from '#foundation/context.ts';

/** Where an earlier submission of this form by the same account led, or null when there was none. */
export async function findSubmission(
  db: Database,
  formId: string,
  accountId: number | null,
): Promise<string | null> {
  const row = await db
    .selectFrom('formSubmissions')
    .select('location')
    .where('formId', '=', formId)
    .where('accountId', 'is not distinct from', accountId)
    .executeTakeFirst();
  return row?.location ?? null;
}

/** Remembers that a form was carried out. Fails as a duplicate when a simultaneous submission was faster. */
export async function insertSubmission(ctx: Context, formId: string, location: string): Promise<void> {
  await ctx.db
    .insertInto('formSubmissions')
    .values({ formId, location, accountId: ctx.actor?.accountId ?? null, submittedAt: ctx.now })
    .execute();
}

const KEPT_MS = 30 * 86_400_000;

/** Forgets forms so old that nobody sends them again; a daily job. */
export async function sweepSubmissions(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - KEPT_MS);
  await ctx.db.deleteFrom('formSubmissions').where('submittedAt', '<', before).execute();
}
