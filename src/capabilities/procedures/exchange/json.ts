import { z } from 'zod';
import { isLocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { type CatalogueEntry, type ReadEntry, readContent } from './schema.ts';

const FORMAT = 'motcua-procedures/1';

const file = z.object({ format: z.literal(FORMAT), procedures: z.array(z.record(z.string(), z.unknown())) });

export function writeJson(entries: readonly CatalogueEntry[]): string {
  return `${JSON.stringify({ format: FORMAT, procedures: entries }, null, 2)}\n`;
}

/** Entries of a file that `writeJson` wrote, each checked for itself. Refuses what is no such file. */
export function readJson(text: string): readonly ReadEntry[] {
  const parsed = file.safeParse(parse(text));
  if (!parsed.success) return refuseFile();
  return parsed.data.procedures.map((entry, index) => readEntry(entry, index + 1));
}

function readEntry(entry: Readonly<Record<string, unknown>>, order: number): ReadEntry {
  const { content, problems } = readContent(entry['content']);
  const text = (value: unknown) => (typeof value === 'string' ? value.normalize('NFC').trim() : '');
  const validFrom = text(entry['validFrom']);
  return {
    place: `Mục ${order}`,
    slug: text(entry['slug']),
    code: text(entry['code']) || null,
    name: content?.shortName ?? text(entry['slug']),
    validFrom: isLocalDate(validFrom) ? validFrom : null,
    content,
    problems,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Which character was wrong means nothing to the person; the sentence says what to do.
    return refuseFile();
  }
}

function refuseFile(): never {
  return refuse('invalid', 'Tệp chưa đọc được.', {
    file: 'Tệp JSON không đúng định dạng danh mục. Hãy xuất danh mục ra JSON, sửa trên tệp đó rồi nhập lại.',
  });
}
