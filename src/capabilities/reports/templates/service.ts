import { refuse } from '#kernel/refusal.ts';
import { isDuplicate } from '#platform/database/errors.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import type { Section, Template, TemplateContent, TemplateVersion } from '../schema.ts';
import { changeTemplate, draftById, refuseNoTemplate, refuseNoVersion, refuseStale } from './change.ts';
import type { NewTemplate } from './schema.ts';
import {
  type DraftFacts,
  insertDraft,
  insertTemplate,
  lastNumber,
  readTemplate,
  readTemplates,
  readVersion,
  readVersions,
  updateDraft,
  updateTemplate,
  updateVersionState,
} from './store.ts';

export type TemplateWithVersions = Template & { readonly versions: readonly TemplateVersion[] };
export type OpenVersion = { readonly template: Template; readonly version: TemplateVersion };

/** Every template with its versions, by name. */
export async function templateList(ctx: Context): Promise<readonly TemplateWithVersions[]> {
  await authorise(ctx, 'report.read');
  const versions = Map.groupBy(await readVersions(ctx.db), ({ templateId }) => templateId);
  return (await readTemplates(ctx.db)).map((template) => ({
    ...template,
    versions: versions.get(template.id) ?? [],
  }));
}

/** One template with its versions, or a refusal. */
export async function templateById(ctx: Context, id: number): Promise<TemplateWithVersions> {
  await authorise(ctx, 'report.read');
  const template = (await readTemplate(ctx.db, id)) ?? refuseNoTemplate();
  return { ...template, versions: await readVersions(ctx.db, id) };
}

/** What reports can be begun with: each template in its published version. */
export async function publishedTemplates(ctx: Context): Promise<readonly OpenVersion[]> {
  return (await templateList(ctx)).flatMap(({ versions, ...template }) =>
    versions.filter(({ state }) => state === 'published').map((version) => ({ template, version })),
  );
}

/** A version with its template, whatever became of it since, or a refusal. */
export async function templateVersion(ctx: Context, versionId: number): Promise<OpenVersion> {
  await authorise(ctx, 'report.read');
  const version = (await readVersion(ctx.db, versionId)) ?? refuseNoVersion();
  const template = (await readTemplate(ctx.db, version.templateId)) ?? refuseNoTemplate();
  return { template, version };
}

/** A new template with an empty draft, or with the draft that is given. */
export async function addTemplate(
  ctx: Context,
  { code, name, kind, draft = EMPTY }: NewTemplate & { readonly draft?: DraftFacts },
): Promise<{ readonly templateId: number; readonly versionId: number }> {
  await authorise(ctx, 'report-template.change');
  return inTransaction(ctx, async (tx) => {
    const templateId = await once(async () => insertTemplate(tx.db, { code, name, kind }));
    const versionId = await insertDraft(tx.db, { templateId, number: 1, ...draft });
    const sequence = await record(tx, { name: 'report-template', id: templateId, after: 0 }, [
      { kind: 'added', payload: { code, name, kind } },
      { kind: 'drafted', payload: { versionId, number: 1, ...draft } },
    ]);
    await updateTemplate(tx.db, templateId, { sequence });
    return { templateId, versionId };
  });
}

const EMPTY: DraftFacts = {
  legalBasis: '',
  validFrom: null,
  validUntil: null,
  content: {
    frame: {
      typeName: 'BÁO CÁO',
      title: 'Kết quả thực hiện [[kỳ]]',
      recipients: ['Như trên', 'Lưu: VT'],
      authority: ['TM. ỦY BAN NHÂN DÂN'],
      signerTitle: 'CHỦ TỊCH',
    },
    sections: [],
  },
};

async function once<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const sentence = 'Đã có mẫu báo cáo mang mã này. Hãy chọn mã khác.';
    return refuse('conflict', sentence, { code: sentence });
  }
}

