/**
 * A reader that mends a damaged file looks for beginnings of objects and trailers everywhere, in the data of streams as well,
 * and a table may point anywhere. So no place may look like a beginning that was not read as one.
 */
import { endsWord, isDigit, isSpace, placesOf } from './lexer.ts';
import { refuseSyntax } from './problems.ts';

/** `starts`: where the words `obj` and `trailer` stand that were read. */
export function refuseHidden(bytes: Buffer, starts: ReadonlySet<number>): void {
  for (const at of placesOf(bytes, 'obj')) if (!starts.has(at) && beginsObject(bytes, at)) refuseSyntax();
  for (const at of placesOf(bytes, 'trailer'))
    if (!starts.has(at) && beginsTrailer(bytes, at)) refuseSyntax();
}

/** Two numbers before the word, or a line end where a comment may stand between them. */
function beginsObject(bytes: Buffer, at: number): boolean {
  if (!endsWord(bytes[at + 'obj'.length]) && !isDigit(bytes[at + 'obj'.length])) return false;
  const generation = backPastBlanks(bytes, at);
  if (!isDigit(bytes[generation.at - 1])) return generation.isOverLine;
  let begin = generation.at;
  while (isDigit(bytes[begin - 1])) begin -= 1;
  const number = backPastBlanks(bytes, begin);
  return number.isOverLine || (number.at < begin && isDigit(bytes[number.at - 1]));
}

function backPastBlanks(bytes: Buffer, from: number): { readonly at: number; readonly isOverLine: boolean } {
  let at = from;
  let isOverLine = false;
  while (isSpace(bytes[at - 1])) {
    at -= 1;
    isOverLine ||= bytes[at] === 10 || bytes[at] === 13;
  }
  return { at, isOverLine };
}

function beginsTrailer(bytes: Buffer, at: number): boolean {
  let next = at + 'trailer'.length;
  while (isSpace(bytes[next])) next += 1;
  return bytes.toString('latin1', next, next + 2) === '<<' || bytes[next] === 0x25;
}
