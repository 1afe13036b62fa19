import type { LocalDate } from '#kernel/local-date.ts';
import type { FeeExemption } from './schema.ts';

export function isInForce(
  { validFrom, validTo }: Pick<FeeExemption, 'validFrom' | 'validTo'>,
  day: LocalDate,
): boolean {
  return validFrom <= day && (validTo === null || day < validTo);
}

/** What is still charged of a full amount, in whole đồng: a part of a đồng is to the good of who pays. */
export function chargedOf(fullAmount: number, { percent }: Pick<FeeExemption, 'percent'>): number {
  return Math.floor((fullAmount * (100 - percent)) / 100);
}
