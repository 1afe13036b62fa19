/** Finds entries in the words people use, while they type: without accents, misspelt, or meaning the same. */
import { explainerOf } from './explain.ts';
import { askedOf, type Question } from './question.ts';
import { matchedWords, rankEntry } from './rank.ts';
import { scoreEntries } from './score.ts';
import type { SearchIndex } from './search-index.ts';

/** An entry found. `matched` are its folded words that answered, for marking them on the page. */
export type SearchHit<Id extends string | number> = {
  readonly id: Id;
  readonly score: number;
  readonly matched: readonly string[];
};

/** How many of the first round are looked at closely. */
const SHORTLIST = 120;
/** What scores less than this share of the best is noise. */
const NOISE = 0.2;

/**
 * The entries that answer a question, best first, at most `limit`; equals in the order of the index. The same
 * question always gets the same answer; an empty one, and one that no entry explains for the most part, gets none.
 */
export function searchIndex<Id extends string | number>(
  index: SearchIndex<Id>,
  query: string,
  options: { readonly limit: number },
): readonly SearchHit<Id>[] {
  const question = askedOf(index, query);
  const ranked = shortlist(index, question).map((entry) => ({
    place: entry.place,
    score: rankEntry(index, question, entry),
  }));
  ranked.sort(byScore);
  const least = NOISE * (ranked[0]?.score ?? 0);
  const answers = explainerOf(index, question);
  return ranked
    .filter(({ place, score }) => score > 0 && score >= least && answers(place))
    .slice(0, options.limit)
    .flatMap(({ place, score }) => {
      const id = index.ids[place];
      return id === undefined ? [] : [{ id, score, matched: matchedWords(index, question, place) }];
    });
}

type Scored = { readonly place: number; readonly score: number };

/** The best of the first round, and entries with a field that is the question itself, however they scored. */
function shortlist(index: SearchIndex<string | number>, question: Question): readonly Scored[] {
  const scores = scoreEntries(index, question);
  const found: Scored[] = [];
  for (const [place, score] of scores.entries()) if (score > 0) found.push({ place, score });
  const best = found.sort(byScore).slice(0, SHORTLIST);
  const listed = new Set(best.map(({ place }) => place));
  const same = (index.byText.get(question.folded) ?? []).filter((place) => !listed.has(place));
  return [...best, ...same.map((place) => ({ place, score: scores[place] ?? 0 }))];
}

function byScore(one: Scored, two: Scored): number {
  return two.score - one.score || one.place - two.place;
}
