import { Hono } from 'hono';
import { only } from '#foundation/access/only.ts';
import { z } from 'zod';
import { authorise } from '#foundation/access/authorise.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { refuse } from '#kernel/refusal.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import { draftById } from '../change.ts';
import { procedureContent, type ProcedureContent } from '../content.ts';
import { procedurePaths, type ProcedureVersion } from '../schema.ts';
import type { Section } from '../rules.ts';
import { lifeEvents } from '../service.ts';
import { procedureView, versionView } from '../view/service.ts';
import { emptyContent } from './empty-content.ts';
import type { SectionSpec } from './fields.ts';
import { DiscardPage, NewProcedurePage } from './new-page.tsx';
import { fillSection, inputName, readSection, sectionSchema, withRowCommand } from './section-form.ts';
import { SectionPage } from './section-page.tsx';
import { isSection, SECTIONS } from './sections.ts';
import { changeCode, createProcedure, discardDraft, editDraft, startDraft } from './service.ts';

const CATALOGUE = { text: 'Thủ tục hành chính', href: procedurePaths.list };

export const procedureDraftRoutes = new Hono<AppEnv>();

procedureDraftRoutes.get(procedurePaths.new, async (c) => {
  await authorise(c.get('ctx'), 'procedure.edit');
  const { options, content } = newPage({}, NO_PROBLEM);
  return c.get('staffPage')(options, content);
});

const newProcedure = procedureContent
  .pick({ name: true, shortName: true, domain: true, level: true })
  .extend({
    code: z
      .string()
      .regex(/^\d\.\d{6}$/, 'Mã thủ tục gồm một chữ số, dấu chấm và sáu chữ số, ví dụ 1.001193.')
      .nullable(),
  });

procedureDraftRoutes.post(procedurePaths.new, only('procedure.edit'), async (c) =>
  submit(c, {
    schema: newProcedure,
    read: ({ values }) => ({
      name: valueOf(values, 'name'),
      shortName: valueOf(values, 'shortName'),
      domain: valueOf(values, 'domain'),
      level: valueOf(values, 'level'),
      code: valueOf(values, 'code') || null,
    }),
    run: async (ctx, { code, ...parts }) => {
      const { slug, number } = await createProcedure(ctx, { code, content: emptyContent(parts) });
      return {
        location: procedurePaths.section(slug, number, 'general'),
        notice: 'Đã tạo bản dự thảo. Hãy nhập tiếp từng phần, rồi kiểm tra và công bố.',
      };
    },
    redo: async (problem, values) => newPage(values, problem),
    page: c.get('staffPage'),
  }),
);

function newPage(values: FormValues, problem: FormProblem): Redo {
  return {
    options: { title: 'Thêm thủ tục', breadcrumbs: [CATALOGUE, { text: 'Thêm thủ tục' }] },
    content: <NewProcedurePage view={{ values, problem, formId: newFormId() }} />,
  };
}

procedureDraftRoutes.post('/procedures/:slug/drafts', only('procedure.edit'), async (c) => {
  const { procedure, shown } = await procedureView(c.get('ctx'), c.req.param('slug'));
  return submit(c, {
    schema: z.object({}),
    read: () => ({}),
    run: async (ctx) => {
      const { slug, number } = await startDraft(ctx, { procedureId: procedure.id, copyOf: shown.number });
      const notice = `Đã lập bản dự thảo số ${number} từ phiên bản ${shown.number}.`;
      return { location: procedurePaths.version(slug, number), notice };
    },
    redo: async (problem) =>
      refuse('conflict', problem.message ?? 'Chưa lập được bản dự thảo. Hãy tải lại trang.'),
    page: c.get('staffPage'),
  });
});

procedureDraftRoutes.get('/procedures/:slug/versions/:number{[0-9]+}/edit/:section', async (c) => {
  await authorise(c.get('ctx'), 'procedure.edit');
  const { draft, section } = await draftAndSection(c);
  const filled = fillSection(section, { ...draft.content, code: draft.code, validFrom: draft.validFrom });
  const values = { ...filled, revision: [String(draft.revision)] };
  const { options, content } = await sectionPage(c, { draft, section, values, problem: NO_PROBLEM });
  return c.get('staffPage')(options, content);
});

