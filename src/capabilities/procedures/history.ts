import { z } from 'zod';
import type { HistoryEvent } from '#foundation/history/schema.ts';
import { procedureContent, type ProcedureContent } from './content.ts';

const drafted = z.object({ number: z.int(), content: procedureContent });
const edited = z.object({ number: z.int(), changes: procedureContent.partial() });

/** The content of every version by its number, rebuilt from the history of a procedure alone. */
export function contentFromHistory(events: readonly HistoryEvent[]): ReadonlyMap<number, ProcedureContent> {
  const contents = new Map<number, ProcedureContent>();
  for (const event of events) {
    if (event.kind === 'drafted') {
      const { number, content } = drafted.parse(event.payload);
      contents.set(number, content);
    }
    if (event.kind === 'edited') {
      const { number, changes } = edited.parse(event.payload);
      const before = contents.get(number);
      if (!before) throw new Error(`Version ${number} was edited before it was drafted`);
      contents.set(number, { ...before, ...changes });
    }
  }
  return contents;
}
