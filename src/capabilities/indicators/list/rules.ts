import { fold } from '#kernel/vietnamese/fold.ts';
import { REFORM_AREAS } from '#foundation/figures/schema.ts';
import type { Indicator } from '../schema.ts';
import type { CatalogueQuery } from './schema.ts';

/** Indicators that fit what was asked, by area of reform, computed ones first. */
export function matching(
  indicators: readonly Indicator[],
  { q, area, origin }: Pick<CatalogueQuery, 'q' | 'area' | 'origin'>,
): readonly Indicator[] {
  const words = fold(q).split(' ').filter(Boolean);
  return indicators
    .filter((indicator) => area === '' || indicator.area === area)
    .filter((indicator) => isOfOrigin(indicator, origin))
    .filter((indicator) => words.every((word) => searched(indicator).includes(word)))
    .toSorted((one, other) => REFORM_AREAS.indexOf(one.area) - REFORM_AREAS.indexOf(other.area));
}

function isOfOrigin({ computed, retiredOn }: Indicator, origin: CatalogueQuery['origin']): boolean {
  if (origin === 'retired') return retiredOn !== null;
  if (retiredOn !== null) return false;
  return origin === '' || (origin === 'computed') === computed;
}

function searched({ code, name, definition, unitOfMeasure }: Indicator): string {
  return fold(`${code} ${name} ${definition} ${unitOfMeasure}`);
}
