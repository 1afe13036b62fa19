import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import type { Deed } from '#foundation/history/schema.ts';
import { record } from '#foundation/history/service.ts';
import type { TemplateVersion } from '../schema.ts';
import { lockTemplate, readVersion, type StoredTemplate, updateTemplate } from './store.ts';

/** What a verb did to a template: its deeds and its answer. */
type Outcome<Result> = { readonly deeds: readonly Deed[]; readonly result: Result };

/** The frame of every verb about one template: authorised, one transaction, the template locked, its history appended. */
export async function changeTemplate<Result>(
  ctx: Context,
  templateId: number,
  work: (tx: TransactionContext, template: StoredTemplate) => Promise<Outcome<Result>>,
): Promise<Result> {
  await authorise(ctx, 'report-template.change');
  return inTransaction(ctx, async (tx) => {
    const template = (await lockTemplate(tx.db, templateId)) ?? refuseNoTemplate();
    const { deeds, result } = await work(tx, template);
    const sequence = await record(
      tx,
      { name: 'report-template', id: templateId, after: template.sequence },
      deeds,
    );
    await updateTemplate(tx.db, templateId, { sequence });
    return result;
  });
}

/** A draft, read before or after its template is locked, or a refusal that says what became of it. */
export async function draftById(ctx: Context, versionId: number): Promise<TemplateVersion> {
  const version = (await readVersion(ctx.db, versionId)) ?? refuseNoVersion();
  if (version.state === 'draft') return version;
  const what = version.state === 'discarded' ? 'đã được bỏ' : 'đã được ban hành';
  return refuse(
    'conflict',
    `Phiên bản ${version.number} ${what}, không sửa được nữa. Hãy mở mẫu báo cáo và lập dự thảo mới.`,
  );
}

/** Two people on one draft: the second is told, nothing is overwritten. */
export function refuseStale(draft: TemplateVersion, revision: number): void {
  if (draft.revision === revision) return;
  refuse(
    'conflict',
    'Người khác vừa lưu thay đổi vào dự thảo này. Hãy sao phần bạn đã nhập, tải lại trang để xem nội dung mới rồi nhập tiếp.',
  );
}

export function refuseNoTemplate(): never {
  return refuse('missing', 'Không có mẫu báo cáo này. Hãy quay lại danh sách mẫu báo cáo.');
}

export function refuseNoVersion(): never {
  return refuse('missing', 'Không có phiên bản này của mẫu báo cáo. Hãy quay lại trang của mẫu.');
}
