import { z } from 'zod';
import type { Declaration } from '#foundation/history/replayed.ts';
import { FIRST_REASONS } from './first.ts';

const said = z.object({
  act: z.string(),
  code: z.string(),
  name: z.string(),
  legalBasis: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
});

/** Reasons: the first ones as the installation began, the others as their history says. */
export const reasonRecords: Declaration = {
  stream: 'act-reason',
  name: 'Lý do xử lý hồ sơ',
  label: ({ name }) => String(name),
  tables: { act_reasons: { owner: 'id', key: 'id', unproven: {} } },
  beginsWithoutHistory: true,
  replay: (id, events) => {
    const last = events.at(-1);
    const reason = last ? said.parse(last.payload) : FIRST_REASONS[id - 1];
    if (!reason) throw new Error(`Reason ${id} has no history`);
    return { act_reasons: [{ id, ...reason, sequence: events.length }] };
  },
};
