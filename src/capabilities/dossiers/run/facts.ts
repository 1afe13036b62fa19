/** What conditions of gateways may ask about a dossier, from its rows. */
import { factsOf, type Facts } from '#kernel/process/expressions/variables.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { versionById } from '#capabilities/procedures/service.ts';
import { variablesOf } from '#capabilities/processes/service.ts';
import type { Context } from '#foundation/context.ts';
import type { DossierState } from '../schema.ts';
import { readFacts } from './store.ts';

const NOTHING = { procedureVersionId: null } as const;
const NO_FORM = { content: { eform: [] } } as const;

/** The facts now, with what the officer chose; nothing is read for a process without conditions. */
export async function factsNow(
  ctx: Context,
  about: {
    readonly id: number;
    readonly state: Pick<DossierState, 'result'>;
    readonly definition: ProcessDefinition;
    readonly choices: readonly string[];
  },
): Promise<Facts> {
  const { id, state, definition, choices } = about;
  const asks = definition.flows.some(({ condition }) => condition !== null);
  const { procedureVersionId, ...rows } = asks ? await readFacts(ctx.db, id) : NOTHING;
  const { content } = procedureVersionId === null ? NO_FORM : await versionById(ctx, procedureVersionId);
  return factsOf(variablesOf(content), {
    ...rows,
    result: { outcome: state.result?.outcome ?? null },
    choice: choices[0] ?? null,
    choices,
  });
}
