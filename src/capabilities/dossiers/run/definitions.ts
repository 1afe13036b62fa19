import { definitionById } from '#capabilities/processes/service.ts';
import type { Context } from '#foundation/context.ts';
import type { DossierDeed } from '../deeds.ts';
import type { Definitions } from './fold.ts';

/** The definitions that deeds speak of. */
export async function definitionsIn(ctx: Context, deeds: readonly DossierDeed[]): Promise<Definitions> {
  const ids = new Set(deeds.flatMap(definitionIn));
  const known = new Map(
    await Promise.all([...ids].map(async (id) => [id, await definitionById(ctx, id)] as const)),
  );
  return (id) => {
    const definition = known.get(id);
    if (definition === undefined) throw new Error(`No process definition ${id}`);
    return definition;
  };
}

function definitionIn(deed: DossierDeed): readonly number[] {
  if (deed.kind === 'adopted' || deed.kind === 'migrated') return [deed.payload.definitionId];
  if (deed.kind !== 'received' || deed.payload.process === undefined) return [];
  return [deed.payload.process.definitionId];
}
