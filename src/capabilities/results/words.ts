/** What a result is called and said to be. */
import type { LocalDate } from '#kernel/local-date.ts';
import type { Result, ResultState } from './schema.ts';

/** What a correction may change. */
export const FIELDS = [
  'kind',
  'title',
  'documentNumber',
  'issuedOn',
  'signer',
  'validFrom',
  'validTo',
  'holder',
] as const;

export const FIELD_LABELS = {
  kind: 'Loại kết quả',
  title: 'Tên kết quả',
  documentNumber: 'Số, ký hiệu',
  issuedOn: 'Ngày ký',
  signer: 'Người ký',
  validFrom: 'Có hiệu lực từ',
  validTo: 'Có hiệu lực đến hết',
  holder: 'Cấp cho',
} as const satisfies Readonly<Record<(typeof FIELDS)[number], string>>;

/** Whether a result holds on a day: what was decided goes before its own period. */
export function stateOf(
  { standing, validFrom, validTo }: Pick<Result, 'standing' | 'validFrom' | 'validTo'>,
  today: LocalDate,
): ResultState {
  if (standing !== 'issued') return standing;
  if (validFrom > today) return 'not-yet';
  return validTo !== null && validTo < today ? 'expired' : 'valid';
}

/** `ACDE-FGHJ-KLMN`, to be read out and typed. */
export function codeWords(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-');
}
