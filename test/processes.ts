import { exportBpmn } from '#kernel/bpmn/export.ts';
import { layoutDiagram } from '#kernel/bpmn/layout.ts';
import type { ProcessDefinition, UnitRole } from '#kernel/process/schema.ts';
import { changeProcess } from '#capabilities/processes/change.ts';
import { keepDefinition } from '#capabilities/processes/service.ts';
import {
  insertProcessDraft,
  lastProcessNumber,
  readPublishedProcesses,
  updateProcessEnd,
  updateProcessPublished,
} from '#capabilities/processes/versions/store.ts';
import { processView } from '#capabilities/processes/view/service.ts';
import { type Context, systemContext } from '#foundation/context.ts';
import type { System } from '#platform/system.ts';
import type { TestSystem } from './database.ts';

/** The counter that received, and the civil-status official of the same commune. */
export const COUNTER: UnitRole = { scope: 'reception', function: null, role: 'one-stop' };
export const OFFICIAL: UnitRole = { scope: 'reception', function: null, role: 'specialist' };

/** Puts a process in force for a procedure as publishing does, unchecked, from a day on, in place of the one before. */
export async function publishFor(
  system: System & Pick<TestSystem, 'superuser'>,
  slug: string,
  { definition, from }: { readonly definition: ProcessDefinition; readonly from: string },
): Promise<number> {
  const ctx = await systemContext(system, 'test');
  const { rows } = await system.superuser.query<{ id: string }>('select id from procedures where slug = $1', [
    slug,
  ]);
  const procedureId = Number(rows[0]?.id);
  return changeProcess(ctx, procedureId, async (tx) => {
    const before = (await readPublishedProcesses(tx.db)).find(
      (version) => version.procedureId === procedureId && version.validTo === null,
    );
    if (before) await updateProcessEnd(tx.db, before.id, from);
    const ended = before ? [{ kind: 'closed', payload: { number: before.number, validTo: from } }] : [];
    const number = (await lastProcessNumber(tx.db, procedureId)) + 1;
    const content = { definition, diagram: null, sourceHash: null, sourceName: '', validFrom: from };
    const versionId = await insertProcessDraft(tx.db, { procedureId, number, ...content });
    const definitionId = await keepDefinition(tx, definition);
    const facts = { definitionId, validFrom: from, validTo: null, decision: '', decisionDate: null };
    await updateProcessPublished(tx.db, { id: versionId, ...facts, publishedAt: tx.now });
    return {
      deeds: [
        ...ended,
        { kind: 'drafted', payload: { versionId, number, ...content } },
        { kind: 'published', payload: { number, ...facts } },
      ],
      visible: true,
      result: definitionId,
    };
  });
}

/** The process of a procedure as a drawing program would send it. */
export async function drawnProcess(ctx: Context, slug: string): Promise<string> {
  const { definition } = await processView(ctx, slug);
  return exportBpmn(definition, layoutDiagram(definition));
}
