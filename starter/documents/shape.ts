import type { CitationType } from '#kernel/citations/types.ts';
import type { DocumentField, DoubtKind } from '#capabilities/documents/words.ts';
import type { DocumentInput } from '#capabilities/documents/schema.ts';
import { REPORT_TITLE } from './report.ts';

/** A document as the report cites it: number with its symbol, issuer, day, what it is about, and the lines. */
export type Cited = {
  readonly type: CitationType;
  /** `3898/QĐ-UBND`, `61/2018/NĐ-CP`, `12/CT/HU`: the first part is the number, a year may follow. */
  readonly code: string;
  readonly issuer: string;
  readonly date: string | null;
  readonly title: string;
  readonly lines: readonly number[];
  readonly doubts?: readonly (readonly [DocumentField, DoubtKind, string])[];
  /** Its last day in force. */
  readonly until?: string;
};

/** As the register keeps it. */
export function inputOf({ code, doubts = [], lines, until, date, ...cited }: Cited): DocumentInput {
  const [, number = '', year, symbol = ''] = /^(\d+[a-z]?)\/(?:((?:19|20)\d{2})\/)?(.+)$/u.exec(code) ?? [];
  return {
    ...cited,
    number,
    yearInNumber: year === undefined ? null : Number(year),
    symbol,
    issuerUnitId: null,
    issuedOn: date,
    inForceFrom: null,
    inForceUntil: until ?? null,
    replacedBy: null,
    doubts: doubts.map(([field, kind, note]) => ({ field, kind, note })),
    sources: lines.map((line) => ({ source: REPORT_TITLE, place: `dòng ${line}`, said: '' })),
    note: '',
  };
}
