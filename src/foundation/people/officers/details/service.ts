import { refuse } from '#kernel/refusal.ts';
import type { Account } from '#foundation/access/accounts/schema.ts';
import { readAccountOf } from '#foundation/access/accounts/store.ts';
import { can, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import type { OpenRecovery } from '#foundation/access/second-factor/recovery/schema.ts';
import { waitingRecovery } from '#foundation/access/second-factor/recovery/service.ts';
import type { Context } from '#foundation/context.ts';
import { readNamedStream } from '#foundation/history/store.ts';
import { mentionedIn, type StreamEvents } from '../../history-words.ts';
import { readNames } from '../../store.ts';
import type { Officer } from '../schema.ts';
import { readOfficer } from '../store.ts';
import { type HeldPeriod, readHeldPeriods, readSubstitutedPeriods, type SubstitutedPeriod } from './store.ts';

/** A person with everything their page shows. The account is without its password hash. */
export type OfficerDetails = {
  readonly officer: Officer;
  readonly held: readonly HeldPeriod[];
  readonly substituted: readonly SubstitutedPeriod[];
  readonly account: Omit<Account, 'passwordHash'> | null;
  readonly histories: readonly StreamEvents[];
  /** Names of the people the history mentions. */
  readonly names: ReadonlyMap<number, string>;
  /** Somebody asked to give the account back; shown to whoever may be the second person. */
  readonly recovery: OpenRecovery | null;
  readonly mayChange: boolean;
  readonly mayManageAccount: boolean;
};

/** A person, for whoever may see the people of a unit in which they hold or held a post. */
export async function officerDetails(ctx: Context, officerId: number): Promise<OfficerDetails> {
  const actor = requireActor(ctx);
  const officer = await existingOfficer(ctx, officerId);
  const held = await readHeldPeriods(ctx.db, officerId);
  await assertReadable(ctx, held);
  const substituted = await readSubstitutedPeriods(ctx.db, officerId);
  const found = await readAccountOf(ctx.db, officerId);
  const account = found && withoutHash(found);
  const histories: StreamEvents[] = [
    { stream: 'officer', events: await readNamedStream(ctx.db, 'officer', officerId) },
  ];
  if (account) {
    histories.push({ stream: 'account', events: await readNamedStream(ctx.db, 'account', account.id) });
  }
  const recovery = account && (await waitingRecovery(ctx, account.id));
  const names = await readNames(ctx.db, mentionedIn(histories));
  const mayChange = can(actor, 'people.change');
  const mayManageAccount = can(actor, 'account.manage');
  const may = { mayChange, mayManageAccount };
  return { officer, held, substituted, account, histories, recovery, names, ...may };
}

/** The person, or a refusal. For forms whose verb authorises. */
export async function existingOfficer(ctx: Context, officerId: number): Promise<Officer> {
  const officer = await readOfficer(ctx.db, officerId);
  return officer ?? refuse('missing', 'Không có cán bộ này trong hệ thống.');
}

async function assertReadable(ctx: Context, held: readonly HeldPeriod[]): Promise<void> {
  const units = await unitsWith(ctx, 'people.read');
  if (units === null || held.some(({ unitId }) => units.includes(unitId))) return;
  refuse('forbidden', 'Bạn chỉ xem được cán bộ của đơn vị mình phụ trách.');
}

function withoutHash({ passwordHash: _passwordHash, ...account }: Account): Omit<Account, 'passwordHash'> {
  return account;
}
