import type { DayInput } from '#foundation/calendar/days/schema.ts';
import { decideChange, proposeDay, proposeWithdrawal } from '#foundation/calendar/changes/service.ts';
import { updateProgress } from '#foundation/calendar/changes/store.ts';
import { type Context, systemContext } from '#foundation/context.ts';
import { actAs } from './cast.ts';

/** A day declared by one person and confirmed at once by another; nobody's dossiers are looked at. Answers its number. */
export async function declareSpecialDay(ctx: Context, input: DayInput): Promise<number> {
  const [day] = await confirmed(ctx, await proposeDay(ctx, input));
  if (day === undefined) throw new Error('Nothing was declared');
  return day;
}

/** A day taken back by two people. */
export async function withdrawSpecialDay(
  ctx: Context,
  input: { readonly id: number; readonly reason: string },
): Promise<void> {
  await confirmed(ctx, await proposeWithdrawal(ctx, input));
}

async function confirmed(ctx: Context, id: number): Promise<readonly number[]> {
  const system = await systemContext(ctx, 'test');
  await updateProgress(system.db, id, { countedAt: ctx.now });
  // Whoever proposed may be either of the two who can.
  const { accountId } = (await actAs(ctx, 'quan-tri')).actor ?? {};
  const other = accountId === ctx.actor?.accountId ? 'noi-vu' : 'quan-tri';
  const { dayIds } = await decideChange(await actAs(ctx, other), { id, answer: 'confirm', note: '' });
  await updateProgress(system.db, id, { settledAt: ctx.now });
  return dayIds;
}
