import { FIRST_IDENTIFIER } from '../seed/identifiers.ts';
import type { Statement } from './record.ts';

/** A piece of text in the recorded values that differs each time, and the SQL expression that takes its place. */
export type Token = { readonly text: string; readonly expression: string };

export type ScriptOptions = {
  /** Lines that choose the values of this run of the script (`\set …`). */
  readonly head: readonly string[];
  readonly tokens: readonly Token[];
  /** Numbers that differ each time, and what stands for them. */
  readonly numbers: ReadonlyMap<number, string>;
};

/**
 * A pgbench script of the very statements that a verb sent, in one transaction. Values stand as literals; what one
 * statement returned and a later one used (an identifier, a number taken) is handed on by `\gset`.
 */
export function scriptOf(statements: readonly Statement[], options: ScriptOptions): string {
  const numbers = new Map(options.numbers);
  const lines = statements.map((statement, index) => {
    const sql = oneRow(statement, withValues(statement, { ...options, numbers }));
    return `${sql}${keep(statement, index, numbers)}`;
  });
  return [...options.head, ...lines, ''].join('\n');
}

/** Several numbers taken at once: the first is what a later statement needs, and pgbench keeps one row only. */
function oneRow({ rows }: Statement, sql: string): string {
  if (rows.length < 2 || !sql.endsWith('returning "last"')) return sql;
  return `with taken as (${sql}) select (array_agg(last))[1] as last from taken`;
}

/** Ends a statement, keeping the identifiers and counters of its only row in variables. */
function keep({ text, rows }: Statement, index: number, numbers: Map<number, string>): string {
  const [row] = rows;
  const isKept = row !== undefined && (rows.length === 1 || 'last' in row);
  if (!isKept || !/\b(?:id|last)\b/.test(text)) return ';';
  for (const [column, value] of Object.entries(row)) {
    if (typeof value === 'number' && value >= FIRST_IDENTIFIER) numbers.set(value, `:s${index}_${column}`);
  }
  return ` \\gset s${index}_`;
}

function withValues({ text, values }: Statement, options: ScriptOptions): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/\$(\d+)/g, (_, position: string) => {
    return literalOf(values[Number(position) - 1], options);
  });
}

function literalOf(value: unknown, options: ScriptOptions): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return options.numbers.get(value) ?? `'${value}'`;
  if (value instanceof Date) return quoted(value.toISOString());
  if (Array.isArray(value)) return quoted(`{${value.map((entry) => JSON.stringify(entry)).join(',')}}`);
  if (Buffer.isBuffer(value)) return quoted(`\\x${value.toString('hex')}`);
  if (typeof value === 'string')
    return textOf(value, [...options.tokens, ...numbersIn(value, options.numbers)]);
  if (typeof value === 'boolean') return `'${value}'`;
  throw new Error(`A value of this kind is not expected in a statement: ${typeof value}`);
}

/** Numbers that differ each time stand in JSON too: rows are written as one value. */
function numbersIn(text: string, numbers: ReadonlyMap<number, string>): readonly Token[] {
  if (!/^[[{]/.test(text)) return [];
  return [...numbers]
    .map(([number, variable]) => ({ text: `:${number}`, expression: `E'\\x3a' || ${variable}::text` }))
    .filter((token) => text.includes(token.text));
}

/** Text with its changing pieces as a concatenation. JSON needs its type said: text is not taken for it by itself. */
function textOf(text: string, tokens: readonly Token[]): string {
  const written = concatenated(text, tokens);
  return written.startsWith('(') && /^[[{]/.test(text) ? `${written}::jsonb` : written;
}

function concatenated(text: string, tokens: readonly Token[]): string {
  const token = tokens.find((candidate) => text.includes(candidate.text));
  if (token === undefined) return quoted(text);
  const pieces = text.split(token.text).map((piece) => concatenated(piece, tokens));
  return `(${pieces.join(` || ${token.expression} || `)})`;
}

/** A string constant without a colon, which pgbench would take for the beginning of a variable. */
function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a');
  return `E'${escaped.replaceAll('\n', '\\n')}'`;
}
