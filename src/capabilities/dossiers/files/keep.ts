import { requireActor } from '#foundation/access/authorise.ts';
import type { TransactionContext } from '#foundation/context.ts';
import type { UploadedFile } from '#web/http/form-values.ts';
import type { DossierDeed } from '../deeds.ts';
import { lockBytes } from '../disposal/store.ts';
import type { FilePurpose } from './schema.ts';
import { insertFile } from './store.ts';

/** A file of a type that dossiers take, under the name it is kept by. */
export type CheckedFile = UploadedFile;

export type FilePlace = { readonly purpose: FilePurpose; readonly paperPosition: number | null };

export type PlacedFile = { readonly file: CheckedFile; readonly place: FilePlace };

export type FileDeed = Extract<DossierDeed, { readonly kind: 'file-added' | 'file-removed' }>;

/** Stores one checked file and its row, in the verb's transaction. Returns the deed to record. */
export async function keepFile(
  tx: TransactionContext,
  dossierId: number,
  { file, place }: { readonly file: Omit<CheckedFile, 'field'>; readonly place: FilePlace },
): Promise<FileDeed> {
  // Of bytes that a disposal is about to remove, either it sees this file or this file is written anew.
  await lockBytes(tx.db, file.hash, 'keeping');
  const { hash, size } = await tx.files.adopt(file);
  return noteFile(tx, dossierId, { file: { ...file, hash, size }, place });
}

/** The row of a file whose bytes the store has. The caller keeps them from being removed. */
export async function noteFile(
  tx: TransactionContext,
  dossierId: number,
  {
    file,
    place,
  }: {
    readonly file: {
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly hash: string;
    };
    readonly place: FilePlace;
  },
): Promise<FileDeed> {
  const { name, mediaType, size, hash } = file;
  const by = { addedBy: requireActor(tx).officerId, addedAt: tx.now };
  const fileId = await insertFile(tx.db, { dossierId, ...place, name, mediaType, size, hash, ...by });
  return { kind: 'file-added', payload: { fileId, purpose: place.purpose, hash } };
}
