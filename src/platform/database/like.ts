import { type RawBuilder, sql } from 'kysely';

/** Whether a column, or what is made of one, contains any of the texts. */
export function containsAny(
  column: string | RawBuilder<unknown>,
  texts: readonly string[],
): RawBuilder<boolean> {
  const place = typeof column === 'string' ? sql.ref(column) : column;
  const each = texts.map((text) => sql<boolean>`${place} like ${containing(text)}`);
  return sql<boolean>`(${sql.join(each, sql` or `)})`;
}

/** A LIKE pattern that finds the text anywhere; what LIKE would take for a wildcard is taken literally. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
}
