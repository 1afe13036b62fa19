import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import { together } from '#platform/database/together.ts';
import { pausedForOf, type WorkRow, workInHand } from './rules.ts';
import type {
  Closing,
  DossierResult,
  DossierState,
  DossierStep,
  DossierTimer,
  Handover,
  Pause,
  Run,
} from './schema.ts';

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
    select d.id, d.number, d.parent_id, d.receiving_unit_id, d.state as phase, d.sequence, d.received_at, d.received_by, d.due_at,
      d.finished_at, d.timeliness, d.returned_at, d.closed_how, d.closed_at, d.withdrawal_asked_at, d.reappointed_at,
      (select coalesce(json_agg(json_build_object('position', position, 'node', node, 'name', name, 'unitId', unit_id,
          'role', role, 'quotaMinutes', quota_minutes, 'state', state, 'custody', custody, 'officerId', officer_id,
          'sentBack', sent_back, 'startedAt', started_at, 'dueAt', due_at, 'finishedAt', finished_at,
          'usedMinutes', used_minutes) order by position), '[]')
        from dossier_steps where dossier_id = d.id) as steps,
      (select coalesce(json_agg(json_build_object('fromUnitId', from_unit_id, 'toUnitId', to_unit_id,
          'handedBy', handed_by, 'handedAt', handed_at, 'takenBy', taken_by, 'takenAt', taken_at,
          'timeliness', timeliness, 'note', note, 'endedHow', ended_how, 'papers', papers) order by id), '[]')
        from dossier_handovers where dossier_id = d.id) as handovers,
      (select json_build_object('outcome', outcome, 'title', title, 'documentNumber', document_number,
          'issuedOn', issued_on, 'reason', reason, 'enteredBy', entered_by, 'enteredAt', entered_at)
        from dossier_results where dossier_id = d.id) as result,
      (select json_build_object('definitionId', r.definition_id, 'instance', r.instance, 'definition', p.definition)
        from dossier_runs r join process_definitions p on p.id = r.definition_id where r.dossier_id = d.id) as run,
      (select coalesce(json_agg(json_build_object('token', token, 'node', node, 'dueAt', due_at) order by token, node), '[]')
        from dossier_timers where dossier_id = d.id) as timers,
      (select coalesce(json_agg(json_build_object('reason', reason, 'from', from_at, 'to', to_at, 'until', until_on) order by position), '[]')
        from dossier_pauses where dossier_id = d.id) as pauses,
      (select coalesce(json_agg(unit_id), '[]') from dossier_units where dossier_id = d.id) as unit_ids
    from dossiers d where d.number = ${number}`;
  const { rows } = lock === 'read' ? await whole.execute(db) : await lockAndRead(db, number, whole);
  const [stored] = rows;
  if (!stored) return null;
  const { id, unitIds, steps, handovers, result, timers, pauses, closedHow, closedAt, ...head } = stored;
  const parts = {
    steps: steps.map(stepOf),
    handovers: handovers.map(handoverOf),
    result: result && { ...result, enteredAt: new Date(result.enteredAt) },
    timers: timers.map(({ dueAt, ...timer }) => ({ ...timer, dueAt: new Date(dueAt) })),
    pauses: pauses.map(({ from, to, ...pause }) => ({ ...pause, from: new Date(from), to: instantOf(to) })),
    closed: closedHow && closedAt && { how: closedHow, at: closedAt },
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

type StoredDossier = Omit<
  DossierState,
  'steps' | 'handovers' | 'result' | 'run' | 'timers' | 'pauses' | 'closed'
> & {
  readonly id: number;
  readonly run: Run | null;
  readonly timers: readonly Stored<DossierTimer>[];
  readonly pauses: readonly Stored<Pause>[];
  readonly closedHow: Closing['how'] | null;
  readonly closedAt: Date | null;
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
    with ${stepChange(id, change, steps)}, ${workChange(id, change)}
    update dossiers set state = ${after.phase}, sequence = ${after.sequence}, due_at = ${after.dueAt},
      finished_at = ${after.finishedAt}, timeliness = ${after.timeliness}, returned_at = ${after.returnedAt},
      paused_for = ${pausedForOf(after)}, closed_how = ${after.closed?.how ?? null}, closed_at = ${after.closed?.at ?? null},
      withdrawal_asked_at = ${after.withdrawalAskedAt}, reappointed_at = ${after.reappointedAt}
    where id = ${id}`.execute(db);
  await saveHandovers(db, id, change);
  await saveRun(db, id, change);
  if (after.result && after.result !== before.result) await saveResult(db, id, after.result);
}

