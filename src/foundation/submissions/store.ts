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
