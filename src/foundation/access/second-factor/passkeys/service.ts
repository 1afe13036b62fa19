import { refuse } from '#kernel/refusal.ts';
import { isDuplicate } from '#platform/database/errors.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { readAccount } from '../../accounts/store.ts';
import { requireActor } from '../../authorise.ts';
import { addFactor, removeFactor } from '../service.ts';
import {
  checkedAssertion,
  checkedRegistration,
  type Party,
  partyOf,
  registrationOptions,
} from './ceremony.ts';
import { useChallenge } from './challenge.ts';
import { type Assertion, MOST_PASSKEYS, type OwnPasskey, type Registration } from './schema.ts';
import {
  deletePasskey,
  insertPasskey,
  lockPasskey,
  readPasskeysOf,
  renamePasskeyOf,
  updateUse,
} from './store.ts';

const NOT_HELD = 'Không xác nhận được khóa truy cập. Hãy tải lại trang và làm lại.';

/** What the browser is asked to make; null where this installation's address allows no passkeys. */
export async function passkeyOffer(ctx: Context): Promise<string | null> {
  const { accountId, name } = requireActor(ctx);
  const party = partyOf(ctx.publicUrl);
  if (party === null) return null;
  const account = await readAccount(ctx.db, accountId);
  const known = await readPasskeysOf(ctx.db, accountId);
  return registrationOptions(ctx, { accountId, login: account?.login ?? '', name }, { party, known });
}

/** Keeps a passkey the browser made. Answers codes for emergencies as `addFactor` does. */
export async function addPasskey(
  ctx: Context,
  input: { readonly name: string; readonly answer: Registration; readonly token: string },
): Promise<readonly string[] | null> {
  const { accountId } = requireActor(ctx);
  const made = await checkedRegistration(ctx, theParty(ctx), { answer: input.answer, accountId });
  if (made === null) return refuse('invalid', NOT_HELD);
  return addFactor(ctx, input.token, {
    kind: 'passkey-added',
    add: async (tx) => {
      const { challenge, ...credential } = made;
      if (!(await useChallenge(tx, challenge))) refuse('invalid', NOT_HELD);
      if ((await readPasskeysOf(tx.db, accountId)).length >= MOST_PASSKEYS) {
        refuse('conflict', `Mỗi tài khoản có nhiều nhất ${MOST_PASSKEYS} khóa. Hãy gỡ khóa không dùng nữa.`);
      }
      await insertNew(tx, { ...credential, accountId, name: input.name, createdAt: tx.now });
    },
  });
}

/** One of the actor's own passkeys opens nothing any more. */
export async function removePasskey(ctx: Context, id: number): Promise<void> {
  await removeFactor(ctx, {
    kind: 'passkey-removed',
    remove: async (tx, account) => {
      if (!(await deletePasskey(tx.db, account.id, id))) refuse('missing', 'Không có khóa truy cập này.');
    },
  });
}

/** Calls one of the actor's own passkeys something else. Only for its owner's eyes, so it is no event. */
export async function renamePasskey(
  ctx: Context,
  passkey: { readonly id: number; readonly name: string },
): Promise<void> {
  const { accountId } = requireActor(ctx);
  if (!(await renamePasskeyOf(ctx.db, accountId, passkey))) refuse('missing', 'Không có khóa truy cập này.');
}

/** One of the actor's own passkeys, or the page that there is none such. */
export async function ownPasskey(ctx: Context, id: number): Promise<OwnPasskey> {
  const passkeys = await readPasskeysOf(ctx.db, requireActor(ctx).accountId);
  return passkeys.find((one) => one.id === id) ?? refuse('missing', 'Không có khóa truy cập này.');
}

/**
 * Whether a passkey of this account answered, now and for this purpose, for the first time. Its count is noted, so that a
 * copy of the device is found out at the next use.
 */
export async function takeAssertion(
  ctx: Context,
  asked: { readonly answer: Assertion; readonly accountId: number; readonly purpose: string },
): Promise<boolean> {
  const party = theParty(ctx);
  return inTransaction(ctx, async (tx) => {
    const passkey = await lockPasskey(tx.db, asked.answer.id);
    if (passkey === null || passkey.accountId !== asked.accountId) return false;
    const held = await checkedAssertion(tx, party, { ...asked, passkey });
    if (held === null || !(await useChallenge(tx, held.challenge))) return false;
    await updateUse(tx.db, passkey.id, { signCount: held.signCount, usedAt: tx.now });
    return true;
  });
}

function theParty({ publicUrl }: Context): Party {
  return partyOf(publicUrl) ?? refuse('conflict', 'Địa chỉ của hệ thống không dùng được khóa truy cập.');
}

async function insertNew(ctx: Context, passkey: Parameters<typeof insertPasskey>[1]): Promise<void> {
  try {
    await insertPasskey(ctx.db, passkey);
  } catch (error) {
    if (isDuplicate(error, 'passkeys_credential_id_key'))
      refuse('conflict', 'Khóa này đã được thêm từ trước.');
    throw error;
  }
}
