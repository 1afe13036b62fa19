import { compareText } from '#kernel/vietnamese/collate.ts';
import { authorise, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { type ActingOfficer, officersWithRole } from '#foundation/people/service.ts';
import type { DossierReference } from '../../schema.ts';
import { assign, releaseFor } from '../../service.ts';
import { type HeldStep, type Holder, readHeld, readHolders } from './store.ts';

export type HandedOn = {
  readonly holders: readonly Holder[];
  readonly held: readonly HeldStep[];
  /** Who may take over at least one of the steps, by name. */
  readonly officers: readonly ActingOfficer[];
};

/** The work that somebody of the leader's units has in hand, and who there could do it instead. */
export async function workOfOfficer(ctx: Context, officerId: number | null): Promise<HandedOn> {
  const units = await ledUnits(ctx);
  const holders = (await readHolders(ctx.db, units)).toSorted((a, b) => compareText(a.name, b.name));
  if (officerId === null) return { holders, held: [], officers: [] };
  const held = await readHeld(ctx.db, units, officerId);
  const places = new Map(held.map(({ unitId, role }) => [`${unitId} ${role}`, { unitId, role }]));
  const found = new Map<number, ActingOfficer>();
  for (const { unitId, role } of places.values()) {
    for (const officer of await officersWithRole(ctx, unitId, role)) found.set(officer.id, officer);
  }
  found.delete(officerId);
  const officers = [...found.values()].toSorted((a, b) => compareText(a.name, b.name));
  return { holders, held, officers };
}

async function ledUnits(ctx: Context): Promise<readonly number[]> {
  await authorise(ctx, 'dossier.assign', requireActor(ctx).post.unitId);
  return (await unitsWith(ctx, 'dossier.assign')) ?? [...(await organisationNow(ctx)).units.keys()];
}

/** One step to another officer, or back into the unit's box when nobody is named. */
export async function reassign(
  ctx: Context,
  reference: DossierReference,
  officerId: number | null,
): Promise<unknown> {
  return officerId === null ? releaseFor(ctx, reference) : assign(ctx, { ...reference, officerId });
}
