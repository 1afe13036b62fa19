import { issuerAtStart } from '#kernel/citations/issuers.ts';
import { CITATION_TYPE_LABELS } from '#kernel/citations/types.ts';
import type { KnownDocument } from '#kernel/report/schema.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import { type DocumentInput, numberOf, type RegisteredDocument } from './schema.ts';

/** What a document is found by, without accents. */
export function foldedOf(document: DocumentInput): string {
  const { type, title, issuer, number, symbol } = document;
  const numbers = `${numberOf(document)} ${number.replace(/^0+/, '')}/${symbol}`;
  return fold(`${CITATION_TYPE_LABELS[type]} ${numbers} ${issuer} ${title}`);
}

/**
 * Whether two entries are of one document: number, symbol, issuer and year (Decree 30/2020/NĐ-CP, annex VI: a register warns
 * of the same number, symbol and agency). What one of them does not know tells them not apart.
 */
export function isSameDocument(one: DocumentInput, other: DocumentInput): boolean {
  if (one.number === '' || plain(one.number) !== plain(other.number)) return false;
  return (
    agree(fold(one.symbol), fold(other.symbol)) &&
    agree(fold(one.issuer), fold(other.issuer)) &&
    agree(yearOf(one), yearOf(other))
  );
}

/** Entries of the same document, withdrawn ones and itself left out. */
export function duplicatesOf(
  input: DocumentInput,
  known: readonly RegisteredDocument[],
  ownId: number | null,
): readonly RegisteredDocument[] {
  return known.filter(({ id, ...one }) => id !== ownId && !one.withdrawn && isSameDocument(input, one));
}

/** Year of the number, else of its date; empty when neither is known. */
export function yearOf({ yearInNumber, issuedOn }: Pick<DocumentInput, 'yearInNumber' | 'issuedOn'>): string {
  return yearInNumber === null ? (issuedOn?.slice(0, 4) ?? '') : String(yearInNumber);
}

function plain(number: string): string {
  return number.toLocaleLowerCase('vi').replace(/^0+(?=\d)/, '');
}

function agree(one: string, other: string): boolean {
  return one === '' || other === '' || one === other;
}

/** A document as the checker of reports reads it: what a source does not say for certain is left out. */
export function knownOf({ doubts, ...document }: DocumentInput): KnownDocument {
  const unsure = new Set(doubts.filter(({ kind }) => kind !== 'checked').map(({ field }) => field));
  const { type, number, symbol, issuer, issuedOn, title, inForceUntil } = document;
  return {
    type,
    number,
    symbol,
    title,
    issuer: unsure.has('issuer') ? null : (issuerAtStart(issuer.toLocaleLowerCase('vi'))?.code ?? null),
    date: unsure.has('date') ? null : issuedOn,
    inForceUntil: unsure.has('force') ? null : inForceUntil,
  };
}