procedureDraftRoutes.post(
  '/procedures/:slug/versions/:number{[0-9]+}/edit/:section',
  only('procedure.edit'),
  async (c) => {
    const { draft, section } = await draftAndSection(c);
    const again = async (problem: FormProblem, values: FormValues) =>
      sectionPage(c, { draft, section, values, problem });
    const { values } = await readForm(c);
    const command = valueOf(values, 'row');
    if (command !== '') {
      await authorise(c.get('ctx'), 'procedure.edit');
      const { options, content } = await again(
        NO_PROBLEM,
        withRowCommand(SECTIONS[section], values, command),
      );
      return c.get('staffPage')(options, content);
    }
    return submit(c, {
      schema: sectionSchema(section),
      read: (form) => readSection(section, form.values),
      run: async (ctx, { changes, code, validFrom }, form) => {
        const revision = Number(valueOf(form.values, 'revision'));
        if (code !== undefined && code !== draft.code) {
          await changeCode(ctx, { procedureId: draft.procedureId, code });
        }
        const edit = { versionId: draft.id, revision, changes };
        await editDraft(ctx, validFrom === undefined ? edit : { ...edit, validFrom });
        const location = procedurePaths.section(draft.slug, draft.number, section);
        return { location, notice: `Đã lưu phần “${SECTIONS[section].title}”.` };
      },
      redo: again,
      page: c.get('staffPage'),
    });
  },
);

async function draftAndSection(c: AppContext) {
  const section = c.req.param('section') ?? '';
  if (!isSection(section)) return refuse('missing', 'Bản dự thảo không có phần này.');
  const draft = await draftOf(c);
  return { draft, section };
}

async function draftOf(c: AppContext): Promise<ProcedureVersion> {
  const slug = c.req.param('slug') ?? '';
  const { version } = await versionView(c.get('ctx'), slug, Number(c.req.param('number')));
  return draftById(c.get('ctx'), version.id);
}

type SectionState = {
  readonly draft: ProcedureVersion;
  readonly section: Section;
  readonly values: FormValues;
  readonly problem: FormProblem;
};

async function sectionPage(c: AppContext, state: SectionState): Promise<Redo> {
  const { draft, section, values, problem } = state;
  const { slug, number, content } = draft;
  const spec = await withLifeEvents(c, SECTIONS[section]);
  const fields = Object.fromEntries(
    Object.entries(problem.fields).map(([path, message]) => [inputName(path), message]),
  );
  const revision = valueOf(values, 'revision');
  const { message } = problem;
  const view = { slug, number, revision, section, spec, values, message, fields, formId: newFormId() };
  return {
    options: {
      title: `${content.shortName}: ${spec.title}`,
      lead: `Bản dự thảo số ${number}`,
      breadcrumbs: [
        CATALOGUE,
        { text: content.shortName, href: procedurePaths.one(slug) },
        { text: `Bản dự thảo số ${number}`, href: procedurePaths.version(slug, number) },
        { text: spec.title },
      ],
    },
    content: <SectionPage view={view} />,
  };
}

/** The occasions in life are data of the installation. */
async function withLifeEvents(c: AppContext, spec: SectionSpec): Promise<SectionSpec> {
  const events = await lifeEvents(c.get('ctx'));
  const options = events.map(({ code, title, description }) => ({
    value: code,
    text: title,
    hint: description,
  }));
  const fields = spec.fields.map((field) => (field.key === 'lifeEvents' ? { ...field, options } : field));
  return { ...spec, fields };
}

procedureDraftRoutes.get('/procedures/:slug/versions/:number{[0-9]+}/discard', async (c) => {
  await authorise(c.get('ctx'), 'procedure.edit');
  const { options, content } = discardPage(await draftOf(c));
  return c.get('staffPage')(options, content);
});

procedureDraftRoutes.post(
  '/procedures/:slug/versions/:number{[0-9]+}/discard',
  only('procedure.edit'),
  async (c) => {
    const { version } = await versionView(c.get('ctx'), c.req.param('slug'), Number(c.req.param('number')));
    return submit(c, {
      schema: z.object({}),
      read: () => ({}),
      run: async (ctx) => {
        await discardDraft(ctx, version.id);
        return { location: procedurePaths.list, notice: `Đã bỏ bản dự thảo số ${version.number}.` };
      },
      redo: async (problem) =>
        refuse('conflict', problem.message ?? 'Chưa bỏ được bản dự thảo. Hãy tải lại trang.'),
      page: c.get('staffPage'),
    });
  },
);

function discardPage(version: ProcedureVersion): Redo {
  const { shortName }: ProcedureContent = version.content;
  return {
    options: {
      title: `Bỏ bản dự thảo số ${version.number}?`,
      breadcrumbs: [
        CATALOGUE,
        { text: shortName, href: procedurePaths.one(version.slug) },
        { text: 'Bỏ bản dự thảo' },
      ],
    },
    content: <DiscardPage view={{ version, formId: newFormId() }} />,
  };
}
