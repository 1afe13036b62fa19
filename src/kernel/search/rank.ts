/**
 * The second round, for the best of the first: words that stand together as asked, fields that say little else, and
 * fields that are the question itself.
 */
import type { AskedWord, Question } from './question.ts';
import type { IndexedField, SearchIndex } from './search-index.ts';

type Index = SearchIndex<string | number>;

/** How much neighbours, a field said in full, and the very words of a field count against the words one by one. */
const NEIGHBOURS = 0.8;
const FULL_FIELD = 0.6;
const SAME_TEXT = 2;
const SAME_ACCENTS = 3;

/** The final score of one entry, from its score of the first round. */
export function rankEntry(index: Index, question: Question, entry: { place: number; score: number }): number {
  const fields = index.fields[entry.place] ?? [];
  const fullness = Math.max(0, ...fields.map((field) => fullnessOf(index, field, question.readings)));
  const worth = question.words.reduce((sum, { rarity }) => sum + rarity, 0);
  return (
    entry.score * (1 + FULL_FIELD * fullness) +
    NEIGHBOURS * neighbours(index, fields, question.words) +
    worth * sameText(index, fields, question)
  );
}

/** The folded words of the entry that answered the question, in the order they stand in it. */
export function matchedWords(index: Index, question: Question, place: number): readonly string[] {
  const terms = (index.fields[place] ?? [])
    .flatMap((field) => field.terms)
    .filter((term) => question.telling.has(term));
  return [...new Set(terms.map((term) => index.terms[term]?.folded ?? ''))];
}

/** The share of a field, by rarity, that was asked for; lighter fields count less. */
function fullnessOf(index: Index, field: IndexedField, readings: ReadonlyMap<number, number>): number {
  let asked = 0;
  let whole = 0;
  for (const number of field.terms) {
    const rarity = index.terms[number]?.rarity ?? 0;
    whole += rarity;
    asked += rarity * (readings.get(number) ?? 0);
  }
  return whole === 0 ? 0 : (asked / whole) * (field.weight / index.heaviest);
}

/** Vietnamese words have two syllables and more: `khai sinh` is not `khai … sinh`. */
function neighbours(index: Index, fields: readonly IndexedField[], words: readonly AskedWord[]): number {
  let sum = 0;
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    if (!next) break;
    const together = Math.max(
      0,
      ...fields.map((field) => (nearness(field, word, next) * field.weight) / index.heaviest),
    );
    sum += (together * Math.min(word.force, next.force) * (word.rarity + next.rarity)) / 2;
  }
  return sum;
}

function nearness(field: IndexedField, word: AskedWord, next: AskedWord): number {
  let best = 0;
  for (const [at, term] of field.terms.entries()) {
    const quality = word.matches.get(term);
    if (quality === undefined) continue;
    const after = field.terms[at + 1];
    const nextQuality = after === undefined ? 0 : (next.matches.get(after) ?? 0);
    best = Math.max(best, Math.min(quality, nextQuality));
  }
  return best;
}

function sameText(index: Index, fields: readonly IndexedField[], question: Question): number {
  const scores = fields.map((field) => {
    const text = field.terms.map((term) => index.terms[term]?.folded ?? '').join(' ');
    if (text !== question.folded) return 0;
    const sameness = field.accented === question.accented ? SAME_ACCENTS : SAME_TEXT;
    return (sameness * field.weight) / index.heaviest;
  });
  return Math.max(0, ...scores);
}
