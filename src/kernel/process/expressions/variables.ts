/** Facts that conditions may ask about, declared with their types; what the form of a procedure holds decides them. */
import { parseDate } from 'feelin';

export type ScalarType = 'number' | 'string' | 'boolean' | 'date';
export type ListType = { readonly list: ScalarType };
export type ContextType = { readonly context: Variables };
export type VariableType = ScalarType | ListType | ContextType;

/** Names with their types, such as `form: { context: { area: 'number' } }`. */
export type Variables = { readonly [name: string]: VariableType };

export const TYPE_LABELS = {
  number: 'số',
  string: 'chữ',
  boolean: 'đúng/sai',
  date: 'ngày',
} as const satisfies Record<ScalarType, string>;

/** Values as expressions read them. Made by `factsOf`; not kept anywhere. */
export type Facts = { readonly [name: string]: unknown };

/**
 * Values as the system holds them (dates as `YYYY-MM-DD`), made ready for expressions. A value that is missing or of another
 * type than declared is null there, with which FEEL compares: it is equal to nothing else, and greater or less is unclear.
 */
export function factsOf(variables: Variables, values: { readonly [name: string]: unknown }): Facts {
  return Object.fromEntries(
    Object.entries(variables).map(([name, type]) => [
      name,
      read(type, Object.hasOwn(values, name) ? values[name] : null),
    ]),
  );
}

function read(type: VariableType, value: unknown): unknown {
  if (typeof type === 'string') return readScalar(type, value);
  if ('list' in type) return Array.isArray(value) ? value.map((each) => readScalar(type.list, each)) : null;
  return factsOf(type.context, isContext(value) ? value : {});
}

function readScalar(type: ScalarType, value: unknown): unknown {
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
    case 'string':
      return typeof value === 'string' ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? parseDate(value) : null;
  }
}

function isContext(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
