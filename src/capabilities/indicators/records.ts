import { z } from 'zod';
import { parsePeriod } from '#kernel/period/period.ts';
import type { Declaration } from '#foundation/history/replayed.ts';
import { described } from './schema.ts';

const retirement = z.object({ retiredOn: z.string().nullable() });
const identity = z.object({ code: z.string(), computed: z.boolean() });

/** The catalogue: what was said of an indicator last, and whether it is in use. */
export const indicatorRecords: Declaration = {
  stream: 'indicator',
  name: 'Chỉ tiêu',
  label: ({ code }) => String(code),
  tables: { indicators: { owner: 'id', key: 'id', unproven: {} } },
  replay: (id, events) => {
    const first = identity.parse(events[0]?.payload);
    const said = events.findLast(({ kind }) => kind === 'added' || kind === 'described');
    const standing = events.findLast(({ kind }) => kind === 'retired' || kind === 'resumed');
    const retiredOn = standing ? retirement.parse(standing.payload).retiredOn : null;
    const words = described.parse(said?.payload);
    return { indicators: [{ id, ...first, ...words, retiredOn, sequence: events.length }] };
  },
};

const key = z.object({
  indicatorId: z.number(),
  unitId: z.number(),
  period: z.string().transform((code) => {
    const period = parsePeriod(code);
    if (period === null) throw new Error(`No period ${code}`);
    return period;
  }),
  part: z.string(),
});
const entry = z.object({
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  content: z.string(),
  documentId: z.number().nullable(),
  sourceTitle: z.string(),
  place: z.string(),
  certainty: z.string(),
  note: z.string(),
});

/** Entered figures: what was entered or corrected last, and whether it was taken back. */
export const observationRecords: Declaration = {
  stream: 'observation',
  name: 'Số liệu đã nhập',
  tables: { observations: { owner: 'id', key: 'id', unproven: {} } },
  replay: (id, events) => {
    const { period, ...which } = key.parse(events[0]?.payload);
    const last = events.findLast(({ kind }) => kind === 'entered' || kind === 'corrected');
    const row = {
      id,
      ...which,
      ...entry.parse(last?.payload),
      periodKind: period.kind,
      periodFrom: period.from,
      periodTo: period.to,
      withdrawn: events.at(-1)?.kind === 'withdrawn',
      enteredBy: last?.officerId ?? null,
      enteredAt: last?.at,
      sequence: events.length,
    };
    return { observations: [row] };
  },
};
