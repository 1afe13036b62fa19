import { refuse } from '#kernel/refusal.ts';
import { type Actor, type Context, inTransaction } from '#foundation/context.ts';
import type { Account } from '../accounts/schema.ts';
import { lockedAccount, recordAccount } from '../accounts/service.ts';
import { requireActor } from '../authorise.ts';
import { deleteSessionsOf } from '../sessions/store.ts';
import { hashOf } from '../sessions/token.ts';
import { renewCodes } from './codes/service.ts';
import { countUnused } from './codes/store.ts';
import type { OwnPasskey } from './passkeys/schema.ts';
import { readPasskeysOf } from './passkeys/store.ts';
import { openRecoveryOf } from './recovery/store.ts';
import type { OpenRecovery } from './recovery/schema.ts';
import { isLastRequired, type Need, needOf } from './rules.ts';
import { readFactors, readStanding, sweepHalfSignIns } from './store.ts';

/** What somebody sees of their own ways to sign in. */
export type OwnFactors = {
  readonly hasApp: boolean;
  readonly passkeys: readonly OwnPasskey[];
  readonly codesLeft: number;
  readonly need: Need;
  /** Somebody asks for this account to be given back to its owner, who may say that they did not lose it. */
  readonly recovery: OpenRecovery | null;
};

/** The signed-in person's own ways to sign in. */
export async function ownFactors(ctx: Context): Promise<OwnFactors> {
  const actor = requireActor(ctx);
  const { accountId } = actor;
  const { hasApp } = await readFactors(ctx.db, accountId);
  return {
    hasApp,
    passkeys: await readPasskeysOf(ctx.db, accountId),
    codesLeft: await countUnused(ctx.db, accountId),
    need: needOf(actor, await readStanding(ctx.db, accountId)),
    recovery: await openRecoveryOf(ctx.db, accountId, ctx.now),
  };
}

/** How the second step stands for whoever sends a request; read with their session, so that a new policy counts at once. */
export function currentNeed(actor: Actor | null): Need {
  return actor === null ? 'none' : needOf(actor, actor.secondFactor);
}

/**
 * The frame of adding a way to sign in: other browsers of the account end, because they never passed the second step, and
 * whoever has no codes for emergencies gets some. Answers them in clear, this once, or null.
 */
export async function addFactor(
  ctx: Context,
  token: string,
  { kind, add }: { readonly kind: string; readonly add: (tx: Context, account: Account) => Promise<void> },
): Promise<readonly string[] | null> {
  const { accountId } = requireActor(ctx);
  return inTransaction(ctx, async (tx) => {
    const account = await lockedAccount(tx, accountId);
    await add(tx, account);
    await deleteSessionsOf(tx.db, account.id, hashOf(token));
    const codes = (await countUnused(tx.db, account.id)) > 0 ? null : await renewCodes(tx, account.id);
    await recordAccount(tx, account, { kind, payload: {} });
    return codes;
  });
}

/** The frame of taking one away: not the last one of somebody whose post requires a second step. */
export async function removeFactor(
  ctx: Context,
  {
    kind,
    remove,
  }: { readonly kind: string; readonly remove: (tx: Context, account: Account) => Promise<void> },
): Promise<void> {
  const actor = requireActor(ctx);
  await inTransaction(ctx, async (tx) => {
    const account = await lockedAccount(tx, actor.accountId);
    const factors = await readFactors(tx.db, account.id);
    const { requiredRoles } = await readStanding(tx.db, account.id);
    if (isLastRequired(actor, { factors, requiredRoles })) {
      refuse(
        'conflict',
        'Vị trí của bạn phải có bước xác thực thứ hai. Hãy thêm cách khác trước, rồi gỡ cách này.',
      );
    }
    await remove(tx, account);
    await recordAccount(tx, account, { kind, payload: {} });
  });
}

/** Forgets half sign-ins and answered challenges that ran out; a daily job. */
export async function sweepSecondFactors(ctx: Context): Promise<void> {
  await sweepHalfSignIns(ctx.db, ctx.now);
}
