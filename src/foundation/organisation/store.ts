import type { Database } from '#platform/database/pool.ts';
import type { UnitSuccession, UnitVersion } from './schema.ts';

/** A version as the projection writes it. */
export type VersionRow = Omit<UnitVersion, 'id' | 'code' | 'address' | 'phone'>;

/** Every version of every unit, oldest first. A few hundred rows even for a province's communes. */
export async function readUnitVersions(db: Database): Promise<readonly UnitVersion[]> {
  const rows = await db
    .selectFrom('unitVersions as v')
    .innerJoin('units as u', 'u.id', 'v.unitId')
    .selectAll('v')
    .select(['u.code', 'u.address', 'u.phone'])
    .orderBy('v.validFrom')
    .orderBy('v.name')
    .execute();
  // Kinds, levels and functions are texts to the database; the acts that wrote them were parsed against the lists.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return rows as readonly UnitVersion[];
}

export async function readSuccessions(db: Database): Promise<readonly UnitSuccession[]> {
  return db
    .selectFrom('unitSuccessions')
    .select(['predecessorId', 'successorId', 'actId', 'effectiveOn'])
    .orderBy('effectiveOn')
    .execute();
}

export async function readUnitIds(db: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('units').select(['id', 'code']).execute();
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/** Gives new units an identity; known ones keep theirs. */
export async function insertUnits(db: Database, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  await db
    .insertInto('units')
    .values(codes.map((code) => ({ code })))
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
}

/** Makes the stored versions equal to these. Periods are shortened before others begin, for the exclusion constraint. */
export async function saveVersions(db: Database, wanted: readonly VersionRow[]): Promise<void> {
  const stored = new Map((await readUnitVersions(db)).map((version) => [keyOf(version), version]));
  const wantedKeys = new Set(wanted.map(keyOf));
  const gone = [...stored.values()].filter((version) => !wantedKeys.has(keyOf(version)));
  if (gone.length > 0) {
    await db
      .deleteFrom('unitVersions')
      .where(
        'id',
        'in',
        gone.map(({ id }) => id),
      )
      .execute();
  }
  for (const row of wanted) {
    const version = stored.get(keyOf(row));
    if (version && !isSame(version, row)) {
      await db.updateTable('unitVersions').set(valuesOf(row)).where('id', '=', version.id).execute();
    }
  }
  const added = wanted.filter((row) => !stored.has(keyOf(row)));
  if (added.length > 0) await db.insertInto('unitVersions').values(added.map(valuesOf)).execute();
}

/** Makes the stored successions equal to these. */
export async function saveSuccessions(db: Database, wanted: readonly UnitSuccession[]): Promise<void> {
  await db.deleteFrom('unitSuccessions').execute();
  if (wanted.length > 0) await db.insertInto('unitSuccessions').values(wanted).execute();
}

function keyOf(row: Pick<VersionRow, 'unitId' | 'validFrom'>): string {
  return `${row.unitId} ${row.validFrom}`;
}

function isSame(version: UnitVersion, row: VersionRow): boolean {
  return JSON.stringify(Object.entries(valuesOf(version))) === JSON.stringify(Object.entries(valuesOf(row)));
}

function valuesOf(row: VersionRow) {
  return {
    unitId: row.unitId,
    validFrom: row.validFrom,
    validTo: row.validTo,
    name: row.name,
    shortName: row.shortName,
    kind: row.kind,
    level: row.level,
    parentId: row.parentId,
    functions: [...row.functions],
    administrativeCode: row.administrativeCode,
    agencyId: row.agencyId,
    agencyIdNew: row.agencyIdNew,
    actId: row.actId,
  };
}
