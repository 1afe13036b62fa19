import { fold } from '#kernel/vietnamese/fold.ts';
import type { Choice } from './listbox.ts';

const SHOWN = 50;

/** Choices that contain every word typed, diacritics or not; those that begin with the words come first. */
export function findChoices(choices: readonly Choice[], typed: string): readonly Choice[] {
  const asked = fold(typed);
  const words = asked.split(' ');
  const rank = (text: string) => (text.startsWith(asked) ? 0 : text.includes(` ${asked}`) ? 1 : 2);
  return choices
    .map((choice) => ({ choice, text: fold(`${choice.text} ${choice.hint ?? ''}`) }))
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .sort((first, second) => rank(first.text) - rank(second.text))
    .slice(0, SHOWN)
    .map(({ choice }) => choice);
}
