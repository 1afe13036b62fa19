/** A rule of the checker: one kind of thing that cannot be true or is to be looked at. */
import type { Reading } from '../reading.ts';
import { linesOf, wordsAt } from '../places.ts';
import type { Finding, Knowledge, Place, Severity } from '../schema.ts';

export type Rule = {
  /** In findings and in the address of its page: lower case with hyphens. */
  readonly code: string;
  readonly name: string;
  /** What it finds, in a sentence or two for an official. */
  readonly what: string;
  /** Why that is wrong, with the article where one says so. */
  readonly why: string;
  readonly examples: readonly { readonly wrong: string; readonly right: string }[];
  readonly find: (reading: Reading, knowledge: Knowledge) => readonly Finding[];
};

const QUOTE_LENGTH = 160;

type Said = {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly suggestion?: string;
};

/** A finding about one or several places; the quote is of the first one. */
export function findingAt(reading: Reading, said: Said, ...places: readonly [Place, ...Place[]]): Finding {
  const lines = places.flatMap((place) => linesOf(reading, place));
  return {
    ...said,
    suggestion: said.suggestion ?? '',
    lines: [...new Set(lines)],
    quote: shorten(wordsAt(reading, places[0])),
  };
}

/** Long words with their middle left out. */
export function shorten(text: string): string {
  if (text.length <= QUOTE_LENGTH) return text;
  const half = Math.floor(QUOTE_LENGTH / 2) - 2;
  return `${text.slice(0, half).trimEnd()} … ${text.slice(-half).trimStart()}`;
}
