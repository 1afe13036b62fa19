import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { templateFile, type TemplateFile } from '../schema.ts';
import { addTemplate, startDraft, templateVersion } from '../service.ts';
import { readTemplateByCode } from '../store.ts';

/** A version as a file that another installation can take in. */
export async function exportTemplate(ctx: Context, versionId: number): Promise<TemplateFile> {
  const { template, version } = await templateVersion(ctx, versionId);
  const { code, name, kind } = template;
  const { legalBasis, validFrom, validUntil, content } = version;
  return {
    format: 'motcua-report-template' as const,
    code,
    name,
    kind,
    legalBasis,
    validFrom,
    validUntil,
    content,
  };
}

export type TemplatePlace = { readonly templateId: number; readonly versionId: number };

/** Takes a file in as a draft: of the template with its code, or of a new one. What it names is looked at on publishing. */
export async function keepTemplate(ctx: Context, file: TemplateFile): Promise<TemplatePlace> {
  await authorise(ctx, 'report-template.change');
  const { code, name, kind, legalBasis, validFrom, validUntil, content } = file;
  const draft = { legalBasis, validFrom, validUntil, content };
  const known = await readTemplateByCode(ctx.db, code);
  if (known === null) return addTemplate(ctx, { code, name, kind, draft });
  const versionId = await startDraft(ctx, { templateId: known.id, draft });
  return { templateId: known.id, versionId };
}

/** More than any template needs. */
const LARGEST_FILE = 4_000_000;

/** What a file holds, or a refusal that says where it is wrong. */
export function readTemplateFile(text: string): TemplateFile {
  const parsed = text.length > LARGEST_FILE ? null : templateFile.safeParse(jsonOf(text));
  if (parsed?.success) return parsed.data;
  const [issue] = parsed?.error.issues ?? [];
  const where = issue && issue.path.length > 0 ? ` Chỗ sai: ${issue.path.join('.')}.` : '';
  const sentence = `Tệp này không phải là mẫu báo cáo xuất từ hệ thống.${where}`;
  return refuse('invalid', sentence, { file: sentence });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
