import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import { together } from '#platform/database/together.ts';
import { activeStep } from './rules.ts';
import type { DossierResult, DossierState, DossierStep, Handover } from './schema.ts';

/** A dossier's identifier and its state as the rows have it. */
export type LoadedDossier = { readonly id: number; readonly state: DossierState };

/**
 * Loads a dossier by number with the units that take part in it; with `lock` its row stays locked until the transaction
 * ends. The rest is read after the lock is held: in one statement with it, what another transaction has just written to
 * the other tables would be missed.
 */
export async function loadDossier(
  db: Database,
  number: string,
  lock: 'lock' | 'read',
): Promise<(LoadedDossier & { readonly unitIds: readonly number[] }) | null> {
  const whole = sql<StoredDossier>`
    select d.id, d.number, d.receiving_unit_id, d.state as phase, d.sequence, d.received_at, d.received_by, d.due_at,
      d.finished_at, d.timeliness, d.returned_at,
      (select coalesce(json_agg(json_build_object('position', position, 'name', name, 'unitId', unit_id,
          'role', role, 'quotaMinutes', quota_minutes, 'state', state, 'custody', custody, 'officerId', officer_id,
          'sentBack', sent_back, 'startedAt', started_at, 'dueAt', due_at, 'finishedAt', finished_at,
          'usedMinutes', used_minutes) order by position), '[]')
        from dossier_steps where dossier_id = d.id) as steps,
      (select coalesce(json_agg(json_build_object('fromUnitId', from_unit_id, 'toUnitId', to_unit_id,
          'handedBy', handed_by, 'handedAt', handed_at, 'takenBy', taken_by, 'takenAt', taken_at,
          'timeliness', timeliness, 'note', note) order by id), '[]')
        from dossier_handovers where dossier_id = d.id) as handovers,
      (select json_build_object('outcome', outcome, 'title', title, 'documentNumber', document_number,
          'issuedOn', issued_on, 'reason', reason, 'enteredBy', entered_by, 'enteredAt', entered_at)
        from dossier_results where dossier_id = d.id) as result,
      (select coalesce(json_agg(unit_id), '[]') from dossier_units where dossier_id = d.id) as unit_ids
    from dossiers d where d.number = ${number}`;
  const { rows } = lock === 'read' ? await whole.execute(db) : await lockAndRead(db, number, whole);
  const [stored] = rows;
  if (!stored) return null;
  const { id, unitIds, steps, handovers, result, ...head } = stored;
  const parts = {
    steps: steps.map(stepOf),
    handovers: handovers.map(handoverOf),
    result: result && { ...result, enteredAt: new Date(result.enteredAt) },
  };
  return { id, state: { ...head, ...parts }, unitIds };
}

async function lockAndRead(db: Database, number: string, whole: RawBuilder<StoredDossier>) {
  const lock = sql`select from dossiers where number = ${number} for update`;
  const [, read] = await together(lock.execute(db), whole.execute(db));
  return read;
}

/** As JSON brings it: instants are text. */
type Stored<Row> = { readonly [Key in keyof Row]: StoredValue<Row[Key]> };
type StoredValue<Value> = Value extends Date ? string : Value;

type StoredDossier = Omit<DossierState, 'steps' | 'handovers' | 'result'> & {
  readonly id: number;
  readonly steps: readonly Stored<DossierStep>[];
  readonly handovers: readonly Stored<Handover>[];
  readonly result: Stored<DossierResult> | null;
  readonly unitIds: readonly number[];
};

function stepOf(step: Stored<DossierStep>): DossierStep {
  const { startedAt, dueAt, finishedAt, ...rest } = step;
  return {
    ...rest,
    startedAt: instantOf(startedAt),
    dueAt: instantOf(dueAt),
    finishedAt: instantOf(finishedAt),
  };
}

function handoverOf({ handedAt, takenAt, ...rest }: Stored<Handover>): Handover {
  return { ...rest, handedAt: new Date(handedAt), takenAt: instantOf(takenAt) };
}

function instantOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** Writes what changed between two states of one dossier. */
export async function saveState(db: Database, id: number, change: StateChange): Promise<void> {
  const { before, after } = change;
  const steps = after.steps.filter((step) => step !== before.steps[step.position]);
  await sql`
    with changed as (
      update dossier_steps s set state = c.state, custody = c.custody, officer_id = c."officerId",
        sent_back = c."sentBack", started_at = c."startedAt", due_at = c."dueAt", finished_at = c."finishedAt",
        used_minutes = c."usedMinutes"
      from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) c(position integer, state text, custody text,
        "officerId" bigint, "sentBack" boolean, "startedAt" timestamptz, "dueAt" timestamptz,
        "finishedAt" timestamptz, "usedMinutes" integer)
      where s.dossier_id = ${id} and s.position = c.position
    ), ${workChange(id, after)}
    update dossiers set state = ${after.phase}, sequence = ${after.sequence}, due_at = ${after.dueAt},
      finished_at = ${after.finishedAt}, timeliness = ${after.timeliness}, returned_at = ${after.returnedAt}
    where id = ${id}`.execute(db);
  await saveHandovers(db, id, change);
  if (after.result && after.result !== before.result) await saveResult(db, id, after.result);
}

/** The row of the work in hand follows the active step, and goes when the dossier has been returned. */
function workChange(id: number, after: DossierState) {
  const step = activeStep(after);
  if (!step) return sql`work as (delete from dossier_work where dossier_id = ${id})`;
  return sql`work as (
      update dossier_work set sequence = ${after.sequence}, due_at = ${after.dueAt}, phase = ${after.phase},
        timeliness = ${after.timeliness}, unit_id = ${step.unitId}, step_position = ${step.position},
        step_name = ${step.name}, step_role = ${step.role}, step_due_at = ${step.dueAt}, custody = ${step.custody},
        sent_back = ${step.sentBack}, officer_id = ${step.officerId}
      where dossier_id = ${id}
    )`;
}

export type StateChange = { readonly before: DossierState; readonly after: DossierState };

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
    readonly sealedIdNumber: string | null;
    readonly acknowledgement: 'signed' | 'fingerprint' | 'postal' | 'electronic';
    readonly returnedBy: number;
    readonly returnedAt: Date;
    readonly note: string;
  },
): Promise<void> {
  await db.insertInto('dossierReturns').values(row).execute();
}
