import type { LanguageProblem } from './nodes.ts';

/** A stretch of plain text, or what stands between `[[` and `]]`, with the offset at which it begins. */
export type Token =
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  | { readonly kind: 'mark'; readonly content: string; readonly at: number; readonly isAlone: boolean };

export type PositionOf = (offset: number) => { readonly line: number; readonly column: number };

export type Scan = {
  readonly tokens: readonly Token[];
  readonly problems: readonly LanguageProblem[];
  readonly positionOf: PositionOf;
};

/** Cuts a text into what is said and what is asked for. Reads once from front to back. */
export function scan(text: string): Scan {
  const positionOf = positionsIn(text);
  const tokens: Token[] = [];
  const problems: LanguageProblem[] = [];
  const complain = (offset: number, message: string) => problems.push({ ...positionOf(offset), message });
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('[[', at);
    const plain = text.slice(at, open === -1 ? undefined : open);
    const stray = plain.indexOf(']]');
    if (stray !== -1) complain(at + stray, 'Dấu “]]” này không có dấu “[[” mở trước nó.');
    if (plain !== '') tokens.push({ kind: 'text', text: plain, at });
    if (open === -1) break;
    const close = text.indexOf(']]', open + 2);
    const inner = text.indexOf('[[', open + 2);
    if (close === -1 || (inner !== -1 && inner < close)) {
      complain(open, 'Dấu “[[” này chưa được đóng bằng “]]”.');
      at = inner === -1 ? text.length : inner;
      continue;
    }
    const isAlone = standsAlone(text, open, close + 2);
    tokens.push({ kind: 'mark', content: text.slice(open + 2, close), at: open, isAlone });
    at = close + 2;
  }
  return { tokens, problems, positionOf };
}

/** Whether nothing else stands on its first and its last line. */
function standsAlone(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const before = start === 0 ? '' : text.slice(lineStart, start);
  const behind = text.slice(end, lineEnd === -1 ? undefined : lineEnd);
  return before.trim() === '' && behind.trim() === '';
}

function positionsIn(text: string): PositionOf {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
