/** The keys of agencies: made when first needed, published for ever, and in the history, so that none can be slipped in. */
import { toBase64 } from '#kernel/merkle/base64.ts';
import { toHex } from '#kernel/merkle/bytes.ts';
import type { UnitKey } from '#kernel/merkle/receipt-trust.ts';
import { refuse } from '#kernel/refusal.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { historyOf, record } from '#foundation/history/service.ts';
import { examineEvent } from '#foundation/log/examine.ts';
import { organisationOn } from '#foundation/organisation/service.ts';
import type { SigningKey } from '#platform/signing/ed25519.ts';
import type { Contradiction } from './schema.ts';
import {
  endEarlierKeys,
  insertUnitKey,
  type NewUnitKey,
  readUnitKey,
  readUnitKeys,
  type StoredUnitKey,
} from './store.ts';

/**
 * The key an agency signs with now. At its first use its public half is published and recorded, and the key before it
 * ends. Refuses with `conflict` when the key in the folder is one that has ended: two servers with folders of their own.
 */
export async function keyOfAgency(
  ctx: Context,
  agency: { readonly agencyId: string; readonly receivedAt: Date },
): Promise<SigningKey> {
  const { agencyId } = agency;
  const key = await ctx.unitKeys.keyOf(agencyId);
  const stored = await readUnitKey(ctx.db, key.publicKey);
  if (stored?.agencyId === agencyId && stored.validTo === null) return key;
  if (stored !== null) {
    return refuse(
      'conflict',
      `Khóa ký biên nhận của ${agencyId} trên máy chủ này đã thôi dùng. Hãy báo quản trị hệ thống cho mọi máy chủ dùng chung một thư mục khóa (MOTCUA_SIGNER).`,
    );
  }
  const agencyName = await nameOf(ctx, agency);
  await publish(ctx, { agencyId, agencyName, publicKey: key.publicKey, validFrom: ctx.now });
  return key;
}

/** Every key as the page of proof and the command need them. */
export async function publishedKeys(ctx: Context): Promise<readonly UnitKey[]> {
  return (await readUnitKeys(ctx.db)).map(asUnitKey);
}

/** What is wrong with a published key: it must stand in the history, and the log must prove it. */
export async function keyContradictions(
  ctx: Context,
  publicKey: Uint8Array,
): Promise<readonly Contradiction[]> {
  const stored = await readUnitKey(ctx.db, publicKey);
  if (!stored) throw new Error('A published key vanished');
  const [made] = await historyOf(ctx, 'unit-key', stored.id);
  const isSame =
    made?.payload['publicKey'] === toHex(publicKey) && made.payload['agencyId'] === stored.agencyId;
  const event = { stream: 'unit-key', streamId: stored.id, sequence: 1 };
  const examined = await examineEvent(ctx, event);
  if (isSame && examined.state !== 'contradicted') return [];
  const reason = examined.state === 'contradicted' ? examined.sentence : 'lịch sử ghi khóa khác.';
  return [{ where: 'key', sentence: `Khóa đã ký biên nhận không phải do hệ thống cấp: ${reason}` }];
}

async function publish(ctx: Context, key: NewUnitKey): Promise<void> {
  const reason = ctx.readOnly();
  if (reason !== null) refuse('conflict', reason);
  await inTransaction(ctx, async (tx) => {
    const ended = await endEarlierKeys(tx.db, key);
    for (const id of ended) {
      await record(tx, { name: 'unit-key', id, after: 1 }, [{ kind: 'ended', payload: {} }]);
    }
    const id = await insertUnitKey(tx.db, key);
    if (id === null) return;
    const payload = { agencyId: key.agencyId, publicKey: toHex(key.publicKey) };
    await record(tx, { name: 'unit-key', id, after: 0 }, [{ kind: 'made', payload }]);
  });
}

/** What the agency was called when it received the dossier. */
async function nameOf(
  ctx: Context,
  { agencyId, receivedAt }: { readonly agencyId: string; readonly receivedAt: Date },
): Promise<string> {
  const { units } = await organisationOn(ctx, localDateOf(receivedAt));
  return [...units.values()].find((unit) => unit.agencyId === agencyId)?.name ?? agencyId;
}

function asUnitKey({ agencyId, agencyName, publicKey, validFrom, validTo }: StoredUnitKey): UnitKey {
  return {
    unit: agencyId,
    name: agencyName,
    publicKey: toBase64(publicKey),
    from: validFrom.toISOString(),
    to: validTo?.toISOString() ?? null,
  };
}
