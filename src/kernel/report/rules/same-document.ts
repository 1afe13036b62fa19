/** Two mentions of one document: gathered by number, symbol and the year of its number, in the order of the text. */
import { numberKey } from '#kernel/citations/citation.ts';
import type { CitationRead } from '../citing/read.ts';
import type { Reading } from '../reading.ts';

export type Mentions = readonly [CitationRead, ...CitationRead[]];

/** Documents that are named more than once. Numbers begin anew each year, so far-off years are other documents. */
export function mentionsOf({ citations }: Reading): readonly Mentions[] {
  const numbered = citations.filter(({ number, symbol }) => number !== null && symbol !== null);
  const groups = Map.groupBy(
    numbered,
    (one) => `${numberKey(one)} ${one.yearInNumber ?? ''} ${one.issuerBySymbol ?? ''}`,
  );
  return [...groups.values()].flatMap(([first, ...others]): readonly Mentions[] =>
    first === undefined || others.length === 0 ? [] : [[first, ...others]],
  );
}
