/** Running dossiers on an older version: seen, tried out, and the chosen ones taken over one by one. */
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { Refusal, refuse } from '#kernel/refusal.ts';
import { notify } from '#capabilities/notifications/service.ts';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, systemContext, type TransactionContext } from '#foundation/context.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import type { System } from '#platform/system.ts';
import { moveLoaded } from '../frame.ts';
import { adopted } from '../run/adopt.ts';
import { type LoadedDossier, loadDossier } from '../store.ts';
import { problemWords } from '../timers/rules.ts';
import { type Plan, planMigration, type Target } from './plan.ts';
import {
  type Migration,
  MIGRATION_TASK,
  type MigrationInput,
  type MigrationQuery,
  type OlderDossier,
  type Simulated,
} from './schema.ts';
import {
  insertItems,
  insertMigration,
  readMigration,
  readOpenItems,
  updateFinished,
  updateItem,
} from './store.ts';
import { calendarsFor, type Offered, offeredNow, targetFor } from './target.ts';

/** How a dossier would stand, or the sentence that says why it cannot be taken over. */
export async function simulate(
  ctx: Context,
  dossier: OlderDossier,
  { offered, query }: { readonly offered: Offered; readonly query: MigrationQuery },
): Promise<Simulated | string> {
  const loaded = await loadDossier(ctx.db, dossier.number, 'read');
  if (loaded === null) return 'Không tìm thấy hồ sơ.';
  const { mapping, followLimit } = query;
  try {
    const { state } = adopted(loaded.state, { definitionId: 0, now: ctx.now });
    const wish = { mapping, followLimit, reason: '' };
    const target = await targetFor(ctx, { id: loaded.id, state }, { offered, wish });
    const plan = planMigration(state, target, {
      now: ctx.now,
      calendar: await calendarsFor(ctx, state, target),
    });
    return simulatedOf(loaded.state.dueAt, plan);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

function simulatedOf(dueFrom: Date, { deed, skipped }: Plan): Simulated {
  const { dueAt, entered, steps } = deed.payload;
  return {
    dueFrom,
    dueTo: new Date(dueAt),
    steps: entered.map((step) => ({
      name: steps[step.position]?.name ?? '',
      dueAt: new Date(step.dueAt),
    })),
    skipped,
  };
}

/** Begins to take the chosen dossiers over; the others finish on what they began with. Answers its number. */
export async function beginMigration(ctx: Context, slug: string, input: MigrationInput): Promise<number> {
  await authorise(ctx, 'procedure.publish');
  const { newest } = await offeredNow(ctx, slug);
  return inTransaction(ctx, async (tx) => {
    const id = await insertMigration(tx.db, {
      procedureId: newest.procedureId,
      definitionId: newest.definitionId,
      limitVersionId: input.followLimit ? newest.versionId : null,
      mapping: input.mapping,
      reason: input.reason,
      begunBy: requireActor(tx).officerId,
      begunAt: tx.now,
    });
    const chosen = await insertItems(tx.db, id, { newest, ids: input.all ? null : input.ids });
    if (chosen === 0) {
      refuse(
        'conflict',
        'Các hồ sơ đã chọn không còn ở phiên bản cũ. Hãy tải lại trang để xem danh sách mới.',
      );
    }
    await queueJob(tx.db, { task: MIGRATION_TASK, payload: { id } });
    return id;
  });
}

/** Dossiers read at a time. */
const BATCH = 200;

/** Takes over what is left of a migration; cut off, it goes on with the next dossier. */
export async function carryOutMigration(system: System, requestId: string, id: number): Promise<void> {
  for (;;) {
    const ctx = await systemContext(system, requestId);
    const migration = await readMigration(ctx.db, id);
    if (migration === null || migration.finishedAt !== null) return;
    const open = await readOpenItems(ctx.db, id, BATCH);
    for (const { id: dossierId, number } of open) await takeOver(ctx, migration, { dossierId, number });
    if (open.length === 0) return updateFinished(ctx.db, id, ctx.now);
  }
}

type Item = { readonly dossierId: number; readonly number: string };

async function takeOver(ctx: Context, migration: Migration, { dossierId, number }: Item): Promise<void> {
  const item = { migrationId: migration.id, dossierId };
  try {
    await inTransaction(ctx, async (tx) => {
      const loaded = await loadDossier(tx.db, number, 'lock');
      if (loaded === null) refuse('missing', 'Không tìm thấy hồ sơ.');
      const dueTo = await moveOver(tx, migration, loaded);
      await updateItem(tx.db, item, { doneAt: tx.now, dueTo });
    });
  } catch (error) {
    // One that has no place in the new version keeps no other from it; the page says which and why.
    await updateItem(ctx.db, item, { problem: problemWords(error) });
  }
}

async function moveOver(tx: TransactionContext, migration: Migration, loaded: LoadedDossier): Promise<Date> {
  const offered = await offeredNow(tx, migration.procedureId);
  if (offered.process.id !== migration.definitionId) {
    refuse('conflict', 'Quy trình vừa có phiên bản khác. Hãy chọn lại hồ sơ để chuyển sang phiên bản đó.');
  }
  const { mapping, reason } = migration;
  const wish = { mapping, reason, followLimit: migration.limitVersionId !== null };
  const after = await moveLoaded(tx, loaded, {
    choices: [],
    decide: async ({ id, state }) => {
      const target: Target = await targetFor(tx, { id, state }, { offered, wish });
      const calendar = await calendarsFor(tx, state, target);
      return { deeds: [planMigration(state, target, { now: tx.now, calendar }).deed], acts: [] };
    },
  });
  if (after.dueAt.getTime() !== loaded.state.dueAt.getTime()) {
    await notify(tx, {
      template: 'migrated',
      dossier: { id: loaded.id, number: after.number },
      to: 'applicant',
      facts: { processName: offered.version.content.shortName, newDue: formatDateTime(after.dueAt) },
      once: `migrated ${migration.id} ${loaded.id}`,
    });
  }
  return after.dueAt;
}
