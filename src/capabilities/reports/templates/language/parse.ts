import { type Mark, parseMark } from './mark.ts';
import type { LanguageProblem, Node, Test } from './nodes.ts';
import { scan, type Token } from './scan.ts';

export type ParsedText = { readonly nodes: readonly Node[]; readonly problems: readonly LanguageProblem[] };

/** Conditions in conditions; nobody reads more, and evaluation goes down as deep. */
const DEEPEST = 8;

/** One condition that has begun and not ended. */
type Open = {
  readonly at: number;
  readonly line: number;
  readonly test: Test;
  readonly then: Node[];
  otherwise: Node[] | null;
};

type Reading = {
  readonly root: Node[];
  readonly open: Open[];
  readonly problems: LanguageProblem[];
  /** How many places for writing there were. */
  writings: number;
};

/**
 * Reads a text in the language of templates. What cannot be read is left out and told with its line and column; a text
 * without problems gives the same nodes again after `formatText`.
 */
export function parseText(text: string): ParsedText {
  const { tokens, problems, positionOf } = scan(text);
  const reading: Reading = { root: [], open: [], problems: [...problems], writings: 0 };
  for (const token of tokens) {
    if (token.kind === 'text') {
      bodyOf(reading).push({ kind: 'text', text: token.text });
      continue;
    }
    const { line, column } = positionOf(token.at);
    const message = takeMark(reading, token, line);
    if (message !== null) reading.problems.push({ line, column, message });
  }
  for (const { at } of reading.open) {
    reading.problems.push({ ...positionOf(at), message: 'Điều kiện này chưa có “[[hết]]”.' });
  }
  const inOrder = reading.problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return { nodes: reading.root, problems: inOrder };
}

/** Where the next node goes: the innermost condition, or the text itself. */
function bodyOf({ root, open }: Reading): Node[] {
  const innermost = open.at(-1);
  return innermost ? (innermost.otherwise ?? innermost.then) : root;
}

type MarkToken = Extract<Token, { kind: 'mark' }>;

/** Null when all is well, else the sentence about it. */
function takeMark(reading: Reading, token: MarkToken, line: number): string | null {
  const read = parseMark(token.content, line);
  if (!read.ok) return read.message;
  const mark = read.value;
  switch (mark.kind) {
    case 'node':
      return takeNode(reading, mark.node, token.isAlone);
    case 'if':
      if (reading.open.length === DEEPEST) return `Không lồng quá ${DEEPEST} điều kiện vào nhau.`;
      reading.open.push({ at: token.at, line, test: mark.test, then: [], otherwise: null });
      return null;
    case 'else':
      return turn(reading.open.at(-1));
    case 'end':
      return close(reading);
  }
}

function takeNode(reading: Reading, node: Extract<Mark, { kind: 'node' }>['node'], isAlone: boolean) {
  const needsLine = node.kind === 'table' || node.kind === 'chart' || node.kind === 'writing';
  if (needsLine && !isAlone) return 'Bảng, biểu đồ và chỗ viết phải đứng riêng một dòng.';
  if (node.kind === 'writing') reading.writings += 1;
  bodyOf(reading).push(node.kind === 'writing' ? { ...node, name: String(reading.writings) } : node);
  return null;
}

function turn(innermost: Open | undefined): string | null {
  if (!innermost) return '“[[nếu không]]” này không thuộc điều kiện nào.';
  if (innermost.otherwise !== null) return 'Điều kiện này đã có “[[nếu không]]” rồi.';
  innermost.otherwise = [];
  return null;
}

function close(reading: Reading): string | null {
  const ended = reading.open.pop();
  if (!ended) return '“[[hết]]” này không đóng điều kiện nào.';
  const { line, test, then, otherwise } = ended;
  bodyOf(reading).push({ kind: 'condition', line, test, then, otherwise });
  return null;
}
