import type { Database } from '#platform/database/pool.ts';
import type { Role } from '#foundation/access/roles.ts';

/** A step that somebody of a unit has in hand. */
export type HeldStep = {
  readonly number: string;
  readonly sequence: number;
  readonly position: number;
  readonly title: string;
  readonly applicantName: string;
  readonly stepName: string;
  readonly role: Role;
  readonly unitId: number;
  readonly dueAt: Date;
  readonly officerId: number;
};

/** Whoever has work of units in hand, with how much. */
export type Holder = { readonly officerId: number; readonly name: string; readonly steps: number };

export async function readHolders(db: Database, unitIds: readonly number[]): Promise<readonly Holder[]> {
  const rows = await db
    .selectFrom('dossierWork as w')
    .innerJoin('officers as o', 'o.id', 'w.officerId')
    .select((row) => ['o.id as officerId', 'o.fullName as name', row.fn.countAll<number>().as('steps')])
    .where('w.unitId', 'in', unitIds)
    .groupBy(['o.id', 'o.fullName'])
    .execute();
  return rows.map((row) => ({ ...row, steps: Number(row.steps) }));
}

/** What one of them has in hand, most urgent first. */
export async function readHeld(
  db: Database,
  unitIds: readonly number[],
  officerId: number,
): Promise<readonly HeldStep[]> {
  const rows = await db
    .selectFrom('dossierWork')
    .select(['number', 'sequence', 'stepPosition as position', 'title', 'applicantName', 'stepName', 'dueAt'])
    .select(['stepRole', 'unitId'])
    .where('unitId', 'in', unitIds)
    .where('officerId', '=', officerId)
    .where('stepPosition', '>=', 0)
    .orderBy('dueAt')
    .limit(500)
    .execute();
  // Roles in this table are those of steps, which come from our own list.
  return rows.map(({ stepRole, ...row }) => ({ ...row, role: stepRole as Role, officerId }));
}
