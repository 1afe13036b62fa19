import { isDeepStrictEqual } from 'node:util';
import { localDateOf } from '#kernel/local-date.ts';
import { unitsWith } from '#foundation/access/authorise.ts';
import type { Context, TransactionContext } from '#foundation/context.ts';
import type { Deed } from '#foundation/history/schema.ts';
import { historyOf, record } from '#foundation/history/service.ts';
import type { DossierState } from './schema.ts';

/**
 * Whether the acting post may read the personal data of a dossier in full: it holds the right for a unit that takes
 * part. Reading the dossier itself is less: whoever controls procedures needs no identity numbers and no scans.
 */
export async function mayReadPersonal(
  ctx: Context,
  { receivingUnitId, steps }: Pick<DossierState, 'receivingUnitId' | 'steps'>,
): Promise<boolean> {
  const units = await unitsWith(ctx, 'dossier.read-personal');
  const involved = [receivingUnitId, ...steps.map((step) => step.unitId)];
  return units === null || involved.some((unitId) => units.includes(unitId));
}

/** Notes that the actor saw personal data of a dossier in full. The dossier must be locked by the caller. */
export async function noteDisclosure(tx: TransactionContext, dossierId: number, look: Deed): Promise<void> {
  const after = (await historyOf(tx, 'disclosure', dossierId)).length;
  await record(tx, { name: 'disclosure', id: dossierId, after }, [look]);
}

/** Whose personal data were seen: those of a dossier, or of somebody the counter found again. */
type Seen = { readonly name: 'disclosure' | 'applicant'; readonly id: number };

/**
 * The same for looks that repeat: another one of the same officer at the same thing on the same day is not noted again.
 * What is seen must be locked by the caller.
 */
export async function noteDailyDisclosure(tx: TransactionContext, seen: Seen, look: Deed): Promise<void> {
  const before = await historyOf(tx, seen.name, seen.id);
  const today = localDateOf(tx.now);
  const isNoted = before.some(
    ({ kind, payload, officerId, at }) =>
      kind === look.kind &&
      officerId === tx.actor?.officerId &&
      localDateOf(at) === today &&
      isDeepStrictEqual(payload, look.payload),
  );
  if (!isNoted) await record(tx, { ...seen, after: before.length }, [look]);
}
