/** The applicant's own store at the counter that received their dossier: what is there, what is added, what is taken away. */
import { refuse } from '#kernel/refusal.ts';
import type { VaultItem } from '#capabilities/vault/schema.ts';
import { keepInVault, keptOf, offersTo, removeFromVault } from '#capabilities/vault/service.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { loadReadable } from '../frame.ts';
import { noteReads } from '../reads/service.ts';
import type { KeepInput, RemoveInput } from './schema.ts';
import { type KeepableFile, readApplicantId, readKeepable } from './store.ts';

export type VaultPage = {
  readonly items: readonly VaultItem[];
  /** Electronic papers of this dossier that are not in the store. */
  readonly keepable: readonly KeepableFile[];
};

/** What the applicant of a dossier has in the store, for the counter that received it. That it was looked at is recorded. */
export async function vaultOf(ctx: Context, number: string): Promise<VaultPage> {
  return inTransaction(ctx, async (tx) => {
    const { id, applicantId } = await receivedHere(tx, number);
    await noteReads(tx, { subject: 'applicant', ids: [applicantId], manner: 'vault-seen', detail: number });
    const items = await keptOf(tx, applicantId);
    const kept = new Set(items.map(({ hash }) => hash));
    return { items, keepable: (await readKeepable(tx.db, id)).filter(({ hash }) => !kept.has(hash)) };
  });
}

/** Keeps electronic papers of a dossier in its applicant's store, with their consent. */
export async function keepPapers(ctx: Context, input: KeepInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { id, applicantId } = await receivedHere(tx, input.number, 'lock');
    const files = new Map((await readKeepable(tx.db, id)).map((file) => [file.id, file]));
    for (const { fileId, paper } of input.papers) {
      const file = files.get(fileId) ?? refuse('missing', 'Tệp này không có trong hồ sơ hoặc đã được gỡ.');
      const purpose = file.purpose === 'result' ? ('result' as const) : ('papers' as const);
      await keepInVault(tx, { applicantId, dossierId: id, paper, purpose, consent: input.consent, file });
    }
  });
}

/** Takes a paper out of the store of a dossier's applicant. */
export async function removeKept(ctx: Context, { number, itemId, removal }: RemoveInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { applicantId } = await receivedHere(tx, number);
    await removeFromVault(tx, { applicantId, itemId, removal });
  });
}

/**
 * What a person has in the store of the papers that a procedure asks for, by the place of each: offered at reception
 * instead of asking again. The caller has found the person for this reception; that the store was looked at is recorded.
 */
export async function offeredPapers(
  ctx: Context,
  applicantId: number,
  asked: readonly { readonly name: string }[],
): Promise<ReadonlyMap<number, readonly VaultItem[]>> {
  return inTransaction(ctx, async (tx) => {
    const offers = await offersTo(tx, applicantId, asked);
    if (offers.size > 0) {
      await noteReads(tx, { subject: 'applicant', ids: [applicantId], manner: 'vault-seen' });
    }
    return offers;
  });
}

async function receivedHere(tx: TransactionContext, number: string, how: 'lock' | 'read' = 'read') {
  const { id, state } = await loadReadable(tx, number, how);
  await authorise(tx, 'dossier.receive', state.receivingUnitId);
  const applicantId =
    (await readApplicantId(tx.db, id)) ??
    refuse('conflict', 'Dữ liệu cá nhân của hồ sơ này đã tiêu hủy nên không còn kho giấy tờ.');
  return { id, applicantId };
}
