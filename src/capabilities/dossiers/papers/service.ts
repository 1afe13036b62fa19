/** Papers in electronic form (Decree 107/2021/ND-CP: papers are digitised when they are received). */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Refusal, refuse } from '#kernel/refusal.ts';
import type { Context, TransactionContext } from '#foundation/context.ts';
import {
  ARCHIVAL_LEVEL,
  ARCHIVAL_VERSION,
  archivalPdf,
  type WrittenPage,
} from '#platform/digitise/archival-pdf.ts';
import { type FileDeed, type FilePlace, keepFile, type PlacedFile } from '../files/keep.ts';
import { cleanName } from '../files/rules.ts';
import { PURPOSE_LABELS, type StoredDossierFile } from '../files/schema.ts';
import { markRemoved } from '../files/store.ts';
import { scanName } from './rules.ts';
import type { Scans } from './schema.ts';
import {
  insertScan,
  type PageFile,
  putPages,
  readMade,
  readPages,
  readPaperName,
  readScans,
  scanOf,
} from './store.ts';

const PICTURES = new Set(['image/jpeg', 'image/png']);

/**
 * Keeps files of a dossier. Pictures of one paper become one PDF/A, page by page in the order they came, after the pages
 * it had before; the pictures stay beside it as they came. A PDF stays as it is, and what it says of itself is noted.
 */
export async function keepAll(
  tx: TransactionContext,
  dossierId: number,
  placed: readonly PlacedFile[],
): Promise<readonly FileDeed[]> {
  const deeds: FileDeed[] = [];
  const papers = new Map<string, Sheet>();
  for (const { file, place } of placed) {
    const deed = await keepFile(tx, dossierId, { file, place });
    deeds.push(deed);
    const { fileId } = deed.payload;
    if (file.pdf !== undefined) await insertScan(tx.db, dossierId, { fileId, ...factsOf(file.pdf) });
    if (!PICTURES.has(file.mediaType) || place.purpose === 'other') continue;
    const key = `${place.purpose} ${place.paperPosition}`;
    const sheet = papers.get(key) ?? { place, pages: [] };
    const page = { ...file, fileId, purpose: place.purpose };
    papers.set(key, { place, pages: [...sheet.pages, page] });
  }
  for (const sheet of papers.values()) deeds.push(...(await assemble(tx, dossierId, sheet)));
  return deeds;
}

/** Takes a file away, and with a PDF that was made here the pictures it was made of. */
export async function removeWithPages(
  tx: TransactionContext,
  file: StoredDossierFile,
): Promise<readonly FileDeed[]> {
  if ((await scanOf(tx.db, file.id)) !== null) {
    refuse('conflict', 'Ảnh này là một trang của giấy tờ đã số hóa. Hãy gỡ tệp PDF của giấy tờ đó.');
  }
  const pages = await readPages(tx.db, file.id);
  const deeds: FileDeed[] = [];
  for (const { id, purpose, hash } of [file, ...pages.map((page) => ({ ...page, id: page.fileId }))]) {
    await markRemoved(tx.db, id, tx.now);
    deeds.push({ kind: 'file-removed', payload: { fileId: id, purpose, hash } });
  }
  return deeds;
}

/** What is known of the electronic papers of a dossier. The caller has let whoever asks see it. */
export async function scansOf(ctx: Context, dossierId: number): Promise<Scans> {
  return readScans(ctx.db, dossierId);
}

function factsOf({ pages, version, archival }: NonNullable<PlacedFile['file']['pdf']>) {
  return {
    pages: pages === 0 ? null : pages,
    pdfVersion: version,
    archival,
    resolution: null,
    isColour: null,
    isMade: false,
  };
}

/** Pictures of one paper, by the field of the form they came in. */
type Sheet = {
  readonly place: FilePlace;
  readonly pages: readonly (PageFile & { readonly field?: string })[];
};

async function assemble(
  tx: TransactionContext,
  dossierId: number,
  { place, pages: added }: Sheet,
): Promise<readonly FileDeed[]> {
  // Several results of a dossier are several documents.
  const earlier = place.purpose === 'paper' ? await readMade(tx.db, dossierId, place) : null;
  const pages = [...(earlier?.pages ?? []), ...added];
  const title = (await readPaperName(tx.db, dossierId, place.paperPosition)) ?? PURPOSE_LABELS[place.purpose];
  const written: WrittenPage[] = [];
  const staged = await make(tx, { title, pages, written });
  try {
    const name = cleanName(scanName(title), 'application/pdf');
    const file = { ...staged, name, mediaType: 'application/pdf' as const };
    const deed = await keepFile(tx, dossierId, { file, place });
    const { fileId } = deed.payload;
    await insertScan(tx.db, dossierId, {
      fileId,
      pages: pages.length,
      pdfVersion: ARCHIVAL_VERSION,
      archival: ARCHIVAL_LEVEL,
      resolution: Math.min(...written.map(({ resolution }) => resolution)),
      isColour: written.every(({ isColour }) => isColour),
      isMade: true,
    });
    const numbered = pages.flatMap((page, at) => {
      const seen = written[at];
      return seen ? [{ fileId: page.fileId, scanId: fileId, page: at + 1, ...seen }] : [];
    });
    await putPages(tx.db, dossierId, numbered);
    if (earlier === null) return [deed];
    await markRemoved(tx.db, earlier.file.fileId, tx.now);
    const { fileId: old, purpose, hash } = earlier.file;
    return [deed, { kind: 'file-removed', payload: { fileId: old, purpose, hash } }];
  } finally {
    await tx.files.discard(staged);
  }
}

type Making = {
  readonly title: string;
  readonly pages: Sheet['pages'];
  readonly written: WrittenPage[];
};

/** The PDF, written beside the kept files. What no page can be made of is refused at the field it came in. */
async function make({ files, now }: TransactionContext, { title, pages, written }: Making) {
  const job = {
    title,
    createdAt: now,
    pages: pages.map(
      ({ hash }) =>
        async () =>
          buffer(await files.open(hash)),
    ),
    onPage: (page: WrittenPage) => written.push(page),
  };
  try {
    return await files.stage(Readable.from(archivalPdf(job)));
  } catch (error) {
    const page = pages[written.length];
    if (!(error instanceof Refusal) || page === undefined) throw error;
    const sentence = `Tệp “${page.name}” ${error.message}`;
    return refuse('invalid', sentence, page.field === undefined ? {} : { [page.field]: sentence });
  }
}