/** Steps that changed; under another version of the process the whole list is another. */
function stepChange(id: number, { before, after }: StateChange, steps: readonly DossierStep[]) {
  const planned =
    before.run?.definitionId === after.run?.definitionId && before.steps.length === after.steps.length;
  const rows = sql`jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) c(position integer, node text, name text,
      "unitId" bigint, role text, "quotaMinutes" integer, state text, custody text, "officerId" bigint,
      "sentBack" boolean, "startedAt" timestamptz, "dueAt" timestamptz, "finishedAt" timestamptz, "usedMinutes" integer)`;
  if (planned) {
    return sql`changed as (
      update dossier_steps s set state = c.state, custody = c.custody, officer_id = c."officerId",
        sent_back = c."sentBack", started_at = c."startedAt", due_at = c."dueAt", finished_at = c."finishedAt",
        used_minutes = c."usedMinutes"
      from ${rows}
      where s.dossier_id = ${id} and s.position = c.position
    )`;
  }
  return sql`gone as (delete from dossier_steps where dossier_id = ${id} and position >= ${after.steps.length}),
    changed as (
      insert into dossier_steps (dossier_id, position, node, name, unit_id, role, quota_minutes, state, custody,
        officer_id, sent_back, started_at, due_at, finished_at, used_minutes)
      select ${id}::bigint, c.position, c.node, c.name, c."unitId", c.role, c."quotaMinutes", c.state, c.custody,
        c."officerId", c."sentBack", c."startedAt", c."dueAt", c."finishedAt", c."usedMinutes" from ${rows}
      on conflict (dossier_id, position) do update set node = excluded.node, name = excluded.name,
        unit_id = excluded.unit_id, role = excluded.role, quota_minutes = excluded.quota_minutes, state = excluded.state,
        custody = excluded.custody, officer_id = excluded.officer_id, sent_back = excluded.sent_back,
        started_at = excluded.started_at, due_at = excluded.due_at, finished_at = excluded.finished_at,
        used_minutes = excluded.used_minutes
    ), taking_part as (
      insert into dossier_units (unit_id, received_at, dossier_id)
      select distinct c."unitId", ${after.receivedAt}::timestamptz, ${id}::bigint from ${rows}
      on conflict do nothing
    )`;
}

/** The rows of the work in hand follow what is worked on, and go when the dossier has ended. */
function workChange(id: number, { before, after }: StateChange) {
  const [was, ...others] = workInHand(before);
  const [row, ...more] = workInHand(after);
  if (row && was && others.length === 0 && more.length === 0) {
    return sql`work as (
      update dossier_work set sequence = ${row.sequence}, due_at = ${row.dueAt}, phase = ${row.phase},
        timeliness = ${row.timeliness}, unit_id = ${row.unitId}, step_position = ${row.stepPosition},
        step_name = ${row.stepName}, step_role = ${row.stepRole}, step_due_at = ${row.stepDueAt}, custody = ${row.custody},
        sent_back = ${row.sentBack}, officer_id = ${row.officerId}, paused_for = ${row.pausedFor}
      where dossier_id = ${id}
    )`;
  }
  const rows = row ? [row, ...more] : [];
  const kept = rows.map(({ stepPosition }) => stepPosition);
  return sql`idle as (
      delete from dossier_work where dossier_id = ${id} and step_position <> all(${kept}::int[])
    ), work as (${workRows(id, rows)})`;
}

