import { fold } from '#kernel/vietnamese/fold.ts';

/** Words of titles that tell nothing of what a document is about. */
const EMPTY = new Set(
  'va cua cac ve viec trong tren dia ban nam giai doan so ban hanh ke hoach quy dinh quyet mot theo tai cho den tu v'.split(
    ' ',
  ),
);

/** Words of a title that tell what it is about. */
export function tellingWords(title: string): ReadonlySet<string> {
  return new Set(
    fold(title)
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 1 && !EMPTY.has(word)),
  );
}

/** Share of the shorter title's words that the longer one has; 1 when one goes on where the other stops. */
export function likeness(a: string, b: string): number {
  const [wordsA, wordsB] = [tellingWords(a), tellingWords(b)];
  const [short, long] = wordsA.size <= wordsB.size ? [wordsA, wordsB] : [wordsB, wordsA];
  if (short.size === 0) return 1;
  return [...short].filter((word) => long.has(word)).length / short.size;
}

export function isLikeTitle(a: string, b: string): boolean {
  return likeness(a, b) >= 0.6;
}
