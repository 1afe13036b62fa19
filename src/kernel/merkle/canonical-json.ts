/**
 * JSON that is written in one way only: RFC 8785 without fractions. Keys are in the order of their UTF-16 code units,
 * there are no spaces, and everything that JSON would bend silently is an error.
 */
export type CanonicalValue =
  string | number | boolean | null | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue };

/** Nothing of ours is nested deeper; a circle is. */
const DEEPEST = 64;

/**
 * The one text of a value. A TypeError for fractions and numbers beyond 2^53, lone surrogates, undefined, dates, holes
 * in arrays, objects of classes, symbols as keys, circles.
 */
export function canonicalJson(value: unknown): string {
  return written(value, 0);
}

function written(value: unknown, depth: number): string {
  if (depth > DEEPEST) throw new TypeError(`Nested deeper than ${DEEPEST}.`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writtenString(value);
  if (typeof value === 'number') return writtenInteger(value);
  if (Array.isArray(value)) return `[${Array.from(value, (member) => written(member, depth + 1)).join(',')}]`;
  if (typeof value === 'object') return writtenObject(value, depth);
  throw new TypeError(`No canonical JSON for ${typeof value}.`);
}

function writtenString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('A lone surrogate has no canonical JSON.');
  return JSON.stringify(text);
}

/** Minus zero is written 0, as RFC 8785 has it. */
function writtenInteger(number: number): string {
  if (!Number.isSafeInteger(number)) throw new TypeError(`${number} is not an exact whole number.`);
  return String(number);
}

function writtenObject(object: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('Only plain objects.');
  if (Object.getOwnPropertySymbols(object).length > 0) throw new TypeError('A symbol is not a key of JSON.');
  const members = Object.entries(object)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, value]) => `${writtenString(key)}:${written(value, depth + 1)}`);
  return `{${members.join(',')}}`;
}
