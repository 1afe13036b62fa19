import { systemContext } from '#foundation/context.ts';
import { compareRecords } from '#foundation/history/comparison/compare.ts';
import type { Declaration } from '#foundation/history/replayed.ts';
import type { System } from '#platform/system.ts';

/** What the rows of a kind of record say differently from their histories, as sentences. */
export async function differencesIn(system: System, declaration: Declaration): Promise<readonly string[]> {
  const found: string[] = [];
  const report = {
    found: ({ sentence }: { sentence: string }) => found.push(sentence),
    progress: () => undefined,
  };
  await compareRecords(await systemContext(system, 'test'), declaration, report);
  return found;
}
