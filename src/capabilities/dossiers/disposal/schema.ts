import type { LocalDate } from '#kernel/local-date.ts';

/** Kinds of records of this capability that come to an end and are kept for a number of years after it. */
export type EndingKind = 'dossier' | 'slip';

/** Up to which day records of a procedure, of a domain, or of all the others must have ended to be over by now. */
export type Cutoff = {
  readonly ruleId: number;
  readonly procedureId: number | null;
  readonly domain: string | null;
  /** Null: kept for ever. */
  readonly endedOn: LocalDate | null;
  readonly years: number | null;
};

/** Which records are looked for. `ids` narrows to some, `except` leaves some out. */
export type EndedQuery = {
  readonly unitId: number;
  readonly cutoffs: readonly Cutoff[];
  readonly ids: readonly number[] | null;
  readonly except: readonly number[];
  readonly limit: number;
  readonly offset: number;
};

/** A record whose time is over, by number and procedure; of the person nothing. */
export type EndedRecord = {
  readonly id: number;
  readonly label: string;
  readonly title: string;
  readonly endedOn: LocalDate;
  readonly keptUntil: LocalDate;
  readonly ruleId: number;
  readonly total: number;
};

/** What stands in the place of a name after disposal. */
export const DISPOSED_NAME = '(đã tiêu hủy)';