/** A new draft of a template, copied from one of its versions: the published one, else the newest. Refuses while there is one. */
export async function startDraft(
  ctx: Context,
  input: { readonly templateId: number; readonly from?: number; readonly draft?: DraftFacts },
): Promise<number> {
  return changeTemplate(ctx, input.templateId, async (tx) => {
    const versions = await readVersions(tx.db, input.templateId);
    const open = versions.find(({ state }) => state === 'draft');
    if (open)
      refuse('conflict', `Mẫu này đang có dự thảo phiên bản ${open.number}. Hãy sửa hoặc bỏ dự thảo đó.`);
    const copied =
      versions.find(({ id }) => id === input.from) ??
      versions.find(({ state }) => state === 'published') ??
      versions.at(-1);
    const { legalBasis, validFrom, validUntil, content } = input.draft ?? copied ?? EMPTY;
    const facts = { legalBasis, validFrom, validUntil, content };
    const number = (await lastNumber(tx.db, input.templateId)) + 1;
    const versionId = await insertDraft(tx.db, { templateId: input.templateId, number, ...facts });
    return { deeds: [{ kind: 'drafted', payload: { versionId, number, ...facts } }], result: versionId };
  });
}

export type DraftEdit = {
  readonly versionId: number;
  /** Edits counted when the editor opened the page. */
  readonly revision: number;
  /** In Vietnamese, for the history: what was changed. */
  readonly what: string;
  readonly change: (facts: DraftFacts) => DraftFacts;
  readonly name?: string;
};

/** Saves a change of a draft. Whoever saves after somebody else did is told and overwrites nothing. */
export async function editDraft(ctx: Context, edit: DraftEdit): Promise<void> {
  await authorise(ctx, 'report-template.change');
  const { templateId } = await draftById(ctx, edit.versionId);
  await changeTemplate(ctx, templateId, async (tx, template) => {
    const draft = await draftById(tx, edit.versionId);
    refuseStale(draft, edit.revision);
    const { legalBasis, validFrom, validUntil, content } = edit.change(draft);
    const facts = { legalBasis, validFrom, validUntil, content, revision: draft.revision + 1 };
    await updateDraft(tx.db, draft.id, facts);
    const renamed = edit.name !== undefined && edit.name !== template.name;
    if (renamed) await updateTemplate(tx.db, templateId, { name: edit.name, sequence: template.sequence });
    const { number } = draft;
    return {
      deeds: [
        ...(renamed ? [{ kind: 'renamed', payload: { name: edit.name } }] : []),
        { kind: 'edited', payload: { number, what: edit.what, ...facts } },
      ],
      result: undefined,
    };
  });
}

/** As `editDraft`, of the sections alone. */
export async function editSections(
  ctx: Context,
  edit: Omit<DraftEdit, 'change'> & { readonly change: (sections: readonly Section[]) => readonly Section[] },
): Promise<void> {
  await editDraft(ctx, {
    ...edit,
    change: ({ content, ...facts }) => ({
      ...facts,
      content: { ...content, sections: edit.change(content.sections) } satisfies TemplateContent,
    }),
  });
}

/** Puts a draft aside. It stays in the history. */
export async function discardDraft(ctx: Context, versionId: number): Promise<number> {
  await authorise(ctx, 'report-template.change');
  const { templateId } = await draftById(ctx, versionId);
  return changeTemplate(ctx, templateId, async (tx) => {
    const { number } = await draftById(tx, versionId);
    await updateVersionState(tx.db, versionId, { state: 'discarded' });
    return { deeds: [{ kind: 'discarded', payload: { number } }], result: templateId };
  });
}

/** No report is begun with a template any more; those that were keep their version. */
export async function retireTemplate(ctx: Context, templateId: number): Promise<void> {
  await changeTemplate(ctx, templateId, async (tx) => {
    const published = (await readVersions(tx.db, templateId)).find(({ state }) => state === 'published');
    if (!published) return refuse('conflict', 'Mẫu này không có phiên bản nào đang dùng.');
    await updateVersionState(tx.db, published.id, { state: 'retired' });
    return { deeds: [{ kind: 'retired', payload: { number: published.number } }], result: undefined };
  });
}
