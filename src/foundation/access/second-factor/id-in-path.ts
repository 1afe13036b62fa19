import { z } from 'zod';
import { refuse } from '#kernel/refusal.ts';
import type { AppContext } from '#foundation/http.ts';

const id = z.coerce.number<string>().int().max(Number.MAX_SAFE_INTEGER);

/** The `:id` of an address. Refuses (`missing`) with the sentence what is no number of a record. */
export function idInPath(c: AppContext, sentence: string): number {
  const parsed = id.safeParse(c.req.param('id') ?? '');
  return parsed.success ? parsed.data : refuse('missing', sentence);
}
