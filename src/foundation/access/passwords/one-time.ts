import { randomInt } from 'node:crypto';

/** No letters and digits that are mistaken for each other when copied from paper (0 o, 1 l i, 5 s, 2 z). */
const SIGNS = 'abcdefghjkmnpqrtuvwxy346789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A password to hand over once, such as `k7bd-qm4x-tr9w-hc3e`: about 76 bits from the system's random source. */
export function oneTimePassword(): string {
  return Array.from({ length: GROUPS }, group).join('-');
}

function group(): string {
  return Array.from({ length: GROUP_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
}
