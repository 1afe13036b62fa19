import type { Database } from '#platform/database/pool.ts';
import type { UnitVersion } from './schema.ts';

/** Every version of every unit, oldest first. A few hundred rows even for a province's communes. */
export async function readUnitVersions(db: Database): Promise<readonly UnitVersion[]> {
  return db
    .selectFrom('unitVersions as v')
    .innerJoin('units as u', 'u.id', 'v.unitId')
    .selectAll('v')
    .select('u.code')
    .orderBy('v.validFrom')
    .orderBy('v.name')
    .execute();
}
