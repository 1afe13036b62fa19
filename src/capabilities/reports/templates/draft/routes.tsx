import { Hono } from 'hono';
import { z } from 'zod';
import { can, requireActor } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { Button } from '#web/ui/button.tsx';
import { draftById } from '../change.ts';
import { exportTemplate } from '../exchange/service.ts';
import { StateOf } from '../one/pages.tsx';
import { publishTemplate, templateProblems } from '../publication/service.ts';
import { generalInput, templatePaths } from '../schema.ts';
import { discardDraft, editDraft, type OpenVersion, templateVersion } from '../service.ts';
import { DiscardContent, GeneralContent, PublishContent, VersionContent } from './pages.tsx';

const ID = ':id{[0-9]{1,15}}';
const CHANGE = only('report-template.change');

/** One version: looked at, its general part edited, published, put aside, as a file. */
export const templateDraftRoutes = new Hono<AppEnv>()
  .get(templatePaths.version(ID), async (c) => {
    const ctx = c.get('ctx');
    const open = await templateVersion(ctx, idOf(c));
    const isOpen = open.version.state === 'draft' && can(requireActor(ctx), 'report-template.change');
    const problems = isOpen ? await templateProblems(ctx, open.version) : [];
    return c.get('staffPage')(
      {
        title: `${open.template.name}, phiên bản ${open.version.number}`,
        tag: <StateOf state={open.version.state} />,
        breadcrumbs: crumbsOf(open).slice(0, 2),
        actions: <VersionActs id={open.version.id} isOpen={isOpen} />,
      },
      <VersionContent view={{ ...open, problems, isOpen }} />,
    );
  })
  .get(templatePaths.export(ID), async (c) => {
    const file = await exportTemplate(c.get('ctx'), idOf(c));
    c.header('Content-Disposition', `attachment; filename="${file.code}.json"`);
    return c.json(file);
  })
  .get(templatePaths.general(ID), CHANGE, async (c) => {
    await draftById(c.get('ctx'), idOf(c));
    const open = await templateVersion(c.get('ctx'), idOf(c));
    return show(c, await generalPage(c, generalValues(open), NO_PROBLEM));
  })
  .post(templatePaths.general(ID), CHANGE, async (c) =>
    submit(c, {
      schema: generalInput,
      read: ({ values }) => readGeneral(values),
      run: async (ctx, { revision, name, legalBasis, validFrom, validUntil, ...frame }) => {
        const what = 'tên, căn cứ pháp lý, thể thức';
        await editDraft(ctx, {
          versionId: idOf(c),
          revision,
          name,
          what,
          change: ({ content }) => ({
            legalBasis,
            validFrom,
            validUntil,
            content: {
              ...content,
              frame,
            },
          }),
        });
        return { location: templatePaths.version(idOf(c)), notice: 'Đã lưu phần chung của mẫu.' };
      },
      redo: async (problem, values) => generalPage(c, values, problem),
      page: c.get('staffPage'),
    }),
  )
  .get(templatePaths.publish(ID), CHANGE, async (c) => show(c, await publishPage(c, NO_PROBLEM)))
  .post(templatePaths.publish(ID), CHANGE, async (c) =>
    submit(c, {
      schema: z.object({ revision: z.coerce.number().int().positive() }),
      read: ({ values }) => ({ revision: valueOf(values, 'revision') }),
      run: async (ctx, { revision }) => {
        const templateId = await publishTemplate(ctx, { versionId: idOf(c), revision });
        return { location: templatePaths.one(templateId), notice: 'Đã ban hành mẫu báo cáo.' };
      },
      redo: async (problem) => publishPage(c, problem),
      page: c.get('staffPage'),
    }),
  )
  .get(templatePaths.discard(ID), CHANGE, async (c) => {
    await draftById(c.get('ctx'), idOf(c));
    return show(c, await discardPage(c));
  })
  .post(templatePaths.discard(ID), CHANGE, async (c) =>
    submit(c, {
      schema: z.object({}),
      read: () => ({}),
      run: async (ctx) => {
        const templateId = await discardDraft(ctx, idOf(c));
        return { location: templatePaths.one(templateId), notice: 'Đã bỏ dự thảo.' };
      },
      redo: async () => discardPage(c),
      page: c.get('staffPage'),
    }),
  );

