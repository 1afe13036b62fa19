import type { Context } from '#foundation/context.ts';
import type { Report } from '#foundation/history/comparison/compare.ts';
import { type FileColumn, readHashes } from './store.ts';

/** Reads every stored file that a row names: is it there, and are its bytes those it was kept under? Answers how many. */
export async function storedFileFindings(
  ctx: Context,
  columns: readonly FileColumn[],
  { found, progress }: Report,
): Promise<number> {
  let read = 0;
  for (const column of columns) {
    for (let after = ''; ;) {
      const hashes = await readHashes(ctx.db, column, after);
      for (const hash of hashes) {
        const problem = await problemWith(ctx, hash);
        if (problem !== null) {
          const where = `Tệp ${hash.slice(0, 12)}`;
          found({ where, sentence: `${where}… (${column.table}) ${problem}.` });
        }
      }
      read += hashes.length;
      const last = hashes.at(-1);
      if (last === undefined) break;
      after = last;
      progress(read);
    }
  }
  return read;
}

async function problemWith(ctx: Context, hash: string): Promise<string | null> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return 'không phải mã băm của tệp nào';
  if (!(await ctx.files.has(hash))) return 'không còn trong kho tệp';
  return (await ctx.files.verify(hash)) ? null : 'có nội dung khác với khi được lưu';
}
