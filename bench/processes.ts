/** Processes for measuring, put in force for a procedure that every commune does alone. */
import { boundary, end, parallel, processOf, start, task } from '#kernel/process/process.fixture.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { receive } from '#capabilities/dossiers/intake/service.ts';
import type { DossierState } from '#capabilities/dossiers/schema.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { publishedProcesses } from '#capabilities/processes/service.ts';
import { systemContext } from '#foundation/context.ts';
import { COUNTER, OFFICIAL, publishFor } from '#test/processes.ts';
import { newReception, ownProcedures } from './seed/templates.ts';
import { countersOf } from './staff.ts';
import type { World } from './world.ts';

const at = (id: string, unitRole = OFFICIAL) => ({ ...task(id), unitRole });

export const STRAIGHT = processOf(
  [start(), at('a', COUNTER), at('b'), at('give', COUNTER), end()],
  'start > a > b > give > end',
);
export const FORKED = processOf(
  [start(), at('a', COUNTER), parallel('p'), at('b'), at('c'), parallel('q'), at('give', COUNTER), end()],
  'start > a > p > b > q > give > end',
  'p > c > q',
);
export const TIMED = processOf(
  [start(), at('a', COUNTER), boundary('late', 'a'), at('b'), at('give', COUNTER), end()],
  'start > a > b > give > end',
  'late > b',
);

export type Beginning = {
  readonly counter: Awaited<ReturnType<typeof countersOf>>[number];
  readonly begin: () => Promise<DossierState & { readonly person: string }>;
};

/** Receives dossiers that begin on this definition, one after another. */
export async function beginningOn(world: World, definition: ProcessDefinition): Promise<Beginning> {
  const [counter] = await countersOf(world.system, world.superuser);
  const slug = counter === undefined ? undefined : (await ownProcedures(counter))[0];
  if (counter === undefined || slug === undefined) throw new Error('The world has no counter');
  const system = { ...world.system, superuser: world.superuser };
  // Later versions come in force a day later each; what is received is of the newest one that holds today.
  const versions = await publishedProcesses(await systemContext(world.system, 'bench'));
  const day = localDateOf(new Date(Date.now() - 86_400_000 * Math.max(1, 300 - versions.length)));
  await publishFor(system, slug, { definition, from: day });
  const fresh = await systemContext(world.system, 'bench');
  const ctx = { ...counter, revisions: fresh.revisions };
  return {
    counter: ctx,
    begin: async () => {
      const input = await newReception(ctx, slug);
      // The made-up people of an earlier run may come again.
      const state = await receive({ ...ctx, now: new Date() }, { ...input, confirmedDuplicate: true });
      return { ...state, person: input.applicant.idNumber };
    },
  };
}
