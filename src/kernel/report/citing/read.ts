import type { CitationRead } from '../reading.ts';
import type { Passage, WrittenDate } from '../schema.ts';

export function readCitations(_p: readonly Passage[], _d: readonly WrittenDate[]): readonly CitationRead[] {
  return [];
}
