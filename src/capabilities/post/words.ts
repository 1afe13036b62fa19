import type { Party } from './schema.ts';

/** Where an end of the way is, in one line; what is said twice is said once. */
export function placeWords({ address, district, province }: Party): string {
  return [...new Set([address, district, province])].filter((part) => part !== '').join(', ');
}
