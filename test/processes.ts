import { exportBpmn } from '#kernel/bpmn/export.ts';
import { layoutDiagram } from '#kernel/bpmn/layout.ts';
import type { ProcessDefinition, UnitRole } from '#kernel/process/schema.ts';
import { keepDefinition } from '#capabilities/processes/service.ts';
import { processView } from '#capabilities/processes/view/service.ts';
import { type Context, systemContext } from '#foundation/context.ts';
import { raiseRevision } from '#platform/database/revision.ts';
import type { System } from '#platform/system.ts';
import type { TestSystem } from './database.ts';

/** The counter that received, and the civil-status official of the same commune. */
export const COUNTER: UnitRole = { scope: 'reception', function: null, role: 'one-stop' };
export const OFFICIAL: UnitRole = { scope: 'reception', function: null, role: 'specialist' };

/** Puts a process in force for a procedure as if it had been published, from a day on, in place of the one before. */
export async function publishFor(
  system: System & Pick<TestSystem, 'superuser'>,
  slug: string,
  { definition, from }: { readonly definition: ProcessDefinition; readonly from: string },
): Promise<number> {
  const ctx = await systemContext(system, 'publish');
  const definitionId = await keepDefinition(ctx, definition);
  const { rows } = await system.superuser.query<{ id: string }>('select id from procedures where slug = $1', [
    slug,
  ]);
  const id = Number(rows[0]?.id);
  const { superuser } = system;
  await superuser.query('insert into processes (procedure_id) values ($1) on conflict do nothing', [id]);
  await superuser.query(
    `update process_versions set valid_to = $2 where procedure_id = $1 and state = 'published' and valid_to is null`,
    [id, from],
  );
  await superuser.query(
    `insert into process_versions (procedure_id, number, state, valid_from, definition, definition_id)
      select $1, coalesce(max(number), 0) + 1, 'published', $2, $3, $4 from process_versions where procedure_id = $1`,
    [id, from, JSON.stringify(definition), definitionId],
  );
  await raiseRevision(system.db, 'procedure_revisions');
  return definitionId;
}

/** The process of a procedure as a drawing program would send it. */
export async function drawnProcess(ctx: Context, slug: string): Promise<string> {
  const { definition } = await processView(ctx, slug);
  return exportBpmn(definition, layoutDiagram(definition));
}
