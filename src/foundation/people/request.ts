import { z } from 'zod';
import { refuse } from '#kernel/refusal.ts';
import { parseDate } from '#kernel/vietnamese/format.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import type { AppContext } from '#foundation/http.ts';

const idSchema = z.coerce.number<string>().int().positive().max(Number.MAX_SAFE_INTEGER);

/** The number in the path of a page, or the page that there is no such thing. */
export function idOf(c: AppContext): number {
  const parsed = idSchema.safeParse(c.req.param('id') ?? '');
  return parsed.success ? parsed.data : refuse('missing', 'Trang này không có. Hãy quay lại danh sách.');
}

/** A date as a person typed it, for a schema; not a date: undefined, which the schema calls missing. */
export function dateOf(values: FormValues, name: string): string | undefined {
  return parseDate(valueOf(values, name)) ?? undefined;
}
