/** Mentions of one document gathered, so that they can be held against each other. */
import { numberKey } from '#kernel/citations/citation.ts';
import { isSameIssuer } from '#kernel/citations/issuers.ts';
import type { TextReading } from '../reading.ts';
import { isLikeTitle } from './titles.ts';
import type { CitationRead } from './read.ts';

/** Mentions that must be of one document, in the order of the text. */
export type CitedDocument = readonly CitationRead[];

export type Documents = {
  readonly documents: readonly CitedDocument[];
  /** A mention without its symbol that another one names in full. */
  readonly isNamedInFull: (citation: CitationRead) => boolean;
};

const known = new WeakMap<object, Documents>();

/** Made once for a reading, however many rules ask. */
export function documentsOf(reading: Pick<TextReading, 'citations'>): Documents {
  const before = known.get(reading.citations);
  if (before) return before;
  const made = gather(reading.citations);
  known.set(reading.citations, made);
  return made;
}

function gather(citations: readonly CitationRead[]): Documents {
  const numbered = citations.filter(({ number, symbol }) => number !== null && symbol !== null);
  const numbers = new Set(numbered.map(({ type, number }) => `${type} ${number}`));
  const byNumber = Map.groupBy(numbered, numberKey);
  return {
    documents: [...byNumber.values()].flatMap(apart),
    isNamedInFull: ({ type, number, symbol }) => symbol === null && numbers.has(`${type} ${number}`),
  };
}

/** Numbers begin anew each year and with each office, so that equal ones may be of several documents. */
function apart(mentions: readonly CitationRead[]): readonly CitedDocument[] {
  const groups: CitationRead[][] = [];
  for (const mention of mentions) {
    const own = groups.find((group) => group.some((other) => isSame(other, mention)));
    if (own) own.push(mention);
    else if (groups.length < MOST_GROUPS) groups.push([mention]);
  }
  return groups;
}

/** A text with more documents of one number than this is not worth the time. */
const MOST_GROUPS = 30;

function isSame(a: CitationRead, b: CitationRead): boolean {
  if (a.yearInNumber !== null && b.yearInNumber !== null) return a.yearInNumber === b.yearInNumber;
  const [dayA, dayB] = [a.date?.date ?? null, b.date?.date ?? null];
  if (dayA !== null && dayA === dayB) return true;
  const titles = a.title !== null && b.title !== null ? isLikeTitle(a.title, b.title) : null;
  if (titles === true) return true;
  if (a.issuerByWords !== null && b.issuerByWords !== null && !isSameIssuer(a.issuerByWords, b.issuerByWords))
    return false;
  if (dayA === null || dayB === null) return titles !== false || isCentral(a);
  if (dayA.slice(0, 4) === dayB.slice(0, 4)) return true;
  return isCentral(a) && titles === null && isFewYears(dayA, dayB);
}

/** There is one Government and one Prime Minister, but many committees. */
function isCentral({ issuerBySymbol }: CitationRead): boolean {
  return issuerBySymbol === 'CP' || issuerBySymbol === 'TTg';
}

function isFewYears(a: string, b: string): boolean {
  return a.slice(4) === b.slice(4) && Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) <= 10;
}
