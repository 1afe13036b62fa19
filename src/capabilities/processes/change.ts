import { raiseRevision } from '#platform/database/revision.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import type { Deed } from '#foundation/history/schema.ts';
import { record } from '#foundation/history/service.ts';
import { refuse } from '#kernel/refusal.ts';
import type { ProcessVersion } from './schema.ts';
import { lockProcess, readProcessVersion, updateProcessSequence } from './versions/store.ts';

/** What a verb did to a process: its deeds, whether dossiers could begin on something else now, and its answer. */
export type Outcome<Result> = {
  readonly deeds: readonly Deed[];
  readonly visible: boolean;
  readonly result: Result;
};

/**
 * The frame of every verb after `authorise`: one transaction that locks the process, lets `work` decide and save, appends to
 * its history and tells the caches, which follow the catalogue of procedures.
 */
export async function changeProcess<Result>(
  ctx: Context,
  procedureId: number,
  work: (tx: TransactionContext) => Promise<Outcome<Result>>,
): Promise<Result> {
  return inTransaction(ctx, async (tx) => {
    const after = await lockProcess(tx.db, procedureId);
    const { deeds, visible, result } = await work(tx);
    const sequence = await record(tx, { name: 'process', id: procedureId, after }, deeds);
    await updateProcessSequence(tx.db, procedureId, sequence);
    if (visible) await raiseRevision(tx.db, 'procedure_revisions');
    return result;
  });
}

/** A draft, read before or after its process is locked, or a refusal that says what became of it. */
export async function draftById(ctx: Context, versionId: number): Promise<ProcessVersion> {
  const version = await readProcessVersion(ctx.db, versionId);
  if (!version) return refuse('missing', 'Không có bản dự thảo này của quy trình.');
  if (version.state === 'draft') return version;
  const what = version.state === 'published' ? 'đã được công bố' : 'đã được bỏ';
  return refuse(
    'conflict',
    `Bản dự thảo số ${version.number} ${what}, không sửa được nữa. Hãy mở trang quy trình và lập bản dự thảo mới.`,
  );
}

/** Two people on one draft: the second is told, nothing is overwritten. */
export function refuseStale(draft: ProcessVersion, revision: number): void {
  if (draft.revision === revision) return;
  refuse(
    'conflict',
    'Người khác vừa lưu thay đổi vào bản dự thảo này. Hãy sao phần bạn đã nhập, tải lại trang để xem nội dung mới rồi nhập tiếp.',
  );
}
