import { fold } from '#kernel/vietnamese/fold.ts';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import { asSystem, type Context } from '#foundation/context.ts';
import { masked } from '#foundation/personal-data/mask.ts';
import { numberIndex } from '../../identity-number.ts';
import { DOSSIER_FIELDS } from '../../personal-data.ts';
import { readEntered, readKnown } from './store.ts';

export type Asked = { readonly fullName: string; readonly idNumber: string };

/** What stands in the way of receiving somebody; null where nothing does. */
export type Standing = {
  /** The masked name under which the number was noted before, when it is another. */
  readonly otherName: string | null;
  /** Number of a dossier of the same procedure that is not finished, wherever it is. */
  readonly running: string | null;
};

/**
 * How many people stand at once, before any of them is received: what the reception itself would refuse, in one look.
 * Nobody is shown more of them than the reception would say.
 */
export async function standingsOf(
  ctx: Context,
  people: readonly Asked[],
  procedureId: number,
): Promise<readonly Standing[]> {
  await authorise(ctx, 'dossier.receive', requireActor(ctx).post.unitId);
  const indexes = people.map(({ idNumber }) => (idNumber === '' ? null : numberIndex(ctx.secrets, idNumber)));
  const wanted = indexes.filter((index) => index !== null);
  const known = await asSystem(ctx, async ({ db }) => readKnown(db, wanted, procedureId));
  const byIndex = new Map(known.map((one) => [one.index, one]));
  return people.map(({ fullName }, place) => {
    const found = byIndex.get(indexes[place]?.toString('hex') ?? '');
    if (!found) return { otherName: null, running: null };
    const isSame = fold(found.fullName) === fold(fullName);
    return {
      otherName: isSame ? null : masked(DOSSIER_FIELDS.applicant_name, found.fullName),
      running: found.running,
    };
  });
}

/** Dossiers of the actor's counter that were entered under these numbers on paper, by that number. */
export async function enteredBefore(
  ctx: Context,
  paperNumbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { unitId } = (await authorise(ctx, 'dossier.receive', requireActor(ctx).post.unitId)).post;
  const rows = await readEntered(ctx.db, unitId, paperNumbers);
  return new Map(rows.map(({ paperNumber, number }) => [paperNumber, number]));
}
