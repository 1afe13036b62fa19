import { numberOf } from '../../identity-number.ts';

/** A person or organisation that came to a counter before, with the latest particulars. */
export type FoundApplicant = {
  readonly id: number;
  readonly kind: 'citizen' | 'organisation';
  readonly fullName: string;
  readonly idNumber: string | null;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
};

/**
 * An answer of the search. `exact`: the whole identity or telephone number was typed, so the person is known to the
 * officer already and may be shown in full; otherwise numbers are masked.
 */
export type ApplicantMatch = FoundApplicant & { readonly exact: boolean };

/** Whether what was typed is the very identity or telephone number of the person. */
export function isNumberOf(applicant: Pick<FoundApplicant, 'idNumber' | 'phone'>, typed: string): boolean {
  const number = numberOf(typed);
  return number !== '' && (number === applicant.idNumber || number === applicant.phone);
}
