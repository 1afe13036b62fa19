import type { SlipContent } from '../schema.ts';

/** What a slip is about, in one line. */
export function groundsWords(content: SlipContent): string {
  if (content.kind === 'refusal') return content.reasons.join(' ');
  return content.items.map(({ name, note }) => (note === '' ? name : `${name} (${note})`)).join('; ');
}
