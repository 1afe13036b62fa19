import { authorise } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Option } from '#web/ui/option.ts';
import { isStepNode } from '../run/moves.ts';
import type {
  Migration,
  MigrationItem,
  MigrationQuery,
  OlderDossier,
  Simulated,
  StepCount,
} from './schema.ts';
import { simulate } from './service.ts';
import {
  countItems,
  countOlder,
  countOlderDossiers,
  readItems,
  readMigration,
  readOlder,
  readOlderPlaces,
} from './store.ts';
import { type Offered, offeredNow } from './target.ts';

export const PAGE_SIZE = 50;
const MOST_ITEMS = 500;

export type SimulatedDossier = OlderDossier & { readonly outcome: Simulated | string };

export type RunningView = {
  readonly offered: Offered;
  readonly query: MigrationQuery;
  readonly total: number;
  readonly counts: readonly (StepCount & { readonly unitName: string })[];
  readonly rows: readonly SimulatedDossier[];
  /** Steps that older dossiers stand at, to be matched with those of the new version. */
  readonly places: readonly { readonly node: string; readonly name: string }[];
  readonly choices: readonly Option[];
  readonly unitName: (unitId: number) => string;
};

/** Running dossiers on an older version, each tried out under the newest. */
export async function runningView(ctx: Context, slug: string, query: MigrationQuery): Promise<RunningView> {
  await authorise(ctx, 'procedure.publish');
  const offered = await offeredNow(ctx, slug);
  const { newest, process } = offered;
  const unitName = await unitNames(ctx, 'shortName');
  const counts = await countOlder(ctx.db, newest);
  const offset = (query.page - 1) * PAGE_SIZE;
  const rows: SimulatedDossier[] = [];
  for (const dossier of await readOlder(ctx.db, newest, { offset, most: PAGE_SIZE })) {
    rows.push({ ...dossier, outcome: await simulate(ctx, dossier, { offered, query }) });
  }
  const { definition } = process;
  return {
    offered,
    query,
    total: await countOlderDossiers(ctx.db, newest),
    counts: counts.map((count) => ({ ...count, unitName: unitName(count.unitId) })),
    rows,
    places: await readOlderPlaces(ctx.db, newest),
    choices: definition.nodes
      .filter(({ id }) => isStepNode(definition, id))
      .map(({ id, name }) => ({ value: id, text: name || id })),
    unitName,
  };
}

export type MigrationView = {
  readonly migration: Migration;
  readonly counts: { readonly open: number; readonly done: number; readonly failed: number };
  readonly items: readonly MigrationItem[];
};

/** One migration and how far it is. */
export async function migrationView(ctx: Context, slug: string, id: number): Promise<MigrationView> {
  await authorise(ctx, 'procedure.publish');
  const { newest } = await offeredNow(ctx, slug);
  const migration = await readMigration(ctx.db, id);
  if (migration === null || migration.procedureId !== newest.procedureId) {
    return refuse('missing', 'Không có lần chuyển này của quy trình.');
  }
  return {
    migration,
    counts: await countItems(ctx.db, id),
    items: await readItems(ctx.db, id, MOST_ITEMS),
  };
}
