import { Hono } from 'hono';
import { z } from 'zod';
import { authorise } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type UploadedFile, valueOf } from '#web/http/form-values.ts';
import { withQuery } from '#web/http/list-state.ts';
import { fileResponse } from '#web/http/export.ts';
import { crumbsOf, draftOf } from '../draft-of.ts';
import { processPaths } from '../schema.ts';
import { processVersionView } from '../view/service.ts';
import { ImportPage, PlanPage } from './pages.tsx';
import { applyDrawing, keepDrawing, keepDrawnText, planDrawing, processFile } from './service.ts';

const VERSION = '/processes/:slug/versions/:number{[0-9]+}';
const DRAWN_HERE = 'Sơ đồ vẽ trên trang';

export const processExchangeRoutes = new Hono<AppEnv>();

processExchangeRoutes.get(`${VERSION}/bpmn`, async (c) => {
  const { procedure, version } = await processVersionView(
    c.get('ctx'),
    c.req.param('slug'),
    Number(c.req.param('number')),
  );
  const name = `${procedure.slug}-${version.number}.bpmn`;
  return fileResponse(name, await processFile(version), 'application/bpmn+xml; charset=utf-8');
});

const drawing = z.object({
  file: z.custom<UploadedFile>().optional(),
  xml: z.string().max(900_000, 'Sơ đồ quá lớn. Hãy tách thành các thủ tục liên thông.'),
});

processExchangeRoutes.get(`${VERSION}/import`, async (c) => {
  await authorise(c.get('ctx'), 'procedure.edit');
  const { options, content } = await importPage(c, NO_PROBLEM);
  return c.get('staffPage')(options, content);
});

processExchangeRoutes.post(`${VERSION}/import`, only('procedure.edit'), async (c) => {
  const { procedure, draft } = await draftOf(c);
  return submit(c, {
    schema: drawing.refine(({ file, xml }) => file !== undefined || xml !== '', {
      path: ['file'],
      message: 'Chọn tệp BPMN cần nhập.',
    }),
    read: ({ files, values }) => ({
      file: files.find(({ field }) => field === 'file'),
      xml: valueOf(values, 'xml'),
    }),
    run: async (ctx, { file, xml }) => {
      const hash = file === undefined ? await keepDrawnText(ctx, xml) : await keepDrawing(ctx, file);
      const name = file?.name ?? DRAWN_HERE;
      return { location: withQuery(processPaths.importPlan(procedure.slug, draft.number, hash), { name }) };
    },
    redo: async (problem) => importPage(c, problem),
    page: c.get('staffPage'),
  });
});

async function importPage(c: AppContext, problem: FormProblem): Promise<Redo> {
  const open = await draftOf(c);
  const { procedure, draft } = open;
  const view = { slug: procedure.slug, number: draft.number, problem, formId: newFormId() };
  return {
    options: { title: 'Nhập tệp BPMN', breadcrumbs: crumbsOf(open, 'Nhập tệp BPMN') },
    content: <ImportPage view={view} />,
  };
}

processExchangeRoutes.get(`${VERSION}/import/:hash`, async (c) => {
  await authorise(c.get('ctx'), 'procedure.edit');
  const { options, content } = await planPage(c, NO_PROBLEM, c.req.query('name') ?? '');
  return c.get('staffPage')(options, content);
});

processExchangeRoutes.post(`${VERSION}/import/:hash`, only('procedure.edit'), async (c) => {
  const { procedure, draft } = await draftOf(c);
  return submit(c, {
    schema: z.object({ revision: z.int(), name: z.string().max(300) }),
    read: ({ values }) => ({ revision: Number(valueOf(values, 'revision')), name: valueOf(values, 'name') }),
    run: async (ctx, input) => {
      const name = input.name || 'tệp BPMN';
      await applyDrawing(ctx, { versionId: draft.id, ...input, name, hash: c.req.param('hash') });
      return {
        location: processPaths.version(procedure.slug, draft.number),
        notice: 'Đã thay nội dung bản dự thảo. Hãy xem những điều còn phải sửa.',
      };
    },
    redo: async (problem, values) => planPage(c, problem, valueOf(values, 'name')),
    page: c.get('staffPage'),
  });
});

async function planPage(c: AppContext, problem: FormProblem, name: string): Promise<Redo> {
  const open = await draftOf(c);
  const { procedure, draft } = open;
  const hash = c.req.param('hash') ?? '';
  const plan = await planDrawing(c.get('ctx'), hash);
  const view = {
    slug: procedure.slug,
    number: draft.number,
    revision: draft.revision,
    hash,
    name,
    plan,
    problem,
    formId: newFormId(),
  };
  return {
    options: {
      title: 'Xem trước khi nhập',
      lead: `${name === '' ? 'Tệp BPMN' : name}: chưa có gì được lưu.`,
      breadcrumbs: crumbsOf(open, 'Xem trước'),
    },
    content: <PlanPage view={view} />,
  };
}
