/**
 * A folded word as it sounds to many ears: people write what they say, and much of the country does not tell ch from
 * tr, s from x, d from gi, or the ends n from ng and t from c. Words with one key may be one another's misspelling.
 */
export function soundOf(foldedWord: string): string {
  const onset = foldedWord
    .replace(/^tr/, 'ch')
    .replace(/^x/, 's')
    .replace(/^gi(?=[aeiouy])/, 'd')
    .replace(/^(n?g)h/, '$1')
    .replace(/^[kq](?!h)/, 'c');
  return onset.replace(/n[gh]$/, 'n').replace(/(?:t|ch)$/, 'c');
}
