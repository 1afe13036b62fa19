/** The running text of a report put together from its lines: paragraphs, headings, notes and rows of tables. */
import type { Passage } from '../schema.ts';
import { goesOn, isCapitals, isNamedAlone } from './join.ts';
import { cleanLines, type Line, mannerOf, type Manner } from './lines.ts';
import { depthOf, type Mark, markOf, type NumberMark } from './marks.ts';
import { type Role, rolesOf } from './roles.ts';

export type Passages = { readonly passages: readonly Passage[]; readonly marks: readonly NumberMark[] };

/** Linear in the length of the text. Rows of tables keep a tab between their columns; all other blanks are single. */
export function passagesOf(lines: readonly string[]): Passages {
  const cleaned = cleanLines(lines);
  const manner = mannerOf(cleaned);
  const blocks = blocksOf(cleaned, rolesOf(cleaned, manner), manner);
  return treeOf(blocks);
}

type Block = { readonly kind: Passage['kind']; readonly lines: Line[] };

const KINDS = {
  text: 'body',
  'note-start': 'note',
  note: 'note',
  furniture: 'furniture',
  row: 'table-row',
} as const satisfies Record<Exclude<Role, 'blank' | 'call'>, Passage['kind']>;

type Open = { block: Block; reach: number };

type Flow = {
  readonly manner: Manner;
  readonly blocks: Block[];
  body: Open | null;
  note: Open | null;
  hasGap: boolean;
  hasTurned: boolean;
  isAfterCall: boolean;
};

/** Text goes on over notes and furniture of a page; a note only over lines of its own. */
function blocksOf(lines: readonly Line[], roles: readonly Role[], manner: Manner): readonly Block[] {
  const flow: Flow = {
    manner,
    blocks: [],
    body: null,
    note: null,
    hasGap: false,
    hasTurned: false,
    isAfterCall: false,
  };
  for (const [index, line] of lines.entries()) {
    if (line.startsPage) flow.hasTurned = true;
    const role = roles[index] ?? 'blank';
    if (role === 'blank') flow.hasGap = true;
    else if (role === 'call') flow.isAfterCall = true;
    else put(flow, line, role);
    if (role !== 'blank') flow.hasGap = false;
  }
  return flow.blocks;
}

function put(flow: Flow, line: Line, role: Exclude<Role, 'blank' | 'call'>): void {
  const kind = KINDS[role];
  const open = kind === 'body' ? flow.body : role === 'note' ? flow.note : null;
  if (open && isContinued(flow, open, line)) {
    open.reach = flow.isAfterCall ? open.reach + line.text.length : line.text.length;
    open.block.lines.push(line);
  } else {
    const block: Block = { kind, lines: [line] };
    flow.blocks.push(block);
    if (kind === 'body') flow.body = { block, reach: line.text.length };
    if (kind === 'table-row') flow.body = null;
    if (kind === 'note') flow.note = { block, reach: line.text.length };
  }
  flow.hasTurned =
    kind === 'body' || kind === 'table-row'
      ? false
      : flow.hasTurned || kind !== 'note' || role === 'note-start';
  if (kind === 'body') flow.isAfterCall = false;
}

function isContinued(flow: Flow, { block, reach }: Open, next: Line): boolean {
  const before = block.lines.at(-1);
  const first = block.lines[0];
  if (!before || !first) return false;
  // The mark of a note stood between two pieces of one line.
  if (flow.isAfterCall && (!flow.hasGap || /^[,.;:)…]/.test(next.text))) return true;
  const isGap = flow.hasGap && !flow.manner.isSpaced;
  return goesOn({ first, before, reach, next, isGap, isPageTurn: flow.hasTurned, manner: flow.manner });
}

function treeOf(blocks: readonly Block[]): Passages {
  const passages: Passage[] = [];
  const marks: NumberMark[] = [];
  const above: { readonly depth: number; readonly passage: number }[] = [];
  let isUnderTitle = false;
  for (const block of blocks) {
    const index = passages.length;
    const { text, lineAt } = joined(block.lines);
    const mark = block.kind === 'body' ? markOf(text) : null;
    const isTitle = block.kind === 'body' && /^BÁO CÁO(?: |$)/.test(text) && isCapitals(text);
    const isHeading =
      block.kind === 'body' && (isTitle || isUnderTitle ? text.length < 300 : isHeadingText(text, mark));
    const depth = mark ? depthOf(mark) : isHeading ? HEADLINE : null;
    if (block.kind === 'body') climb(above, depth);
    const first = block.lines[0]?.number ?? 0;
    passages.push({
      index,
      kind: isHeading ? 'heading' : block.kind,
      text,
      lineAt,
      firstLine: first,
      lastLine: block.lines.at(-1)?.number ?? first,
      under: block.kind === 'furniture' ? [] : above.map((one) => one.passage),
    });
    if (mark) marks.push({ ...mark, passage: index, depth: depthOf(mark) });
    if (depth !== null) above.push({ depth, passage: index });
    if (block.kind === 'body') isUnderTitle = isTitle;
  }
  return { passages, marks };
}

/** A heading without number stands above parts; paragraphs without one stand under what is numbered, not under dashes. */
const HEADLINE = -1;
const BULLETS = 12;

function climb(above: { readonly depth: number }[], depth: number | null): void {
  const least = depth ?? BULLETS;
  while ((above.at(-1)?.depth ?? -2) >= least) above.pop();
}

const HEADING_LENGTH = 220;

function isHeadingText(text: string, mark: Mark | null): boolean {
  if (text.length > HEADING_LENGTH) return false;
  if (isCapitals(text) || isNamedAlone(text)) return text.length > 3;
  if (!mark || mark.style === 'dash' || mark.style === 'plus') return false;
  return !/[.;:] \p{Lu}|;$/u.test(text.slice(mark.length)) && !text.startsWith('Điều ');
}

type Joined = { readonly text: string; readonly lineAt: (offset: number) => number };

function joined(lines: readonly Line[]): Joined {
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const line of lines) {
    const glue = length === 0 ? '' : glueBetween(parts.at(-1) ?? '', line.text);
    starts.push(length + glue.length);
    parts.push(glue + line.text);
    length += glue.length + line.text.length;
  }
  return { text: parts.join(''), lineAt: (offset) => lines[lastAtMost(starts, offset)]?.number ?? 0 };
}

/** `26/CT-` and `TTg`, `2016-` and `2020` belong together; no blank stands before a comma. */
function glueBetween(before: string, next: string): string {
  return /[\p{L}\d][-/]$/u.test(before.slice(-2)) || /^[,.;:)]/.test(next) ? '' : ' ';
}

function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
