import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { procedureVersionOn } from '#capabilities/procedures/service.ts';
import { problemsOn } from '#capabilities/processes/publication/service.ts';
import { processFor } from '#capabilities/processes/service.ts';
import { systemContext } from '#foundation/context.ts';
import { definitionOf } from '#kernel/process/table/from-table.ts';
import { tableOf } from '#kernel/process/table/to-table.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { STARTER_PROCESSES } from './load.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(() => system.close());

const DAY = '2020-04-28';

describe('Every starter process', () => {
  test.each(STARTER_PROCESSES.map((definition) => [definition.id, definition] as const))(
    '%s may be published where it is offered, and its procedure runs on it',
    async (slug, definition) => {
      const ctx = await systemContext(system, 'test');
      const procedure = await procedureVersionOn(ctx, slug, DAY);
      expect(procedure).not.toBeNull();
      if (!procedure) return;
      expect(await problemsOn(ctx, { procedure, definition }, DAY)).toEqual([]);
      expect((await processFor(ctx, procedure, DAY)).definition).toEqual(definition);
      const rows = definitionOf(tableOf(definition));
      const sorted = (list: readonly { readonly id: string }[]) =>
        list.toSorted((a, b) => a.id.localeCompare(b.id));
      expect(sorted(rows.nodes)).toEqual(sorted(definition.nodes));
      expect(sorted(rows.flows)).toEqual(sorted(definition.flows));
    },
  );
});
