/** Wholes whose parts are the entries of a list below: `500 hồ sơ, trong đó:` and then `- Trực tuyến: 300 hồ sơ;`. */
import type { MarkStyle, NumberMark } from '../passages/marks.ts';
import { cuesIn } from './cues.ts';
import type { Figure, FiguredPassage } from './figure.ts';
import { claimOf, gapOf, isPart, type Whole } from './whole.ts';

const MOST_ENTRIES = 60;

/** `marks` say at which passages entries begin. */
export function wholesInLists(
  passages: readonly FiguredPassage[],
  marks: ReadonlyMap<number, NumberMark>,
): readonly Whole[] {
  return passages.flatMap((figured, index) => {
    const head = headOf(figured);
    if (head === null) return [];
    const entries = entriesBelow(passages, marks, index);
    const rows = entries.map((entry) => partsOfEntry(entry, head.whole)).filter((row) => row.length > 0);
    return rows.length < 2 ? divisionsOf(head, rows) : explained(head, rows);
  });
}

type Head = { readonly whole: Figure; readonly isAll: boolean };

/** A passage that ends in a colon or a cue, with the figure that it divides. */
function headOf({ figures, low, passage }: FiguredPassage): Head | null {
  if (passage.kind === 'table-row' || figures.length === 0) return null;
  const cue = cuesIn(low, figures.map(({ start }) => start)).at(-1); // prettier-ignore
  const behindCue = cue === undefined ? '' : low.slice(cue.end).trim();
  const endsInCue = cue !== undefined && /^[:,.]?$/.test(behindCue);
  if (!endsInCue && !/[:;] ?$/.test(low)) return null;
  const isColon = / ?: ?$/.test(low);
  if (!endsInCue && !isColon) return null;
  const last = figures.findLast(({ role, depth }) => role === 'amount' && depth === 0);
  if (last === undefined || !last.isExact || (cue && cue.start < last.start && !isColon)) return null;
  if (low.length - last.unitEnd > 160 || /[.!?] /.test(low.slice(last.unitEnd))) return null;
  return { whole: last, isAll: cue?.isAll === true && cue.start > last.start };
}

/** The passages of the list right below; deeper entries between them are passed over. */
export function entriesBelow(
  passages: readonly FiguredPassage[],
  marks: ReadonlyMap<number, NumberMark>,
  index: number,
): readonly FiguredPassage[] {
  const entries: FiguredPassage[] = [];
  const outer = styleAt(passages[index], marks);
  let style: MarkStyle | null = null;
  for (const entry of passages.slice(index + 1, index + 1 + MOST_ENTRIES)) {
    if (entry.passage.kind === 'furniture' || entry.passage.kind === 'note') continue;
    const own = styleAt(entry, marks);
    if (own === null || own === outer || (style === null ? false : own !== style && !isBelow(own, style)))
      break;
    style ??= own;
    if (own === style) entries.push(entry);
  }
  return entries;
}

const ORDER: readonly MarkStyle[] = [
  'part',
  'chapter',
  'section',
  'upper',
  'roman',
  'number',
  'letter',
  'bracket',
  'dash',
  'plus',
];

function isBelow(inner: MarkStyle, outer: MarkStyle): boolean {
  return ORDER.indexOf(inner) > ORDER.indexOf(outer);
}

function styleAt(
  figured: FiguredPassage | undefined,
  marks: ReadonlyMap<number, NumberMark>,
): MarkStyle | null {
  return figured === undefined ? null : (marks.get(figured.passage.index)?.style ?? starred(figured));
}

/** Entries may also begin with a star, which is no numbering. */
function starred({ passage }: FiguredPassage): MarkStyle | null {
  return /^[*•·] ?/.test(passage.text) ? 'dash' : null;
}

/** Figures of an entry that can be parts, up to where it speaks of parts of its own. */
function partsOfEntry({ figures, low }: FiguredPassage, whole: Figure): readonly Figure[] {
  const own = cuesIn(low, figures.map(({ start }) => start)).find(({ start, isDivision }) => start > 0 && !isDivision); // prettier-ignore
  const first = figures.find((figure) => isPart(figure, whole));
  const end = own !== undefined && first !== undefined && first.start < own.start ? own.start : low.length;
  return figures.filter((figure) => figure.depth === 0 && figure.start < end && isPart(figure, whole));
}

/** Every entry a part, all figures parts, or every entry another way of dividing: what comes nearest the whole. */
function explained(head: Head, rows: readonly (readonly Figure[])[]): readonly Whole[] {
  const { whole } = head;
  const firsts = rows.map(([first]) => first).filter((first) => first !== undefined);
  const options: { readonly gap: number; readonly groups: readonly (readonly Figure[])[] }[] = [
    { gap: Math.abs(gapOf(whole, firsts)), groups: [firsts] },
    { gap: Math.abs(gapOf(whole, rows.flat())), groups: [rows.flat()] },
  ];
  if (rows.every((row) => row.length > 1)) {
    const gap = rows.reduce((sum, row) => sum + Math.abs(gapOf(whole, row)), 0) / rows.length;
    options.push({ gap, groups: rows });
  }
  const [nearest] = options.toSorted((a, b) => a.gap - b.gap);
  return (nearest?.groups ?? []).map((parts) => wholeOf(head, parts));
}

/** One entry alone is a list of parts only when it has several. */
function divisionsOf(head: Head, rows: readonly (readonly Figure[])[]): readonly Whole[] {
  return rows.filter((row) => row.length > 1).map((row) => wholeOf(head, row));
}

function wholeOf({ whole, isAll }: Head, parts: readonly Figure[]): Whole {
  return { whole, parts, claim: claimOf(isAll ? 'all' : 'likely', whole, parts), kind: 'list' };
}
