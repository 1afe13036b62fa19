import {
  insertProcessDraft,
  lockProcess,
  updateProcessPublished,
  updateProcessSequence,
} from '#capabilities/processes/versions/store.ts';
import { keepDefinition, publishedProcesses } from '#capabilities/processes/service.ts';
import { publishedVersions } from '#capabilities/procedures/service.ts';
import type { PublishedVersion } from '#capabilities/procedures/schema.ts';
import { type Context, inTransaction, readRevisions, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { raiseRevision } from '#platform/database/revision.ts';
import { CIVIL_STATUS } from './civil-status.ts';
import { LAND } from './land.ts';
import { OTHER_FIELDS } from './other-fields.ts';

/** Procedures whose law forks, waits or has several agencies work at once; the steps of all others are done in a row. */
export const STARTER_PROCESSES: readonly ProcessDefinition[] = [...CIVIL_STATUS, ...LAND, ...OTHER_FIELDS];

const DECISION = 'Quy trình khởi đầu, chưa ghi số quyết định phê duyệt';

/**
 * Puts the starter processes in force from the first day of their procedures. Does nothing when there is any process.
 * Needs the procedures first.
 */
export async function loadStarterProcesses(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const fresh = { ...tx, revisions: await readRevisions(tx.db) };
    if ((await publishedProcesses(fresh)).length > 0) return;
    const procedures = await publishedVersions(fresh);
    for (const definition of STARTER_PROCESSES) {
      const procedure = procedures.find(({ slug, number }) => slug === definition.id && number === 1);
      if (procedure) await publish(tx, procedure, definition);
    }
    await raiseRevision(tx.db, 'procedure_revisions');
  });
}

async function publish(
  tx: TransactionContext,
  { procedureId, validFrom }: PublishedVersion,
  definition: ProcessDefinition,
): Promise<void> {
  const after = await lockProcess(tx.db, procedureId);
  const content = { definition, diagram: null, sourceHash: null, sourceName: '', validFrom };
  const versionId = await insertProcessDraft(tx.db, { procedureId, number: 1, ...content });
  const definitionId = await keepDefinition(tx, definition);
  const facts = { definitionId, validFrom, validTo: null, decision: DECISION, decisionDate: null };
  await updateProcessPublished(tx.db, { id: versionId, ...facts, publishedAt: tx.now });
  const sequence = await record(tx, { name: 'process', id: procedureId, after }, [
    { kind: 'drafted', payload: { versionId, number: 1, ...content } },
    { kind: 'published', payload: { number: 1, ...facts } },
  ]);
  await updateProcessSequence(tx.db, procedureId, sequence);
}
