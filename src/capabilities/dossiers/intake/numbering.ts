import type { LocalDate } from '#kernel/local-date.ts';

/**
 * How a dossier number is written: agency, date of reception, sequence of that day.
 * `000.17.22.H08-200428-0003` in real use since 2019; a six-digit year of four and seven digits of sequence appear in newer
 * systems (`G09.20-20260609-0092637`), so both parse.
 */
export type NumberPattern = { readonly year: 2 | 4; readonly width: number };

export type DossierNumber = {
  readonly agencyId: string;
  readonly day: LocalDate;
  readonly sequence: number;
};

export const NUMBER_PATTERN: NumberPattern = { year: 2, width: 4 };

/** Writes the number of the `sequence`-th dossier of an agency on a day. */
export function dossierNumber(
  { agencyId, day, sequence }: DossierNumber,
  { year, width }: NumberPattern = NUMBER_PATTERN,
): string {
  const date = day.replaceAll('-', '').slice(4 - year);
  return `${agencyId}-${date}-${String(sequence).padStart(width, '0')}`;
}

/** Parts of a dossier number in either form, or null when it is not one. Spaces and case do not matter. */
export function parseDossierNumber(text: string): DossierNumber | null {
  const match = /^([A-Z0-9.]+)-(?:20)?(\d{2})(\d{2})(\d{2})-(\d{4,9})$/.exec(
    text.replaceAll(/\s/g, '').toUpperCase(),
  );
  if (!match) return null;
  const [, agencyId = '', year, month, day, sequence] = match;
  return { agencyId, day: `20${year}-${month}-${day}`, sequence: Number(sequence) };
}
