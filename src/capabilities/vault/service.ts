/**
 * The store of a person's papers (Decree 107/2021/ND-CP: kho quản lý dữ liệu điện tử của tổ chức, cá nhân). Only a counter
 * sees it, only of the person for whom it receives, and the caller notes that it was read.
 */
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import type { Context, TransactionContext } from '#foundation/context.ts';
import { historyOf, record } from '#foundation/history/service.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { fitting, isTrueOn, paperClassOf } from './rules.ts';
import type { Consent, KeptName, KeptPaper, Removal, VaultItem, VaultPurpose } from './schema.ts';
import {
  eraseItems,
  insertItem,
  insertUse,
  type LockedItem,
  lockItem,
  lockReplaced,
  markGone,
  readItems,
  readNames,
  receiveFor,
} from './store.ts';

/** What a person has in the store, for the counter that receives for them now. */
export async function keptOf(tx: TransactionContext, applicantId: number): Promise<readonly VaultItem[]> {
  await enter(tx, applicantId);
  return readItems(tx.db, applicantId);
}

/** What a person has in the store of the papers that a procedure asks for and is still true, by the place of each. */
export async function offersTo(
  tx: TransactionContext,
  applicantId: number,
  asked: readonly { readonly name: string }[],
): Promise<ReadonlyMap<number, readonly VaultItem[]>> {
  const items = await keptOf(tx, applicantId);
  const today = localDateOf(tx.now);
  const offers = asked.map(({ name }, line) => [line, fitting(items, { name, today })] as const);
  return new Map(offers.filter(([, found]) => found.length > 0));
}

/** What is kept of the applicant of a dossier, by names alone, for whoever opened it with number and code. */
export async function keptNames(own: Context, dossierId: number): Promise<readonly KeptName[]> {
  return readNames(own.db, dossierId);
}

export type Keeping = {
  readonly applicantId: number;
  readonly dossierId: number;
  readonly paper: KeptPaper;
  readonly purpose: VaultPurpose;
  readonly consent: Consent;
  /** A file of that dossier, which the caller holds. */
  readonly file: {
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly hash: string;
    readonly pages: number | null;
    readonly archival: string;
  };
};

/** Keeps a paper with the consent of the person; one of the same kind and number gives way to it. */
export async function keepInVault(tx: TransactionContext, keeping: Keeping): Promise<number> {
  const { applicantId, dossierId, paper, file, purpose, consent } = keeping;
  const officerId = await enter(tx, applicantId);
  const paperClass = paperClassOf(paper.name);
  if (paperClass === '') refuse('invalid', 'Hãy ghi tên giấy tờ.', { name: 'Hãy ghi tên giấy tờ.' });
  const { name: fileName, mediaType, size, hash, pages, archival } = file;
  for (const item of await lockReplaced(tx.db, { ...paper, applicantId, paperClass })) {
    await takeAway(tx, { item, removal: 'replaced', officerId });
  }
  const id = await insertItem(tx.db, {
    ...paper,
    mediaType,
    size,
    hash,
    pages,
    archival,
    applicantId,
    paperClass,
    fileName,
    purpose,
    consent,
    keptFrom: dossierId,
    keptBy: officerId,
    keptAt: tx.now,
  });
  const payload = { keptFrom: dossierId, hash, purpose, consent };
  await record(tx, { name: 'vault-item', id, after: 0 }, [{ kind: 'kept', payload }]);
  return id;
}

export type Taking = {
  readonly applicantId: number;
  readonly itemId: number;
  readonly dossierId: number;
  readonly paperPosition: number;
};

/** Takes a kept paper into a dossier in place of handing it in again, and records that. Refuses what has run out or is gone. */
export async function takeFromVault(tx: TransactionContext, taking: Taking): Promise<VaultItem> {
  const { applicantId, itemId, dossierId, paperPosition } = taking;
  const officerId = await enter(tx, applicantId);
  const locked = await lockItem(tx.db, applicantId, itemId);
  const item = (await readItems(tx.db, applicantId)).find(({ id }) => id === itemId);
  if (!locked || !item || !isTrueOn(item, localDateOf(tx.now))) {
    return refuse(
      'conflict',
      'Giấy tờ định dùng lại không còn trong kho của người nộp hoặc đã hết giá trị. Hãy nhận bản mới.',
    );
  }
  await insertUse(tx.db, { itemId, dossierId, paperPosition, usedBy: officerId, usedAt: tx.now });
  const payload = { dossierId, paperPosition };
  await appended(tx, itemId, { kind: 'reused', payload });
  return item;
}

/** Takes a paper out of the store; its bytes go when nothing else has them. */
export async function removeFromVault(
  tx: TransactionContext,
  item: { readonly applicantId: number; readonly itemId: number; readonly removal: Removal },
): Promise<void> {
  const officerId = await enter(tx, item.applicantId);
  const locked = await lockItem(tx.db, item.applicantId, item.itemId);
  if (!locked) refuse('missing', 'Giấy tờ này không còn trong kho của người nộp.');
  await takeAway(tx, { item: locked, removal: item.removal, officerId });
}

/** Erases all that is kept of a person, when their last dossier is disposed of. Returns hashes of files that may go after it. */
export async function eraseVault(tx: TransactionContext, applicantId: number): Promise<readonly string[]> {
  const erased = await eraseItems(tx.db, applicantId);
  for (const { id } of erased) await appended(tx, id, { kind: 'disposed', payload: {} });
  return [...new Set(erased.flatMap(({ hash }) => hash ?? []))];
}

async function enter(tx: TransactionContext, applicantId: number): Promise<number> {
  if (!tx.db.isTransaction)
    throw new Error('Whose papers are looked at is said in the transaction that does');
  const { officerId } = await authorise(tx, 'dossier.receive', requireActor(tx).post.unitId);
  await receiveFor(tx.db, applicantId);
  return officerId;
}

type Removing = { readonly item: LockedItem; readonly removal: Removal; readonly officerId: number };

async function takeAway(tx: TransactionContext, { item, removal, officerId }: Removing): Promise<void> {
  await markGone(tx.db, item.id, { removal, removedBy: officerId, removedAt: tx.now });
  await appended(tx, item.id, { kind: 'removed', payload: { removal } });
  await queueJob(tx.db, { task: 'remove-bytes', payload: { hash: item.hash } });
}

async function appended(
  tx: TransactionContext,
  id: number,
  deed: { readonly kind: string; readonly payload: Readonly<Record<string, unknown>> },
): Promise<void> {
  const after = (await historyOf(tx, 'vault-item', id)).length;
  await record(tx, { name: 'vault-item', id, after }, [deed]);
}
