import { citationsIn, type FoundCitation, issuerOf, typeOf } from '#kernel/citations/find.ts';
import { byPassage } from '../places.ts';
import type { Passage, ReadCitation, WrittenDate } from '../schema.ts';

/** A citation with what its words and its symbol say apart, for holding one against the other. */
export type CitationRead = ReadCitation &
  Pick<FoundCitation<unknown>, 'typeByWords' | 'typesBySymbol' | 'issuerByWords' | 'issuerBySymbol'> & {
    /** Where number and symbol stand, without type and date. */
    readonly numberStart: number;
    readonly numberEnd: number;
  };

/** Every document that a report names, in order; not the report's own number in its head. */
export function readCitations(
  passages: readonly Passage[],
  dates: readonly WrittenDate[],
): readonly CitationRead[] {
  const datesOf = byPassage(dates);
  return passages
    .filter(({ kind }) => kind !== 'furniture')
    .flatMap(({ index, text }) =>
      citationsIn(text, datesOf.get(index) ?? []).map((found) => ({
        ...found,
        passage: index,
        written: text.slice(found.start, found.end),
        type: typeOf(found),
        issuer: issuerOf(found),
      })),
    );
}
