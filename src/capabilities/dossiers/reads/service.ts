import { addDays, localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import type { Context, TransactionContext } from '#foundation/context.ts';
import { unitsOf } from '../rules.ts';
import type { DossierState } from '../schema.ts';
import { loadDossier } from '../store.ts';
import { REVIEWED_DAYS } from './rules.ts';
import {
  type CitizenRead,
  PAGE_SIZE,
  type Reading,
  type ReadsQuery,
  type ReviewedRead,
  type UnusualDay,
} from './schema.ts';
import {
  countReviewed,
  insertReads,
  readForCitizen,
  readReaders,
  readReviewed,
  readUnusual,
} from './store.ts';

/**
 * Whether the acting post may read the personal data of a dossier in full: it holds the right for a unit that takes
 * part. Reading the dossier itself is less: whoever controls procedures needs no identity numbers and no scans.
 */
export async function mayReadPersonal(
  ctx: Context,
  state: Pick<DossierState, 'receivingUnitId' | 'steps'>,
): Promise<boolean> {
  const units = await unitsWith(ctx, 'dossier.read-personal');
  return units === null || unitsOf(state).some((unitId) => units.includes(unitId));
}

/**
 * Records that the actor reads personal data, in the transaction of the query that reads them: when it cannot be
 * written, nothing is shown. The person concerned sees it on the look-up page. Every read of an official goes through
 * here (Law 91/2025/QH15: whoever processes personal data keeps a record of it).
 */
export async function noteReads(tx: TransactionContext, reading: Reading): Promise<void> {
  if (!tx.db.isTransaction) throw new Error('A read is recorded in the transaction that reads');
  if (reading.ids.length === 0) return;
  await insertReads(tx.db, reading, { actor: requireActor(tx), now: tx.now });
}

/** Who has read a dossier, for the person whose it is. The caller has checked the code of the receipt. */
export async function readsForCitizen(ctx: Context, dossierId: number): Promise<readonly CitizenRead[]> {
  return readForCitizen(ctx.db, dossierId);
}

export type DossierReads = {
  readonly number: string;
  readonly rows: readonly ReviewedRead[];
};

/** As many rows as one exported list holds. */
const EXPORT_LIMIT = 20_000;

/** Every read of one dossier with the names of the officials, for who reviews reads at a unit that takes part. */
export async function readsOfDossier(ctx: Context, number: string): Promise<DossierReads> {
  const units = await unitsWith(ctx, 'reads.review');
  if (units?.length === 0) await authorise(ctx, 'reads.review', 0);
  const loaded = await loadDossier(ctx.db, number, 'read');
  if (!loaded || (units !== null && !loaded.unitIds.some((unitId) => units.includes(unitId)))) {
    refuse(
      'missing',
      'Không có hồ sơ này, hoặc hồ sơ không thuộc đơn vị của bạn. Hãy kiểm tra lại số hồ sơ.',
    );
  }
  const rows = await readReviewed(ctx.db, { dossierId: loaded.id }, { limit: EXPORT_LIMIT, page: 1 });
  return { number, rows };
}

export type ReadsReview = {
  readonly rows: readonly ReviewedRead[];
  readonly total: number;
  readonly unusual: readonly UnusualDay[];
  readonly readers: readonly { readonly id: number; readonly name: string }[];
};

/** Reads by officials of the units whose reads the actor reviews; `whole` for a file instead of one page. */
export async function reviewReads(ctx: Context, query: ReadsQuery, whole = false): Promise<ReadsReview> {
  const unitIds = await unitsWith(ctx, 'reads.review');
  if (unitIds?.length === 0) await authorise(ctx, 'reads.review', 0);
  const scope = { unitIds, query };
  const readers = await readReaders(ctx.db, unitIds);
  if (query.view === 'unusual') {
    const from = query.from || addDays(localDateOf(ctx.now), -REVIEWED_DAYS);
    const unusual = await readUnusual(ctx.db, { unitIds, query: { ...query, from } });
    return { rows: [], total: unusual.length, unusual, readers };
  }
  const part = whole ? { limit: EXPORT_LIMIT, page: 1 } : { limit: PAGE_SIZE, page: query.page };
  const rows = await readReviewed(ctx.db, scope, part);
  return { rows, total: await countReviewed(ctx.db, scope), unusual: [], readers };
}
