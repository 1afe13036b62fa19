import { type Context, inTransaction } from '#foundation/context.ts';
import { isProjectionExact, saveOrganisation } from './projection.ts';
import { replayActs } from './rules.ts';
import type { Act, Organisation } from './schema.ts';
import { lockActs, readActs } from './store.ts';

/** Whether the stored units and successions are exactly what the acts in force make of them. For operators and jobs. */
export async function isOrganisationExact(ctx: Context): Promise<boolean> {
  const acts = await readActs(ctx.db);
  return isProjectionExact(ctx, organisationOf(acts), acts);
}

/** Makes the stored units and successions anew from the acts in force. For operators. */
export async function rebuildOrganisation(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const acts = await lockActs(tx.db);
    await saveOrganisation(tx, organisationOf(acts), acts);
  });
}

function organisationOf(acts: readonly Act[]): Organisation {
  const outcome = replayActs(acts.filter((act) => act.state === 'in-force'));
  // Every act in force went through the same rules when it was put in force; anything else is damage.
  if ('problems' in outcome)
    throw new Error(`Acts in force contradict each other: ${outcome.problems.join(' ')}`);
  return outcome.organisation;
}
