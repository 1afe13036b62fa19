import { type FieldMessages, refuse } from '#kernel/refusal.ts';
import { can, requireActor } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import type { UploadedFile } from '#web/http/form-values.ts';
import { attachResultFile } from '#capabilities/results/service.ts';
import { mayReadPersonal, noteReads } from '../reads/service.ts';
import { isStepOf, stepInHand } from '../rules.ts';
import { isEnded } from '../state.ts';
import type { DossierState } from '../schema.ts';
import { carryOut, handOf, loadReadable } from '../frame.ts';
import { keepAll, removeWithPages } from '../papers/service.ts';
import { scanOf } from '../papers/store.ts';
import type { LoadedDossier } from '../store.ts';
import type { CheckedFile, FilePlace } from './keep.ts';
import { cleanName, problemWithFile } from './rules.ts';
import type { AddFilesInput, RemoveFileInput, StoredDossierFile } from './schema.ts';
import { findFile, hasPaper } from './store.ts';

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
    const placed = checked.map((file) => ({ file, place }));
    const deeds = await keepAll(tx, loaded.id, placed);
    if (place.purpose === 'result') await attachResultFile(tx, loaded.id);
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
    return carryOut(tx, loaded, await removeWithPages(tx, file));
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
    // Of a page, as of the paper that it is a page of: whoever turns pages reads one paper.
    const detail = String((await scanOf(tx.db, fileId)) ?? fileId);
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
