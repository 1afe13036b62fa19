import { issuerAtStart } from '#kernel/citations/issuers.ts';
import type { KnownDocument } from '#kernel/report/schema.ts';
import { STARTER_DOCUMENTS } from './all.ts';

/** What the register of a new installation knows, for the checker where no database is at hand. */
export const starterKnownDocuments: readonly KnownDocument[] = STARTER_DOCUMENTS.map(
  ({ type, number, symbol, title, issuer, issuedOn, inForceUntil, doubts }) => {
    const isUnsure = (field: string) =>
      doubts.some((doubt) => doubt.field === field && doubt.kind !== 'checked');
    return {
      type,
      number,
      symbol,
      title,
      inForceUntil,
      issuer: isUnsure('issuer') ? null : (issuerAtStart(issuer.toLocaleLowerCase('vi'))?.code ?? null),
      date: isUnsure('date') ? null : issuedOn,
    };
  },
);
