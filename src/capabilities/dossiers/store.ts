import type { Database } from '#platform/database/pool.ts';
import type { Role } from '#foundation/access/roles.ts';
import type { DossierState, DossierStep, Handover } from './schema.ts';

/** A dossier's identifier and its state as the rows have it. */
export type LoadedDossier = { readonly id: number; readonly state: DossierState };

const STEP_COLUMNS = [
  'position',
  'name',
  'unitId',
  'role',
  'quotaMinutes',
  'state',
  'custody',
  'officerId',
  'sentBack',
  'startedAt',
  'dueAt',
  'finishedAt',
  'usedMinutes',
] as const;

const HANDOVER_COLUMNS = [
  'fromUnitId',
  'toUnitId',
  'handedBy',
  'handedAt',
  'takenBy',
  'takenAt',
  'timeliness',
  'note',
] as const;

/** Loads a dossier by number; with `lock` its row stays locked until the transaction ends. */
export async function loadDossier(
  db: Database,
  number: string,
  lock: 'lock' | 'read',
): Promise<LoadedDossier | null> {
  const row = await db
    .selectFrom('dossiers')
    .select(['id', 'number', 'receivingUnitId', 'state as phase', 'sequence', 'receivedAt', 'receivedBy'])
    .select(['dueAt', 'finishedAt', 'timeliness', 'returnedAt'])
    .where('number', '=', number)
    .$if(lock === 'lock', (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) return null;
  const { id, ...head } = row;
  const [steps, handovers, result] = [
    await loadSteps(db, id),
    await loadHandovers(db, id),
    await loadResult(db, id),
  ];
  return { id, state: { ...head, steps, handovers, result } };
}

async function loadSteps(db: Database, dossierId: number): Promise<readonly DossierStep[]> {
  const rows = await db
    .selectFrom('dossierSteps')
    .select(STEP_COLUMNS)
    .where('dossierId', '=', dossierId)
    .orderBy('position')
    .execute();
  // Roles in this column come from procedure versions, whose publishing checks them.
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

async function loadHandovers(db: Database, dossierId: number): Promise<readonly Handover[]> {
  return db
    .selectFrom('dossierHandovers')
    .select(HANDOVER_COLUMNS)
    .where('dossierId', '=', dossierId)
    .orderBy('id')
    .execute();
}

async function loadResult(db: Database, dossierId: number) {
  const row = await db
    .selectFrom('dossierResults')
    .select(['outcome', 'title', 'documentNumber', 'issuedOn', 'reason', 'enteredBy', 'enteredAt'])
    .where('dossierId', '=', dossierId)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes what changed between two states of one dossier. */
export async function saveState(db: Database, id: number, change: StateChange): Promise<void> {
  const { before, after } = change;
  await db
    .updateTable('dossiers')
    .set({
      state: after.phase,
      sequence: after.sequence,
      dueAt: after.dueAt,
      finishedAt: after.finishedAt,
      timeliness: after.timeliness,
      returnedAt: after.returnedAt,
    })
    .where('id', '=', id)
    .execute();
  for (const step of after.steps) {
    if (step !== before.steps[step.position]) await saveStep(db, id, step);
  }
  await saveHandovers(db, id, change);
  if (after.result && after.result !== before.result) await saveResult(db, id, after.result);
}

export type StateChange = { readonly before: DossierState; readonly after: DossierState };

async function saveStep(db: Database, dossierId: number, step: DossierStep): Promise<void> {
  const { state, custody, officerId, sentBack, startedAt, dueAt, finishedAt, usedMinutes } = step;
  await db
    .updateTable('dossierSteps')
    .set({ state, custody, officerId, sentBack, startedAt, dueAt, finishedAt, usedMinutes })
    .where('dossierId', '=', dossierId)
    .where('position', '=', step.position)
    .execute();
}

async function saveHandovers(db: Database, dossierId: number, { before, after }: StateChange): Promise<void> {
  const added = after.handovers.slice(before.handovers.length);
  if (added.length > 0) {
    await db
      .insertInto('dossierHandovers')
      .values(added.map((row) => ({ ...row, dossierId })))
      .execute();
  }
  const last = after.handovers[before.handovers.length - 1];
  if (last?.takenAt && !before.handovers.at(-1)?.takenAt) {
    await db
      .updateTable('dossierHandovers')
      .set({ takenBy: last.takenBy, takenAt: last.takenAt })
      .where('dossierId', '=', dossierId)
      .where('takenAt', 'is', null)
      .execute();
  }
}

async function saveResult(
  db: Database,
  dossierId: number,
  result: NonNullable<DossierState['result']>,
): Promise<void> {
  await db
    .insertInto('dossierResults')
    .values({ dossierId, ...result })
    .onConflict((conflict) => conflict.column('dossierId').doUpdateSet({ ...result }))
    .execute();
}

/** Who received the result and how they acknowledged it. */
export async function insertReturn(
  db: Database,
  row: {
    readonly dossierId: number;
    readonly recipient: string;
    readonly relation: string;
    readonly idNumber: string;
    readonly acknowledgement: 'signed' | 'fingerprint' | 'postal' | 'electronic';
    readonly returnedBy: number;
    readonly returnedAt: Date;
    readonly note: string;
  },
): Promise<void> {
  await db.insertInto('dossierReturns').values(row).execute();
}

/** Whether any of the units takes part in the dossier; `null` stands for all units. */
export async function isDossierOfUnits(
  db: Database,
  dossierId: number,
  unitIds: readonly number[],
): Promise<boolean> {
  const row = await db
    .selectFrom('dossierUnits')
    .select('unitId')
    .where('dossierId', '=', dossierId)
    .where('unitId', 'in', unitIds.length > 0 ? unitIds : [0])
    .executeTakeFirst();
  return row !== undefined;
}
