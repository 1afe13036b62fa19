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
/** Words from which a text is long, and how far a word that stands alone in it is believed. */
const LONG_TEXT = 25;
const SCATTERED = 0.5;
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
  const worths = question.words.map((word) => worthOf(index, word));
  const whole = sumOf(worths);
  const parts = question.stretches.map((stretch) => ({
    ...stretch,
    worth: sumOf(worths.slice(stretch.from, stretch.from + stretch.own.length)),
    worths: worths.slice(stretch.from, stretch.from + stretch.own.length),
  }));
  return (place) => {
    if (index.byText.get(question.folded)?.includes(place) === true) return true;
    if (question.folded.length < SHORTEST) return false;
    const fields = index.fields[place] ?? [];
    if (fields.some((field) => isSaidInFull(index, field, question.words))) return true;
    return explained(index, { fields, parts, words: question.words }) >= LEAST * whole;
  };
}

type Part = Stretch & { readonly worth: number; readonly worths: readonly number[] };

/** What of the question's worth the fields explain: half for the best field alone, half for all of them together. */
function explained(
  index: Index,
  asked: {
    readonly fields: readonly IndexedField[];
    readonly parts: readonly Part[];
    readonly words: readonly AskedWord[];
  },
): number {
  const { fields, parts, words } = asked;
  const best = parts.map(() => 0);
  let bestField = 0;
  for (const field of fields) {
    const beliefs = beliefsIn(field, words);
    let inField = 0;
    for (const [at, part] of parts.entries()) {
      const found = explainedPart(index, part, { field, beliefs });
      best[at] = Math.max(best[at] ?? 0, found);
      inField += found;
    }
    bestField = Math.max(bestField, inField);
  }
  return TOGETHER * bestField + (1 - TOGETHER) * sumOf(best);
}

function explainedPart(
  index: Index,
  part: Part,
  { field, beliefs }: { readonly field: IndexedField; readonly beliefs: readonly number[] },
): number {
  const own = part.worths.reduce((sum, worth, at) => sum + worth * (beliefs[part.from + at] ?? 0), 0);
  const others = part.others.map((phrase) => part.worth * shareOfPhrase(index, phrase, field));
  return Math.max(own, ...others);
}

/** How much of a phrase that means the same stands in a field; squared, as half a phrase means something else. */
function shareOfPhrase(index: Index, phrase: readonly AskedWord[], field: IndexedField): number {
  const worths = phrase.map((word) => (word.matches.size > 0 ? word.rarity : rarest(index)));
  const found = worths.filter((_, at) => field.terms.some((term) => phrase[at]?.matches.has(term) === true));
  const whole = sumOf(worths);
  return whole === 0 ? 0 : (sumOf(found) / whole) ** 2;
}

/** For each word of the question how far it can be believed that the field has it. */
function beliefsIn(field: IndexedField, words: readonly AskedWord[]): readonly number[] {
  const sureness = (word: number, term: number): number => {
    const number = field.terms[term];
    return number === undefined ? 0 : (words[word]?.matches.get(number) ?? 0);
  };
  return words.map((_, at) => {
    let best = 0;
    for (let term = 0; term < field.terms.length; term++) {
      const quality = sureness(at, term);
      if (quality <= best) continue;
      const beside = Math.max(sureness(at - 1, term - 1), sureness(at + 1, term + 1));
      best = Math.max(best, belief(field, quality, words.length === 1 ? 1 : beside));
    }
    return best;
  });
}

/**
 * A guess is believed as far as its neighbour bears it out: `kha sinh` is `khai sinh`, `kha thi` is not. The very word is
 * believed anywhere, but for one alone in a long text, which has something of everything.
 */
function belief(field: IndexedField, quality: number, beside: number): number {
  if (quality < SAME_WORD) return quality * (UNCONFIRMED + (1 - UNCONFIRMED) * beside);
  return beside === 0 && field.terms.length > LONG_TEXT ? SCATTERED : 1;
}

/** Whether the words of a field of weight, two at least, stand in the question as they are: `mở quán` in `mở quán nhậu`. */
function isSaidInFull(index: Index, field: IndexedField, words: readonly AskedWord[]): boolean {
  const { terms, weight } = field;
  if (terms.length < 2 || 2 * weight <= index.heaviest) return false;
  return words.some((_, from) =>
    terms.every((term, offset) => (words[from + offset]?.matches.get(term) ?? 0) >= SAME_WORD),
  );
}

/** What a word of the question tells; words that only fill tell nothing. */
function worthOf(index: Index, { folded, matches, force }: AskedWord): number {
  if (force < 1) return 0;
  const sure = [...matches].filter(([, quality]) => quality >= SAME_WORD);
  if (sure.length === 0) return UNKNOWN * rarest(index) * Math.min(1, folded.length / WHOLE_WORD);
  return Math.max(...sure.map(([term]) => index.terms[term]?.rarity ?? 0));
}

/** The rarity of a word that stands in one entry only. */
function rarest(index: Index): number {
  return Math.log(1 + index.ids.length);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
