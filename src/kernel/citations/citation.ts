import { isPartyIssuer, issuerOfAbbreviation } from './issuers.ts';
import { type CitationType, typesOfAbbreviation } from './types.ts';

/** Number and symbol of a document, apart: `61/2018/NĐ-CP` is 61, 2018, NĐ-CP; `12-CT/HU` is 12, none, CT/HU. */
export type DocumentNumber = {
  readonly number: string | null;
  readonly yearInNumber: number | null;
  /** With `-` and `/` between its groups, without blanks. */
  readonly symbol: string | null;
};

/** What a symbol tells: types it may stand for, and the body, as far as tables know them. */
export type SymbolMeaning = { readonly types: readonly CitationType[]; readonly issuer: string | null };

export function meaningOf(symbol: string): SymbolMeaning {
  const groups = symbol.split(/[-/]/);
  const [first = ''] = groups;
  const types = typesOfAbbreviation(first);
  const issuer = groups.slice(types.length > 0 ? 1 : 0).map(issuerOfAbbreviation);
  const known = issuer.find((code) => code !== null) ?? null;
  if (types.length > 0) return { types, issuer: known };
  // Letters have the issuer first and then who wrote it: `12/UBND-VX`. Laws and ordinances have a body and its term: `80/2015/QH13`.
  const isLetter =
    known !== null && known !== 'QH' && known !== 'UBTVQH' && issuerOfAbbreviation(first) !== null;
  return { types: isLetter ? ['CV'] : [], issuer: known };
}

/**
 * How a document is numbered in writing: `61/2018/NĐ-CP`, `12-CT/HU`, `05/UBND-VX`. What is missing is left out.
 */
export function formatNumber({ number, yearInNumber, symbol }: DocumentNumber): string {
  const years = yearInNumber === null ? '' : `/${yearInNumber}`;
  const head = `${number ?? ''}${years}`;
  if (symbol === null) return head;
  if (head === '') return symbol;
  return `${head}${isPartySymbol(symbol) ? '-' : '/'}${symbol}`;
}

/** `CT/HU`: type and body apart by a stroke, as only the Party writes. */
export function isPartySymbol(symbol: string): boolean {
  const [, issuer] = /^\p{L}+\/(\p{L}+)$/u.exec(symbol) ?? [];
  const code = issuer === undefined ? null : issuerOfAbbreviation(issuer);
  return code !== null && isPartyIssuer(code);
}

/** Key under which two writings of a number and symbol are one: `05/QĐ-UBND`, `5 /QĐ- UBND`. */
export function numberKey({ number, symbol }: Pick<DocumentNumber, 'number' | 'symbol'>): string {
  const bare = (number ?? '').replace(/^0+(?=\d)/, '').toLowerCase();
  return `${bare}/${(symbol ?? '').toUpperCase().replaceAll('/', '-')}`;
}
