import { z } from 'zod';
import type { Declaration } from '#foundation/history/replayed.ts';
import { FIRST_CLOCK_RULES } from './first.ts';

const said = z.object({ legalBasis: z.string(), validFrom: z.string(), rules: z.unknown() });

/** Rules of the clock: the first ones as the installation began, the others as their history says. */
export const clockRuleRecords: Declaration = {
  stream: 'clock-rules',
  name: 'Quy định về thời hạn',
  label: ({ legalBasis }) => String(legalBasis),
  tables: { clock_rules: { owner: 'id', key: 'id', unproven: {} } },
  beginsWithoutHistory: true,
  replay: (id, events) => {
    const last = events.at(-1);
    const set = last ? said.parse(last.payload) : FIRST_CLOCK_RULES[id - 1];
    if (!set) throw new Error(`Clock rules ${id} have no history`);
    return { clock_rules: [{ id, ...set, sequence: events.length }] };
  },
};