/** Rows of the boxes, written or brought up to date. */
function workRows(id: number, rows: readonly WorkRow[]) {
  return sql`
    insert into dossier_work (dossier_id, number, sequence, title, domain, applicant_name, receiving_unit_id, received_at,
      due_at, phase, timeliness, unit_id, step_position, step_name, step_role, step_due_at, custody, sent_back, officer_id,
      paused_for, linked)
    select d.id, w.number, w.sequence, d.title, d.domain, d.applicant_name, w."receivingUnitId", w."receivedAt", w."dueAt",
      w.phase, w.timeliness, w."unitId", w."stepPosition", w."stepName", w."stepRole", w."stepDueAt", w.custody,
      w."sentBack", w."officerId", w."pausedFor", w.linked
    from dossiers d, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) w(number text, sequence integer,
      "receivingUnitId" bigint, "receivedAt" timestamptz, "dueAt" timestamptz, phase text, timeliness text,
      "unitId" bigint, "stepPosition" integer, "stepName" text, "stepRole" text, "stepDueAt" timestamptz, custody text,
      "sentBack" boolean, "officerId" bigint, "pausedFor" text, linked boolean)
    where d.id = ${id}
    on conflict (dossier_id, step_position) do update set sequence = excluded.sequence, due_at = excluded.due_at,
      phase = excluded.phase, timeliness = excluded.timeliness, unit_id = excluded.unit_id,
      step_name = excluded.step_name, step_role = excluded.step_role, step_due_at = excluded.step_due_at,
      custody = excluded.custody, sent_back = excluded.sent_back, officer_id = excluded.officer_id,
      paused_for = excluded.paused_for`;
}

/** Tokens, timers and pauses, where they changed. */
async function saveRun(db: Database, dossierId: number, { before, after }: StateChange): Promise<void> {
  if (after.run !== null && after.run !== before.run) {
    const { definitionId, instance } = after.run;
    await sql`
      insert into dossier_runs (dossier_id, definition_id, instance)
      values (${dossierId}, ${definitionId}, ${JSON.stringify(instance)}::jsonb)
      on conflict (dossier_id) do update set definition_id = excluded.definition_id, instance = excluded.instance`.execute(
      db,
    );
  }
  if (after.timers.length > 0 || before.timers.length > 0) await saveTimers(db, dossierId, after.timers);
  if (after.pauses !== before.pauses) await savePauses(db, dossierId, after.pauses);
}

async function saveTimers(db: Database, dossierId: number, timers: DossierState['timers']): Promise<void> {
  await db.deleteFrom('dossierTimers').where('dossierId', '=', dossierId).execute();
  if (timers.length === 0) return;
  await db
    .insertInto('dossierTimers')
    .values(timers.map((timer) => ({ ...timer, dossierId })))
    .execute();
}

async function savePauses(db: Database, dossierId: number, pauses: readonly Pause[]): Promise<void> {
  if (pauses.length === 0) return;
  await db
    .insertInto('dossierPauses')
    .values(
      pauses.map(({ reason, from, to, until }, position) => ({
        dossierId,
        position,
        reason,
        fromAt: from,
        toAt: to,
        untilOn: until,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['dossierId', 'position']).doUpdateSet((row) => ({ toAt: row.ref('excluded.toAt') })),
    )
    .execute();
}

export type StateChange = { readonly before: DossierState; readonly after: DossierState };

async function saveHandovers(db: Database, dossierId: number, { before, after }: StateChange): Promise<void> {
  const added = after.handovers.slice(before.handovers.length);
  if (added.length > 0) {
    await db
      .insertInto('dossierHandovers')
      .values(added.map((row) => ({ ...row, dossierId, papers: row.papers && JSON.stringify(row.papers) })))
      .execute();
  }
  // Only the one under way ever changes, and it is the last that was there.
  const index = before.handovers.length - 1;
  const last = after.handovers[index];
  if (last && last !== before.handovers[index]) {
    const { takenBy, takenAt, endedHow, papers } = last;
    await db
      .updateTable('dossierHandovers')
      .set({ takenBy, takenAt, endedHow, papers: papers && JSON.stringify(papers) })
      .where('dossierId', '=', dossierId)
      .where('takenAt', 'is', null)
      .where('endedHow', 'is', null)
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
    /** Null when the person took it online. */
    readonly returnedBy: number | null;
    readonly returnedAt: Date;
    readonly note: string;
  },
): Promise<void> {
  await db.insertInto('dossierReturns').values(row).execute();
}
