import { refuse } from '#kernel/refusal.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import type { Account } from '#foundation/access/accounts/schema.ts';
import { readAccount } from '#foundation/access/accounts/store.ts';
import { authorise } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { existingOfficer } from '../officers/details/service.ts';
import type { Officer } from '../officers/schema.ts';
import type { AccountFilter, AccountLine, AccountState } from './schema.ts';
import { readAccountLines } from './store.ts';

/** Accounts by login, found by login or name without accents. */
export async function accountLines(ctx: Context, filter: AccountFilter): Promise<readonly AccountLine[]> {
  await authorise(ctx, 'account.manage');
  const words = fold(filter.q).split(' ');
  const lines = await readAccountLines(ctx.db, ctx.now);
  return lines
    .filter(({ login, officerName }) => {
      const text = `${login} ${fold(officerName)}`;
      return words.every((word) => text.includes(word));
    })
    .filter((line) => filter.state === null || stateOf(line) === filter.state);
}

/** An account with its person, for the forms about it. */
export async function accountToManage(
  ctx: Context,
  accountId: number,
): Promise<{ readonly account: Account; readonly officer: Officer }> {
  await authorise(ctx, 'account.manage');
  const account = await readAccount(ctx.db, accountId);
  if (!account) return refuse('missing', 'Không có tài khoản này trong hệ thống.');
  return { account, officer: await existingOfficer(ctx, account.officerId) };
}

function stateOf({ disabledAt, mustChangePassword }: AccountLine): AccountState {
  if (disabledAt !== null) return 'disabled';
  return mustChangePassword ? 'waiting' : 'active';
}
