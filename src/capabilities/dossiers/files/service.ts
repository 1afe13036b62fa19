import { type FieldMessages, refuse } from '#kernel/refusal.ts';
import { can, requireActor } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import type { UploadedFile } from '#web/http/form-values.ts';
import type { DossierDeed } from '../deeds.ts';
import { lockBytes } from '../disposal/store.ts';
import { mayReadPersonal, noteReads } from '../reads/service.ts';
import { isStepOf, stepInHand } from '../rules.ts';
import { isEnded } from '../state.ts';
import type { DossierState } from '../schema.ts';
import { carryOut, handOf, loadReadable } from '../frame.ts';
import type { LoadedDossier } from '../store.ts';
import { cleanName, problemWithFile } from './rules.ts';
import {
  type AddFilesInput,
  type FilePurpose,
  type RemoveFileInput,
  type StoredDossierFile,
} from './schema.ts';
import { findFile, hasPaper, insertFile, markRemoved } from './store.ts';

/** A file of a type that dossiers take, under the name it is kept by. */
export type CheckedFile = UploadedFile;

export type FilePlace = { readonly purpose: FilePurpose; readonly paperPosition: number | null };

/** Takes files of the types that a dossier has. Refuses with a message at each one's field. */
export function checkFiles(files: readonly UploadedFile[]): readonly CheckedFile[] {
  const problems: Record<string, string> = {};
  const checked: CheckedFile[] = [];
  for (const file of files) {
    const problem = problemWithFile(file);
    if (problem !== null) problems[file.field] = problem;
    else checked.push({ ...file, name: cleanName(file.name, file.mediaType) });
  }
  stopOn(problems);
  return checked;
}

/** Keeps files with a dossier; whoever handles its active step may, and the counter while it returns the result. */
export async function addFiles(
  ctx: Context,
  input: AddFilesInput,
  files: readonly UploadedFile[],
): Promise<DossierState> {
  requireActor(ctx);
  const checked = checkFiles(files);
  if (checked.length === 0) {
    const sentence = 'Hãy chọn ít nhất một tệp.';
    refuse('invalid', sentence, { files: sentence });
  }
  return inTransaction(ctx, async (tx) => {
    const loaded = await loadReadable(tx, input.number, 'lock');
    await requireHandler(tx, loaded.state);
    const place = await placeOf(tx, loaded.id, input);
    const deeds: DossierDeed[] = [];
    for (const file of checked) deeds.push(await keepFile(tx, loaded.id, { file, place }));
    return carryOut(tx, loaded, deeds);
  });
}

/** Takes a file away from a dossier. Its bytes and its place in the history stay. */
export async function removeFile(ctx: Context, input: RemoveFileInput): Promise<DossierState> {
  requireActor(ctx);
  return inTransaction(ctx, async (tx) => {
    const loaded = await loadReadable(tx, input.number, 'lock');
    await requireHandler(tx, loaded.state);
    const file = await requireFile(tx, loaded, input.fileId);
    await markRemoved(tx.db, file.id, tx.now);
    const payload = { fileId: file.id, purpose: file.purpose, hash: file.hash };
    return carryOut(tx, loaded, [{ kind: 'file-removed', payload }]);
  });
}

/**
 * A file of a dossier, for whoever may read its personal data: scans show them in full. Opening it is recorded with the
 * name of the file.
 */
export async function openFile(ctx: Context, number: string, fileId: number): Promise<StoredDossierFile> {
  return inTransaction(ctx, async (tx) => {
    const loaded = await loadReadable(tx, number);
    const file = await readableFile(tx, loaded, fileId);
    const detail = String(fileId);
    await noteReads(tx, { subject: 'dossier', ids: [loaded.id], manner: 'file-opened', detail });
    return file;
  });
}

/** A file of a dossier as its page of removal names it; nothing of its content is shown. */
export async function fileOf(ctx: Context, number: string, fileId: number): Promise<StoredDossierFile> {
  return readableFile(ctx, await loadReadable(ctx, number), fileId);
}

async function readableFile(ctx: Context, loaded: LoadedDossier, fileId: number): Promise<StoredDossierFile> {
  if (!(await mayReadPersonal(ctx, loaded.state))) {
    refuse(
      'forbidden',
      'Tệp của hồ sơ có đầy đủ thông tin cá nhân nên vị trí của bạn không xem được. Hãy hỏi đơn vị đang thụ lý.',
    );
  }
  return requireFile(ctx, loaded, fileId);
}

/** Stores one checked file and its row, in the verb's transaction. Returns the deed to record. */
export async function keepFile(
  tx: TransactionContext,
  dossierId: number,
  { file, place }: { readonly file: CheckedFile; readonly place: FilePlace },
): Promise<DossierDeed> {
  // Of bytes that a disposal is about to remove, either it sees this file or this file is written anew.
  await lockBytes(tx.db, file.hash, 'keeping');
  const { hash, size } = await tx.files.adopt(file);
  const fileId = await insertFile(tx.db, {
    dossierId,
    ...place,
    name: file.name,
    mediaType: file.mediaType,
    size,
    hash,
    addedBy: requireActor(tx).officerId,
    addedAt: tx.now,
  });
  return { kind: 'file-added', payload: { fileId, purpose: place.purpose, hash } };
}

async function placeOf(tx: TransactionContext, dossierId: number, input: AddFilesInput): Promise<FilePlace> {
  const { purpose, paperPosition } = input;
  if (purpose !== 'paper' || paperPosition === null) return { purpose, paperPosition: null };
  if (!(await hasPaper(tx.db, dossierId, paperPosition))) {
    const sentence = 'Hồ sơ không có giấy tờ này. Hãy chọn lại giấy tờ.';
    refuse('invalid', sentence, { paperPosition: sentence });
  }
  return { purpose, paperPosition };
}

async function requireHandler(ctx: Context, state: DossierState): Promise<void> {
  const hand = await handOf(ctx);
  const { actor } = hand;
  if (isEnded(state)) {
    refuse('conflict', 'Hồ sơ đã kết thúc nên không thêm, gỡ tệp được nữa.');
  }
  const step = stepInHand(state, hand);
  const isFree = step.officerId === null || step.officerId === actor.officerId;
  if (!can(actor, 'dossier.handle') || !isStepOf(hand, step)) {
    refuse('forbidden', 'Chỉ người đang thụ lý bước hiện tại của hồ sơ được thêm, gỡ tệp.');
  }
  if (step.custody === 'handed' || !isFree) {
    refuse('conflict', 'Hãy nhận bàn giao hoặc nhận thay hồ sơ trước khi thêm, gỡ tệp.');
  }
}

async function requireFile(ctx: Context, { id }: LoadedDossier, fileId: number): Promise<StoredDossierFile> {
  return (
    (await findFile(ctx.db, id, fileId)) ?? refuse('missing', 'Tệp này không có trong hồ sơ hoặc đã được gỡ.')
  );
}

function stopOn(problems: FieldMessages): void {
  const [first] = Object.values(problems);
  if (first) refuse('invalid', first, problems);
}
