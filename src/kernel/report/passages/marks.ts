/** Numbering at the head of a paragraph in the Vietnamese manner: Phần, Chương, A, I, 1, 1.1, a), -, +. */
import { legalLetters } from '#kernel/vietnamese/collate.ts';

export type MarkStyle =
  'part' | 'chapter' | 'section' | 'upper' | 'roman' | 'number' | 'letter' | 'bracket' | 'dash' | 'plus';

export type Mark = {
  readonly style: MarkStyle;
  /** As written, with its dot or bracket: `1.1.`, `a)`, `Phần thứ nhất`. */
  readonly written: string;
  /** `1.2` is [1, 2]; a letter its place in the Vietnamese order of points; of dashes none. */
  readonly ordinals: readonly number[];
  /** Where the words behind it begin. */
  readonly length: number;
};

/** A mark and the passage it stands at the head of. */
export type NumberMark = Mark & { readonly passage: number; readonly depth: number };

const POINT_LETTERS = legalLetters.join('');

const ORDINAL_WORDS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'] as const;

const NAMED = /^(Phần|Chương|Mục)(?: +thứ)? +([IVXLivxl]{1,7}|\d{1,2}|\p{L}{2,5})(?=$|[ .:,)–-])[.:]?/iu;
const ROMAN = /^([IVX]{1,6})(?:[.)](?= ?\S)|[/:](?= ?\p{Lu})| *[-–](?= \p{Lu}))/u;
const NUMBER = /^(\d{1,2}(?:\.\d{1,2}){0,4})([.)/]?)(?= ?\S)/;
const LETTER = /^([a-zđA-ZĐ])([.)])(?= ?\S)/;
const BRACKETED = /^\((\d{1,2}|[a-zđ])\)(?= ?\S)/;
const DASH = /^[-–—•●▪*](?= ?[\p{L}\d"“(«'])/u;
const PLUS = /^[+○◦](?= ?[\p{L}\d"“(«'])/u;

/** The mark a paragraph begins with, or null. Only looks at its first characters. */
export function markOf(paragraph: string): Mark | null {
  const head = paragraph.slice(0, 60);
  return namedMark(head) ?? numberMark(head) ?? letterMark(head) ?? bulletMark(head);
}

const NAMES = { phần: 'part', chương: 'chapter', mục: 'section' } as const;

function namedMark(head: string): Mark | null {
  const [written, name = '', which = ''] = NAMED.exec(head) ?? [];
  if (written === undefined) return null;
  const style = Object.entries(NAMES).find(([word]) => word === name.toLowerCase())?.[1];
  const ordinal = ordinalOf(which);
  if (style === undefined || ordinal === null) return null;
  // "Phần lớn", "Mục tiêu" and a sentence that begins with "Mục 1 Điều 5 quy định" are no headings of their own.
  if (/^[a-z]/.test(which) && !/ thứ /i.test(written)) return null;
  return { style, written: written.trim(), ordinals: [ordinal], length: written.length };
}

function ordinalOf(which: string): number | null {
  if (/^\d+$/.test(which)) return Number(which);
  const word = ORDINAL_WORDS.findIndex((name) => name === which.toLowerCase());
  return word >= 0 ? word + 1 : romanValue(which.toUpperCase());
}

function numberMark(head: string): Mark | null {
  const [roman, numeral = ''] = ROMAN.exec(head) ?? [];
  const value = numeral === '' ? null : romanValue(numeral);
  if (roman !== undefined && value !== null) {
    return { style: 'roman', written: roman.trim(), ordinals: [value], length: roman.length };
  }
  const [number, path = '', end = ''] = NUMBER.exec(head) ?? [];
  if (number === undefined) return null;
  const ordinals = path.split('.').map(Number);
  const rest = head.slice(number.length);
  // "5.2 Những tồn tại" goes without its last dot; "5 đơn vị", "12/15" and "3.500" are figures.
  const isMark = end === '' ? ordinals.length > 1 && /^ \p{Lu}/u.test(rest) : /^ ?[\p{L}"“(]/u.test(rest);
  if (!isMark || (end === '/' && !/^ ?\p{Lu}/u.test(rest)) || isSymbol(end, rest)) return null;
  return { style: end === ')' ? 'bracket' : 'number', written: number, ordinals, length: number.length };
}

/** `12/QĐ-UBND` is the number of a document. */
function isSymbol(end: string, rest: string): boolean {
  return end === '/' && /^\p{Lu}[\p{L}]*[-/]/u.test(rest);
}

function letterMark(head: string): Mark | null {
  const [letter, name = '', end = ''] = LETTER.exec(head) ?? [];
  if (letter !== undefined) {
    const isUpper = name !== name.toLowerCase();
    const place = POINT_LETTERS.indexOf(name.toLowerCase());
    if (isUpper && end === ')') return null;
    if (place < 0) return null;
    const style = isUpper ? 'upper' : 'letter';
    return { style, written: letter, ordinals: [place + 1], length: letter.length };
  }
  const [bracketed, inside = ''] = BRACKETED.exec(head) ?? [];
  if (bracketed === undefined) return null;
  const ordinal = /\d/.test(inside) ? Number(inside) : POINT_LETTERS.indexOf(inside) + 1;
  if (ordinal === 0) return null;
  return { style: 'bracket', written: bracketed, ordinals: [ordinal], length: bracketed.length };
}

function bulletMark(head: string): Mark | null {
  const [dash] = DASH.exec(head) ?? [];
  if (dash !== undefined) return { style: 'dash', written: dash, ordinals: [], length: 1 };
  const [plus] = PLUS.exec(head) ?? [];
  return plus === undefined ? null : { style: 'plus', written: plus, ordinals: [], length: 1 };
}

const NUMERALS = { I: 1, V: 5, X: 10, L: 50 } as const;

/** The value of a Roman numeral up to 89, or null when it is none. */
export function romanValue(numeral: string): number | null {
  if (!/^(?:L?X{0,3}|XL)(?:IX|IV|V?I{0,3})$/.test(numeral) || numeral === '') return null;
  const values = [...numeral].map((letter) => NUMERALS[letter as keyof typeof NUMERALS] ?? 0); // the pattern has only these
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

const DEPTHS = {
  part: 0,
  chapter: 1,
  section: 2,
  upper: 3,
  roman: 4,
  number: 5,
  letter: 10,
  bracket: 11,
  dash: 12,
  plus: 13,
} as const satisfies Record<MarkStyle, number>;

/** How deep in the tree a mark stands; `1.1` deeper than `1`. */
export function depthOf(mark: Mark): number {
  return DEPTHS[mark.style] + (mark.style === 'number' ? Math.min(mark.ordinals.length, 5) - 1 : 0);
}
