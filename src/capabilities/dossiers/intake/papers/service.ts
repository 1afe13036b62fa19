/** What comes with the papers of a reception: scans, and papers that the applicant has in the store already. */
import { takeFromVault } from '#capabilities/vault/service.ts';
import type { TransactionContext } from '#foundation/context.ts';
import { carryOut } from '../../frame.ts';
import { lockBytes } from '../../disposal/store.ts';
import { type CheckedFile, type FileDeed, noteFile } from '../../files/keep.ts';
import { keepAll } from '../../papers/service.ts';
import { insertScan } from '../../papers/store.ts';
import { noteReads } from '../../reads/service.ts';
import type { DossierState } from '../../schema.ts';
import type { LoadedDossier } from '../../store.ts';
import type { PaperInput } from '../schema.ts';

/** A scan that came with the form: its field names the line of the checklist, `papers.3.file`. */
const SCAN_FIELD = /^papers\.(\d+)\.file$/;

type Received = {
  readonly applicantId: number;
  readonly files: readonly CheckedFile[];
  readonly papers: readonly PaperInput[];
};

/** Keeps scans with the papers they are of, and takes papers from the applicant's own store. */
export async function keepPapers(
  tx: TransactionContext,
  loaded: LoadedDossier,
  { applicantId, files, papers }: Received,
): Promise<DossierState> {
  const placed = files.map((file) => ({ file, place: placeOf(file, papers) }));
  const scans = await keepAll(tx, loaded.id, placed);
  const reused: FileDeed[] = [];
  for (const [line, { taken, vaultItemId }] of papers.entries()) {
    if (!taken || vaultItemId === null) continue;
    const paperPosition = positionOf(papers, line);
    reused.push(await reuse(tx, { applicantId, itemId: vaultItemId, dossierId: loaded.id, paperPosition }));
  }
  const deeds = [...scans, ...reused];
  return deeds.length === 0 ? loaded.state : carryOut(tx, loaded, deeds);
}

/** Scans of papers that were taken go with them; those of other lines go with the dossier. */
function placeOf(file: CheckedFile, papers: readonly PaperInput[]) {
  const line = Number(SCAN_FIELD.exec(file.field)?.[1] ?? -1);
  return papers[line]?.taken === true
    ? { purpose: 'paper' as const, paperPosition: positionOf(papers, line) }
    : { purpose: 'other' as const, paperPosition: null };
}

/** Papers that are not there have no place in the dossier. */
function positionOf(papers: readonly PaperInput[], line: number): number {
  return papers.slice(0, line).filter((paper) => paper.taken).length;
}

async function reuse(tx: TransactionContext, taking: Parameters<typeof takeFromVault>[1]): Promise<FileDeed> {
  const { applicantId, itemId, dossierId, paperPosition } = taking;
  const detail = String(itemId);
  await noteReads(tx, { subject: 'applicant', ids: [applicantId], manner: 'vault-reused', detail });
  const { fileName, mediaType, size, hash, pages, archival } = await takeFromVault(tx, taking);
  await lockBytes(tx.db, hash, 'keeping');
  const file = { name: fileName, mediaType, size, hash };
  const deed = await noteFile(tx, dossierId, { file, place: { purpose: 'paper', paperPosition } });
  const { fileId } = deed.payload;
  const unknown = { pdfVersion: '', resolution: null, isColour: null, isMade: false };
  await insertScan(tx.db, dossierId, { fileId, pages, archival, ...unknown });
  return deed;
}
