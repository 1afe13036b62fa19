/** The first round: how much each entry has of what was asked, wherever it stands. */
import type { AskedWord, Question, Stretch } from './question.ts';
import type { SearchIndex } from './search-index.ts';

type Index = SearchIndex<string | number>;

/** A score for every entry, by its place; 0 where nothing was found. */
export function scoreEntries(index: Index, question: Question): Float64Array {
  const total = new Float64Array(index.ids.length);
  for (const stretch of question.stretches) {
    const scores = scoreStretch(index, stretch);
    for (const [place, score] of scores.entries()) total[place] = (total[place] ?? 0) + score;
  }
  return total;
}

/** Own words count one by one; what means the same counts where most of it is found. */
function scoreStretch(index: Index, stretch: Stretch): Float64Array {
  const best = sumOfWords(index, stretch.own);
  const most = stretch.own.length * Math.log(1 + index.ids.length);
  for (const phrase of stretch.others) {
    const whole = phrase.reduce((sum, { rarity }) => sum + rarity, 0);
    const worth = Math.min(whole, most);
    for (const [place, sum] of sumOfWords(index, phrase).entries()) {
      if (sum > 0) best[place] = Math.max(best[place] ?? 0, worth * (sum / whole) ** 2);
    }
  }
  return best;
}

function sumOfWords(index: Index, words: readonly AskedWord[]): Float64Array {
  const sum = new Float64Array(index.ids.length);
  for (const word of words) {
    for (const [place, score] of scoreWord(index, word).entries()) sum[place] = (sum[place] ?? 0) + score;
  }
  return sum;
}

/** Of the readings of one word only the best counts, in the heaviest field that has it. */
function scoreWord(index: Index, word: AskedWord): Float64Array {
  const scores = new Float64Array(index.ids.length);
  for (const [number, quality] of word.matches) {
    const term = index.terms[number];
    if (!term) continue;
    const worth = (quality * Math.min(term.rarity, word.rarity) * word.force) / index.heaviest;
    for (const [place, weight] of term.places) scores[place] = Math.max(scores[place] ?? 0, worth * weight);
  }
  return scores;
}
