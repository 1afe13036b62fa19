import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import type { NamedEvent } from '#foundation/history/schema.ts';
import { readNamedStream } from '#foundation/history/store.ts';
import { enactAct, saveAct, withdraw } from './enactment.ts';
import { type ActOutcome, decideInForce } from './rules.ts';
import type { Act, ActDraft } from './schema.ts';
import { readActs } from './store.ts';

/** All acts, oldest effective date first. */
export async function acts(ctx: Context): Promise<readonly Act[]> {
  await authorise(ctx, 'organisation.read');
  return readActs(ctx.db);
}

/** One act, or a refusal. */
export async function actByCode(ctx: Context, code: string): Promise<Act> {
  const found = (await acts(ctx)).find((act) => act.code === code);
  return (
    found ?? refuse('missing', 'Không có quyết định nào mang mã này. Hãy chọn trong danh sách quyết định.')
  );
}

/** What an act would make of the organisation if it were put in force now, or every reason why it cannot. */
export async function foreseeAct(ctx: Context, act: ActDraft): Promise<ActOutcome> {
  await authorise(ctx, 'organisation.read');
  const inForce = (await readActs(ctx.db)).filter(
    (other) => other.state === 'in-force' && other.code !== act.code,
  );
  return decideInForce(inForce, act);
}

/** Saves an act without effect. Returns it. Refuses a code that is taken. */
export async function prepareAct(ctx: Context, draft: ActDraft): Promise<Act> {
  await authorise(ctx, 'organisation.change');
  return inTransaction(ctx, (tx) => saveAct(tx, draft));
}

/**
 * Puts a prepared act in force: it counts from its effective date, past or future. Refused with every reason when the
 * organisation of that date, or a later act in force, does not allow it.
 */
export async function putActInForce(ctx: Context, code: string): Promise<Act> {
  await authorise(ctx, 'organisation.change');
  return inTransaction(ctx, (tx) => enactAct(tx, code));
}

/** Withdraws a prepared act, or one in force whose date has not come. Refused once it counts. */
export async function withdrawAct(ctx: Context, code: string): Promise<Act> {
  await authorise(ctx, 'organisation.change');
  return inTransaction(ctx, (tx) => withdraw(tx, code, localDateOf(ctx.now)));
}

/** What was done with an act, oldest first, with who did it. */
export async function actHistory(ctx: Context, act: Act): Promise<readonly NamedEvent[]> {
  await authorise(ctx, 'organisation.read');
  return readNamedStream(ctx.db, 'unit-act', act.id);
}
