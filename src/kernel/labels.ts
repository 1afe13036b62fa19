/** A code list: every code with the words a Vietnamese reader sees. */
export type Labels<Code extends string> = Readonly<Record<Code, string>>;

/** Codes of a label table, in the order they were written, for zod enums and select boxes. */
export function codesOf<Code extends string>(labels: Labels<Code>): [Code, ...Code[]] {
  // Object.keys forgets the key type; a label table is never empty and has exactly these keys.
  return Object.keys(labels) as [Code, ...Code[]];
}
