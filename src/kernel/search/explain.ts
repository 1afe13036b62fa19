/**
 * Whether an entry answers a question at all: it must explain most of what the question tells. Scores cannot say that,
 * for they grow with the question; a share of it can be compared between any two.
 */
import { SAME_WORD } from './match-word.ts';
import type { AskedWord, Question, Stretch } from './question.ts';
import type { IndexedField, SearchIndex } from './search-index.ts';

type Index = SearchIndex<string | number>;

/** The least share of a question, by what its words tell, that an entry must explain. */
const LEAST = 0.55;
/** A word that the index does not know tells more than the rarest that it knows: it asks for something else. */
const UNKNOWN = 1.3;
/** Letters from which an unknown word is one in full; one or two may be what is left of another. */
const WHOLE_WORD = 3;
/** How far a guess is believed when no neighbour of the word bears it out. */
const UNCONFIRMED = 0.2;
/** How much the best field counts against words that are found here and there in the entry. */
const TOGETHER = 0.5;
/** One letter is not a question yet. */
const SHORTEST = 2;

/**
 * Tells for each entry (by its place) whether it answers: it has a field that is the question, or one that the question
 * says in full, or it explains at least `LEAST` of the question. Words that only fill are free; misspellings explain
 * less than the word itself.
 */
export function explainerOf(index: Index, question: Question): (place: number) => boolean {
  const asked = weigh(index, question);
  const same = new Set(index.byText.get(question.folded));
  return (place) => {
    if (same.has(place)) return true;
    if (question.folded.length < SHORTEST) return false;
    const fields = index.fields[place] ?? [];
    return (
      fields.some((field) => 2 * field.weight > index.heaviest && isSaidInFull(field, asked)) ||
      explained(fields, asked) >= LEAST * asked.worth
    );
  };
}

/** A phrase that means the same, each word with what it tells. */
type Phrase = readonly { readonly terms: readonly number[]; readonly worth: number }[];

type Part = {
  readonly from: number;
  readonly worths: readonly number[];
  readonly worth: number;
  readonly others: readonly Phrase[];
};

/** A question weighed once for all entries. */
type Asked = {
  readonly words: readonly AskedWord[];
  readonly parts: readonly Part[];
  readonly worth: number;
  /** The words, by their place in the question, that a term may be the reading of. */
  readonly readers: ReadonlyMap<number, readonly number[]>;
};

function weigh(index: Index, { words, stretches }: Question): Asked {
  const readers = new Map<number, number[]>();
  for (const [at, { matches }] of words.entries()) {
    for (const term of matches.keys()) {
      const list = readers.get(term);
      if (list) list.push(at);
      else readers.set(term, [at]);
    }
  }
  const parts = stretches.map((stretch) => partOf(index, stretch));
  return { words, parts, worth: sumOf(parts.map(({ worth }) => worth)), readers };
}

function partOf(index: Index, { from, own, others }: Stretch): Part {
  const worths = own.map((word) => worthOf(index, word));
  const phrases = others.map((phrase) =>
    phrase.map(({ matches, rarity }) => ({
      terms: [...matches.keys()],
      worth: matches.size > 0 ? rarity : rarest(index),
    })),
  );
  return { from, worths, worth: sumOf(worths), others: phrases };
}

/** What a word of the question tells; words that only fill tell nothing. */
function worthOf(index: Index, { folded, matches, force }: AskedWord): number {
  if (force < 1) return 0;
  let known = 0;
  for (const [term, quality] of matches) {
    if (quality >= SAME_WORD) known = Math.max(known, index.terms[term]?.rarity ?? 0);
  }
  return known > 0 ? known : UNKNOWN * rarest(index) * Math.min(1, folded.length / WHOLE_WORD);
}

/** Whether the words of a field, two at least, stand in the question as they are: `mở quán` in `mở quán nhậu`. */
function isSaidInFull({ terms: [first, ...rest] }: IndexedField, { words, readers }: Asked): boolean {
  if (first === undefined || rest.length === 0) return false;
  return (readers.get(first) ?? []).some((from) =>
    [first, ...rest].every((term, offset) => (words[from + offset]?.matches.get(term) ?? 0) >= SAME_WORD),
  );
}

/** What of the question's worth the fields explain: half for the best field alone, half for all of them together. */
function explained(fields: readonly IndexedField[], asked: Asked): number {
  const best = asked.parts.map(() => 0);
  let bestField = 0;
  for (const field of fields) {
    const beliefs = beliefsIn(field, asked);
    let inField = 0;
    for (const [at, part] of asked.parts.entries()) {
      const found = explainedPart(part, field, beliefs);
      best[at] = Math.max(best[at] ?? 0, found);
      inField += found;
    }
    bestField = Math.max(bestField, inField);
  }
  return TOGETHER * bestField + (1 - TOGETHER) * sumOf(best);
}

function explainedPart(part: Part, field: IndexedField, beliefs: readonly number[]): number {
  let found = 0;
  for (const [at, worth] of part.worths.entries()) found += worth * (beliefs[part.from + at] ?? 0);
  for (const phrase of part.others) found = Math.max(found, part.worth * shareOfPhrase(phrase, field));
  return found;
}

/** How much of a phrase stands in a field; squared, as half a phrase means something else. */
function shareOfPhrase(phrase: Phrase, field: IndexedField): number {
  let [found, whole] = [0, 0];
  for (const { terms, worth } of phrase) {
    whole += worth;
    if (terms.some((term) => field.terms.includes(term))) found += worth;
  }
  return whole === 0 ? 0 : (found / whole) ** 2;
}

/** For each word of the question how far it can be believed that the field has it. */
function beliefsIn(field: IndexedField, { words, readers }: Asked): readonly number[] {
  const beliefs = words.map(() => 0);
  const sureness = (word: number, at: number): number => words[word]?.matches.get(field.terms[at] ?? -1) ?? 0;
  for (const [at, term] of field.terms.entries()) {
    for (const word of readers.get(term) ?? []) {
      const quality = sureness(word, at);
      if (quality <= (beliefs[word] ?? 0)) continue;
      const beside = Math.max(sureness(word - 1, at - 1), sureness(word + 1, at + 1));
      const believed = belief(quality, words.length === 1 ? 1 : beside);
      beliefs[word] = Math.max(beliefs[word] ?? 0, believed);
    }
  }
  return beliefs;
}

/** A guess is believed as far as its neighbour bears it out: `kha sinh` is `khai sinh`, `kha thi` is not. */
function belief(quality: number, beside: number): number {
  return quality >= SAME_WORD ? 1 : quality * (UNCONFIRMED + (1 - UNCONFIRMED) * beside);
}

/** The rarity of a word that stands in one entry only. */
function rarest(index: Index): number {
  return Math.log(1 + index.ids.length);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
