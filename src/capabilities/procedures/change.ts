import { raiseRevision } from '#platform/database/revision.ts';
import { inTransaction, type Context, type TransactionContext } from '#foundation/context.ts';
import type { Deed } from '#foundation/history/schema.ts';
import { record } from '#foundation/history/service.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Procedure, ProcedureVersion } from './schema.ts';
import { lockProcedure, readVersion, updateSequence } from './store.ts';

/** What a verb did to a procedure: its deeds, whether the public sees a difference, and its answer. */
export type Outcome<Result> = {
  readonly deeds: readonly Deed[];
  readonly visible: boolean;
  readonly result: Result;
};

/**
 * The frame of every verb of the catalogue after `authorise`: one transaction that locks the procedure, lets `work`
 * decide and save, appends to its history and tells the caches.
 */
export async function changeProcedure<Result>(
  ctx: Context,
  procedureId: number,
  work: (tx: TransactionContext, procedure: Procedure) => Promise<Outcome<Result>>,
): Promise<Result> {
  return inTransaction(ctx, async (tx) => {
    const procedure =
      (await lockProcedure(tx.db, procedureId)) ??
      refuse('missing', 'Thủ tục này không có trong danh mục. Hãy tìm lại trong danh mục thủ tục.');
    const { deeds, visible, result } = await work(tx, procedure);
    const stream = { name: 'procedure', id: procedureId, after: procedure.sequence } as const;
    await updateSequence(tx.db, procedureId, await record(tx, stream, deeds));
    if (visible) await raiseRevision(tx.db, 'procedure_revisions');
    return result;
  });
}

/** A draft, read before or after its procedure is locked, or a refusal that says what became of it. */
export async function draftById(ctx: Context, versionId: number): Promise<ProcedureVersion> {
  const version = await readVersion(ctx.db, versionId);
  if (!version) return refuse('missing', 'Không có bản dự thảo này trong danh mục.');
  if (version.state === 'draft') return version;
  const what = version.state === 'published' ? 'đã được công bố' : 'đã được bỏ';
  return refuse(
    'conflict',
    `Bản dự thảo số ${version.number} ${what}, không sửa được nữa. Hãy mở trang thủ tục và lập bản dự thảo mới.`,
  );
}
