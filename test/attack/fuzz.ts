import {
  type Arbitrary,
  array,
  constant,
  constantFrom,
  integer,
  oneof,
  record,
  string,
  tuple,
} from 'fast-check';
import { FUZZ_RUNS } from '#test/mutations.ts';
import type { FoundForm, FoundInput } from './forms.ts';

/** A form or an address asks the whole application and its database, so it is tried less often than a reader of bytes. */
export const REQUEST_RUNS = Math.max(4, Math.ceil(FUZZ_RUNS / 40));

/** What readers of texts trip over: control, direction, halves of characters, other scripts, numbers at their edges. */
const HOSTILE: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\u0007\u001b[2J',
  '\r\nSet-Cookie: a=b',
  '\u202e\u2066x',
  '\ud800',
  '\ufeff',
  'ệ'.normalize('NFD').repeat(40),
  '💀'.repeat(80),
  "' or 1=1 --",
  '"><script>alert(1)</script>',
  '{{7*7}}${7*7}#{7*7}',
  '#set page(width: 0pt); #eval("1")',
  '=cmd|" /C calc"!A0',
  '../../../../etc/passwd',
  '%00%ff%c0%ae',
  '\\',
  '%',
  '_',
  '[',
  '(',
  '(a+)+$',
  '__proto__',
  'constructor',
  'NaN',
  '-0',
  '1e309',
  '-1',
  '0x10',
  '9007199254740993',
  '2147483648',
  '9223372036854775808',
  '99999999999999999999999999',
  '29/2/2021',
  '31/4/2020',
  '0000-00-00',
  '+275760-09-13',
  '24:60',
  '[object Object]',
  'null',
  'undefined',
  'true',
];

const text = oneof(
  { weight: 3, arbitrary: constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: string({ unit: 'grapheme', minLength: 200, maxLength: 3000 }) },
  { weight: 1, arbitrary: integer().map(String) },
);

/** Something to put for one name of a query or one part of a path. */
export const anyText: Arbitrary<string> = text;

/** What somebody could make a field send: what it holds, one of its choices, something else, twice, or nothing. */
function valuesOf(input: FoundInput): Arbitrary<readonly string[]> {
  const honest = constantFrom(...new Set([input.value, ...input.choices]));
  const isKept = input.name === 'formId' || input.name === 'actingPost';
  return oneof(
    { weight: isKept ? 12 : 4, arbitrary: honest.map((value) => [value]) },
    { weight: 4, arbitrary: text.map((value) => [value]) },
    { weight: 1, arbitrary: array(text, { minLength: 2, maxLength: 4 }) },
    { weight: 1, arbitrary: constant([]) },
  );
}

/** A sending of a form, with fields of its own and some that it never had. */
export function sendings(form: FoundForm): Arbitrary<URLSearchParams> {
  const own = record(Object.fromEntries(form.inputs.map((input) => [input.name, valuesOf(input)])));
  const more = array(tuple(oneof(text, constantFrom('papers.0.count', 'id', 'unitId', 'roles')), text), {
    maxLength: 2,
  });
  return tuple(own, more).map(([fields, others]) => {
    const pairs = Object.entries(fields).flatMap(([name, values]) =>
      values.map((value) => [name, value] as const),
    );
    return new URLSearchParams([...pairs, ...others].map(([name, value]) => [name, value]));
  });
}

const NAMES =
  'q unit page from to date tab state sort dir domain kind role standing applicant who copies noi year format procedure next ma bn what on vacant number section old'.split(
    ' ',
  );

/** A query of names that pages know, and of others. */
export const queries: Arbitrary<string> = array(tuple(oneof(constantFrom(...NAMES), text), text), {
  maxLength: 5,
}).map((pairs) => new URLSearchParams(pairs).toString());
