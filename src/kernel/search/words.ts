/** Text as a row of words, and the words of a question that ask nothing. */
import { accentKey, fold } from '#kernel/vietnamese/fold.ts';

/** A word in its two forms: as compared with accents, and folded. */
export type Word = { readonly accented: string; readonly folded: string };

/** What people write around what they want: I want to, please, where, for my child. Folded phrases. */
const FILLERS: readonly string[] = [
  'toi muon',
  'toi can',
  'em muon',
  'em can',
  'bo em',
  'me em',
  'cho toi hoi',
  'xin hoi',
  'lam sao de',
  'lam sao',
  'phai lam sao',
  'lam the nao',
  'nhu the nao',
  'the nao',
  'o dau',
  'can gi',
  'can nhung gi',
  'can giay to gi',
  'lam giay to gi',
  'ho so gom',
  'bao nhieu tien',
  'bao nhieu',
  'bao lau',
  'mat bao lau',
  'cho con',
  'cho con toi',
  'cho con trai',
  'cho con gai',
  'cho be',
  'cho chau',
  'cho me',
  'cho bo',
  'cho cha',
  'thu tuc',
  'lam',
  'xin',
  'muon',
  'can',
  'toi',
  'cho',
  'cua',
  've',
  'va',
  'de',
  'thi',
  'la',
  'ma',
  'o',
  'tai',
  'gi',
  'duoc',
  'khong',
  'a',
  'nhe',
  'voi',
];

const fillerPhrases = FILLERS.map((phrase) => phrase.split(' '));

/** The words of a text: runs of letters, marks and digits. */
export function wordsOf(text: string): readonly Word[] {
  const found = accentKey(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return found
    .map((accented) => ({ accented, folded: fold(accented) }))
    .filter(({ folded }) => folded !== '');
}

/** For each word of a question, whether it only fills: it is part of a filler phrase. */
export function fillersAmong(words: readonly Word[]): readonly boolean[] {
  return words.map((_, at) => fillerPhrases.some((phrase) => phraseCovers({ words, phrase, at })));
}

function phraseCovers(place: { words: readonly Word[]; phrase: readonly string[]; at: number }): boolean {
  return place.phrase.some((_, offset) =>
    place.phrase.every((part, index) => place.words[place.at - offset + index]?.folded === part),
  );
}
