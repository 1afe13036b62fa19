import { z } from 'zod';
import type { Declaration } from '#foundation/history/replayed.ts';
import { FIRST_FORM_SETS } from './first.ts';

const said = z.object({
  code: z.string(),
  legalBasis: z.string(),
  validFrom: z.string(),
  layouts: z.unknown(),
});

/** Sets of forms: the first ones as the installation began, the others as their history says. */
export const formSetRecords: Declaration = {
  stream: 'form-set',
  name: 'Bộ mẫu phiếu',
  label: ({ legalBasis }) => String(legalBasis),
  tables: { form_sets: { owner: 'id', key: 'id', unproven: {} } },
  beginsWithoutHistory: true,
  replay: (id, events) => {
    const last = events.at(-1);
    const set = last ? said.parse(last.payload) : FIRST_FORM_SETS[id - 1];
    if (!set) throw new Error(`Form set ${id} has no history`);
    return { form_sets: [{ id, ...set, sequence: events.length }] };
  },
};
