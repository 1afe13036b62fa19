import type { Declaration } from '#foundation/history/replayed.ts';
import { foldedOf } from './rules.ts';
import { documentInput } from './schema.ts';

/** Documents as they were last entered or corrected. */
export const documentRecords: Declaration = {
  stream: 'document',
  name: 'Văn bản trong sổ',
  label: ({ title }) => String(title),
  tables: { documents: { owner: 'id', key: 'id', unproven: {} } },
  replay: (id, events) => {
    const said = events.findLast(({ kind }) => kind === 'entered' || kind === 'corrected');
    const document = documentInput.parse(said?.payload);
    const withdrawn = events.at(-1)?.kind === 'withdrawn';
    const row = { id, ...document, withdrawn, folded: foldedOf(document), sequence: events.length };
    return { documents: [row] };
  },
};
