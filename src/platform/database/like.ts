/** A LIKE pattern that finds the text anywhere; what LIKE would take for a wildcard is taken literally. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
}
