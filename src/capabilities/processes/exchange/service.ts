import { buffer } from 'node:stream/consumers';
import { authorise } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { exportBpmn } from '#kernel/bpmn/export.ts';
import { importBpmn, type ImportedProcess } from '#kernel/bpmn/import.ts';
import { layoutDiagram } from '#kernel/bpmn/layout.ts';
import { refuse } from '#kernel/refusal.ts';
import { MEDIA_TYPES } from '#platform/uploads/verdict.ts';
import type { UploadedFile } from '#web/http/form-values.ts';
import { type DraftPlace, replaceProcessDraft } from '../drafts/service.ts';
import type { ProcessVersion } from '../schema.ts';

/** A version as a file that other tools open, with the drawing it came with as long as that shows all of it. */
export async function processFile({ definition, diagram }: ProcessVersion): Promise<string> {
  return exportBpmn(definition, diagram ?? layoutDiagram(definition));
}

/** Keeps an uploaded drawing for the look before and the import itself. Refuses what cannot be read. Returns its name. */
export async function keepDrawing(ctx: Context, file: UploadedFile): Promise<string> {
  await authorise(ctx, 'procedure.edit');
  if (file.mediaType !== MEDIA_TYPES.bpmn) {
    refuse('invalid', 'Tệp chưa đọc được.', {
      file: 'Tệp không phải BPMN 2.0. Hãy chọn tệp .bpmn xuất từ công cụ vẽ quy trình.',
    });
  }
  await importBpmn(await buffer(await ctx.files.open(file)));
  const { hash } = await ctx.files.adopt(file);
  return hash;
}

/** The same for a drawing that the page itself made. */
export async function keepDrawnText(ctx: Context, xml: string): Promise<string> {
  await authorise(ctx, 'procedure.edit');
  const bytes = Buffer.from(xml, 'utf8');
  await importBpmn(bytes);
  const { hash } = await ctx.files.put(bytes);
  return hash;
}

/** What importing a kept drawing would make of a draft, element by element; changes nothing. */
export async function planDrawing(ctx: Context, hash: string): Promise<ImportedProcess> {
  await authorise(ctx, 'procedure.edit');
  if (!/^[0-9a-f]{64}$/.test(hash) || !(await ctx.files.has(hash))) {
    refuse('missing', 'Không có tệp này. Hãy tải tệp lên lại.');
  }
  return importBpmn(await buffer(await ctx.files.open(hash)));
}

/** Puts a kept drawing in the place of what the draft held; what was refused is left out. */
export async function applyDrawing(
  ctx: Context,
  input: {
    readonly versionId: number;
    readonly revision: number;
    readonly hash: string;
    readonly name: string;
  },
): Promise<DraftPlace> {
  const { hash, name, versionId, revision } = input;
  const { definition, diagram, isDrawn } = await planDrawing(ctx, hash);
  return replaceProcessDraft(ctx, {
    versionId,
    revision,
    what: `nhập ${name}`,
    definition,
    diagram: isDrawn ? diagram : null,
    sourceHash: hash,
    sourceName: name,
  });
}
