import { raiseRevision } from '#platform/database/revision.ts';
import type { Context } from '#foundation/context.ts';
import {
  insertUnits,
  readSuccessions,
  readUnitIds,
  readUnitVersions,
  saveSuccessions,
  saveVersions,
  type VersionRow,
} from '../store.ts';
import type { Act, Organisation } from './schema.ts';

/** Rows of a projection that the acts in force call for. */
export type ProjectionRows = {
  readonly versions: readonly VersionRow[];
  readonly successions: readonly {
    readonly predecessorId: number;
    readonly successorId: number;
    readonly actId: number;
    readonly effectiveOn: string;
  }[];
};

/**
 * Writes what the acts in force make of the organisation and starts a new revision. Only rows that differ are touched;
 * a unit keeps its identity for ever, also when an act that created it is withdrawn.
 */
export async function saveOrganisation(
  ctx: Context,
  organisation: Organisation,
  acts: readonly Act[],
): Promise<void> {
  await insertUnits(ctx.db, [...new Set(organisation.periods.map((period) => period.code))]);
  const rows = rowsOf(organisation, await readUnitIds(ctx.db), acts);
  await saveVersions(ctx.db, rows.versions);
  await saveSuccessions(ctx.db, rows.successions);
  await raiseRevision(ctx.db, 'organisation_revisions');
}

/** Whether the stored organisation is exactly what the acts in force make of it. */
export async function isProjectionExact(
  ctx: Context,
  organisation: Organisation,
  acts: readonly Act[],
): Promise<boolean> {
  const wanted = rowsOf(organisation, await readUnitIds(ctx.db), acts);
  const stored = (await readUnitVersions(ctx.db)).map(
    ({ id: _id, code: _code, address: _address, phone: _phone, ...row }) => row,
  );
  return (
    fingerprint(stored) === fingerprint(wanted.versions) &&
    fingerprint(await readSuccessions(ctx.db)) === fingerprint(wanted.successions)
  );
}

function rowsOf(
  organisation: Organisation,
  unitIds: ReadonlyMap<string, number>,
  acts: readonly Act[],
): ProjectionRows {
  const actIds = new Map(acts.map((act) => [act.code, act.id]));
  const versions = organisation.periods.map(({ code, parent, act, ...rest }) => ({
    ...rest,
    unitId: idOf(unitIds, code),
    parentId: parent === null ? null : idOf(unitIds, parent),
    actId: idOf(actIds, act),
  }));
  const successions = organisation.successions.map(({ predecessor, successor, act, effectiveOn }) => ({
    predecessorId: idOf(unitIds, predecessor),
    successorId: idOf(unitIds, successor),
    actId: idOf(actIds, act),
    effectiveOn,
  }));
  return { versions, successions };
}

function idOf(ids: ReadonlyMap<string, number>, code: string): number {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`No identifier for ${code}`);
  return id;
}

function fingerprint(rows: readonly object[]): string {
  return rows
    .map((row) => JSON.stringify(row, Object.keys(row).toSorted()))
    .toSorted()
    .join('\n');
}
