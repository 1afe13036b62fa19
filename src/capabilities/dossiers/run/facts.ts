/** What conditions of gateways may ask about a dossier, from its rows. */
import { factsOf, type Facts } from '#kernel/process/expressions/variables.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { COMMON_VARIABLES } from '#capabilities/processes/schema.ts';
import type { Database } from '#platform/database/pool.ts';
import type { DossierState } from '../schema.ts';
import { readFacts } from './store.ts';

/** The facts now, with what the officer chose; nothing is read for a process without conditions. */
export async function factsNow(
  db: Database,
  about: {
    readonly id: number;
    readonly state: Pick<DossierState, 'result'>;
    readonly definition: ProcessDefinition;
    readonly choices: readonly string[];
  },
): Promise<Facts> {
  const { id, state, definition, choices } = about;
  const asks = definition.flows.some(({ condition }) => condition !== null);
  const rows = asks ? await readFacts(db, id) : {};
  return factsOf(COMMON_VARIABLES, {
    ...rows,
    result: { outcome: state.result?.outcome ?? null },
    choice: choices[0] ?? null,
    choices,
  });
}
