import type { Passage, Place } from './schema.ts';

type Within = { readonly passages: readonly Passage[] };

/** The lines from the first character of a place to its last. */
export function linesOf({ passages }: Within, place: Place): readonly number[] {
  const passage = passages[place.passage];
  if (!passage) return [];
  const first = passage.lineAt(place.start);
  const last = passage.lineAt(Math.max(place.start, place.end - 1));
  return first === last ? [first] : [first, last];
}

/** The words at a place. */
export function wordsAt({ passages }: Within, place: Place): string {
  return passages[place.passage]?.text.slice(place.start, place.end) ?? '';
}

/** Things that stand in the text, gathered by the passage they stand in. */
export function byPassage<T extends Place>(things: readonly T[]): ReadonlyMap<number, readonly T[]> {
  return Map.groupBy(things, (thing) => thing.passage);
}