function VersionActs({ id, isOpen }: { readonly id: number; readonly isOpen: boolean }) {
  return (
    <>
      {isOpen ? <Button href={templatePaths.publish(id)}>Ban hành</Button> : null}
      <Button href={templatePaths.preview(id)} variant="secondary">
        Xem thử
      </Button>
      <Button href={templatePaths.export(id)} variant="secondary">
        Xuất tệp
      </Button>
      {isOpen ? (
        <Button href={templatePaths.discard(id)} variant="link">
          Bỏ dự thảo
        </Button>
      ) : null}
    </>
  );
}

/** From the list to a version. */
export function crumbsOf({ template, version }: OpenVersion) {
  return [
    { text: 'Mẫu báo cáo', href: templatePaths.list },
    { text: template.name, href: templatePaths.one(template.id) },
    { text: `Phiên bản ${version.number}`, href: templatePaths.version(version.id) },
  ];
}

export function idOf(c: AppContext): number {
  return Number(c.req.param('id') ?? 0);
}

async function show(c: AppContext, { options, content }: Redo): Promise<Response> {
  return c.get('staffPage')(options, content);
}

function generalValues({ template, version }: OpenVersion): FormValues {
  const { frame } = version.content;
  const dayOf = (day: string | null) => [day === null ? '' : formatDate(day)];
  return {
    revision: [String(version.revision)],
    name: [template.name],
    legalBasis: [version.legalBasis],
    validFrom: dayOf(version.validFrom),
    validUntil: dayOf(version.validUntil),
    typeName: [frame.typeName],
    title: [frame.title],
    recipients: [frame.recipients.join('\n')],
    authority: [frame.authority.join('\n')],
    signerTitle: [frame.signerTitle],
  };
}

const PLAIN = [
  'revision',
  'name',
  'legalBasis',
  'typeName',
  'title',
  'recipients',
  'authority',
  'signerTitle',
];

function readGeneral(values: FormValues) {
  const day = (name: string) => parseDate(valueOf(values, name)) ?? valueOf(values, name).trim();
  return {
    ...Object.fromEntries(PLAIN.map((name) => [name, valueOf(values, name)])),
    validFrom: day('validFrom'),
    validUntil: day('validUntil'),
  };
}

async function generalPage(c: AppContext, values: FormValues, problem: FormProblem): Promise<Redo> {
  const open = await templateVersion(c.get('ctx'), idOf(c));
  const view = {
    versionId: open.version.id,
    revision: valueOf(values, 'revision'),
    field: fieldsOf(values, problem),
    problem,
    formId: newFormId(),
  };
  return {
    options: { title: 'Phần chung của mẫu', breadcrumbs: crumbsOf(open) },
    content: <GeneralContent view={view} />,
  };
}

async function publishPage(c: AppContext, problem: FormProblem): Promise<Redo> {
  const draft = await draftById(c.get('ctx'), idOf(c));
  const open = await templateVersion(c.get('ctx'), draft.id);
  const problems = await templateProblems(c.get('ctx'), draft);
  const { id: versionId, revision } = draft;
  const view = { versionId, revision, problems, problem, formId: newFormId() };
  return {
    options: { title: `Ban hành phiên bản ${draft.number}`, breadcrumbs: crumbsOf(open) },
    content: <PublishContent view={view} />,
  };
}

async function discardPage(c: AppContext): Promise<Redo> {
  const open = await templateVersion(c.get('ctx'), idOf(c));
  return {
    options: { title: `Bỏ dự thảo phiên bản ${open.version.number}?`, breadcrumbs: crumbsOf(open) },
    content: <DiscardContent view={{ versionId: open.version.id, formId: newFormId() }} />,
  };
}
