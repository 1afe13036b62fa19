/** Reading number and symbol of a document out of a text, also as they are written in haste. */
import { type DocumentNumber, isPartySymbol, meaningOf } from './citation.ts';

export type FoundNumber = DocumentNumber & {
  readonly start: number;
  readonly end: number;
  /** The symbol alone shows that a document is meant; otherwise the words around must. */
  readonly isSure: boolean;
};

/** Digits with a letter or two behind, an optional year, and then the symbol; blanks may stand at every joint. */
const HEAD = /(?<![\d\p{Lu}/.,-])(\d{1,5})([a-zđ]{1,2}|[A-ZĐ](?=\/))?(?![\d\p{Ll}])/gu;
const YEAR = / ?[/-] ?((?:19|20)\d{2})(?!\d)/uy;
/** Two capitals or more with at most two small letters behind each: QĐ, CTr, TTg, QyĐ; L of orders stands alone. */
const GROUP = String.raw`(?:[A-ZĐƯ](?:\p{Ll}{0,2}[A-ZĐƯ&]){1,9}\p{Ll}{0,2}\d{0,2}(?!\p{L})|L(?=-))`;
const SYMBOL = new RegExp(
  String.raw`( ?\/ ?|[-–]| (?=${GROUP} ?[-/]))(${GROUP}(?: ?[-–/] ?${GROUP}){0,4})`,
  'uy',
);

/**
 * Numbers of documents that have a symbol, from the left. `10/10 UBND` and `52/TTHC` are figures.
 */
export function numbersIn(text: string): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  let from = 0;
  for (const head of text.matchAll(HEAD)) {
    if (head.index < from) continue;
    const one = numberAt(text, head);
    if (!one) continue;
    found.push(one);
    from = one.end;
  }
  return found;
}

function numberAt(text: string, head: RegExpExecArray): FoundNumber | null {
  const [written, digits = '', letters = ''] = head;
  const afterHead = head.index + written.length;
  YEAR.lastIndex = afterHead;
  const year = YEAR.exec(text);
  SYMBOL.lastIndex = year ? YEAR.lastIndex : afterHead;
  const [matched, joint = '', groups = ''] = SYMBOL.exec(text) ?? [];
  if (matched === undefined) return null;
  const tail = groups.split(/ [-–] /)[0] ?? ''; // a dash with blanks on both sides parts sentences
  const symbol = tail.replace(/ ?([-–/]) ?/g, (_, dash: string) => (dash === '/' ? '/' : '-'));
  const sureness = surenessOf(symbol, joint.trim());
  if (sureness === 'none') return null;
  return {
    number: `${digits}${letters}`,
    yearInNumber: year ? Number(year[1]) : null,
    symbol,
    start: head.index,
    end: SYMBOL.lastIndex - (groups.length - tail.length),
    isSure: sureness === 'sure',
  };
}

/** The symbol that begins at an offset, repaired, or null. */
export function symbolAt(
  text: string,
  start: number,
): { readonly symbol: string; readonly end: number } | null {
  LONE_SYMBOL.lastIndex = start;
  const [groups] = LONE_SYMBOL.exec(text) ?? [];
  return groups === undefined ? null : { symbol: groups.replaceAll(' ', ''), end: start + groups.length };
}

const LONE_SYMBOL = new RegExp(String.raw`${GROUP}(?: ?[-–/] ?${GROUP}){0,4}`, 'uy');

function surenessOf(symbol: string, joint: string): 'sure' | 'unsure' | 'none' {
  const { types, issuer } = meaningOf(symbol);
  if (!/[-/]/.test(symbol)) return issuer !== null && joint === '/' ? 'unsure' : 'none';
  const hasType = types.length > 0 && !types.includes('CV');
  if (joint !== '/') return isPartySymbol(symbol) || (hasType && issuer !== null) ? 'sure' : 'none';
  return hasType || issuer !== null ? 'sure' : 'unsure';
}
