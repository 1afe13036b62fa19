import { refuse } from '#kernel/refusal.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import type { StoredDossierFile } from '../files/schema.ts';
import { openFile } from '../files/service.ts';
import { loadReadable } from '../frame.ts';
import type { Scan, ScanPage } from './schema.ts';
import { scansOf } from './service.ts';

export type Preview = {
  readonly file: StoredDossierFile;
  readonly scan: Scan;
  readonly pages: readonly ScanPage[];
};

/** A digitised paper to be looked at page by page; it is opened with it, which is recorded. */
export async function previewOf(ctx: Context, number: string, fileId: number): Promise<Preview> {
  return inTransaction(ctx, async (tx) => {
    const { id } = await loadReadable(tx, number);
    const file = await openFile(tx, number, fileId);
    const { byFile, pages } = await scansOf(tx, id);
    const scan =
      byFile.get(fileId) ?? refuse('missing', 'Tệp này không xem được từng trang. Hãy tải về để mở.');
    return { file, scan, pages: pages.filter(({ scanId }) => scanId === fileId) };
  });
}
