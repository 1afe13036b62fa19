import { Hono } from 'hono';
import { only } from '#foundation/access/only.ts';
import { z } from 'zod';
import { authorise } from '#foundation/access/authorise.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import type { UploadedFile } from '#web/http/form-values.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { procedureListQuery } from '../list/schema.ts';
import { procedureList } from '../list/service.ts';
import { procedurePaths } from '../schema.ts';
import { ImportPage, PlanPage } from './pages.tsx';
import { applyImport, catalogueFile, keepImport, planImport } from './service.ts';

const CATALOGUE = { text: 'Thủ tục hành chính', href: procedurePaths.list };

const upload = z.object({
  file: z.custom<UploadedFile>((file) => file !== undefined, 'Chọn tệp XLSX hoặc JSON cần nhập.'),
});

export const procedureExchangeRoutes = new Hono<AppEnv>();

procedureExchangeRoutes.get('/procedures/export/:format{json|xlsx}', async (c) => {
  const { rows } = await procedureList(c.get('ctx'), procedureListQuery.parse({}));
  const format = c.req.param('format') === 'xlsx' ? 'xlsx' : 'json';
  return catalogueFile(
    c.get('ctx'),
    rows.map((row) => row.procedureId),
    format,
  );
});

procedureExchangeRoutes.get(procedurePaths.import, async (c) => {
  await authorise(c.get('ctx'), 'procedure.edit');
  const { options, content } = importPage(NO_PROBLEM);
  return c.get('staffPage')(options, content);
});

procedureExchangeRoutes.post(procedurePaths.import, only('procedure.edit'), async (c) =>
  submit(c, {
    schema: upload,
    read: ({ files }) => ({ file: files.find(({ field }) => field === 'file') }),
    run: async (ctx, { file }) => ({ location: procedurePaths.importPlan(await keepImport(ctx, file)) }),
    redo: async (problem) => importPage(problem),
    page: c.get('staffPage'),
  }),
);

function importPage(problem: FormProblem): Redo {
  return {
    options: { title: 'Nhập danh mục từ tệp', breadcrumbs: [CATALOGUE, { text: 'Nhập từ tệp' }] },
    content: <ImportPage view={{ problem, formId: newFormId() }} />,
  };
}

procedureExchangeRoutes.get('/procedures/import/:hash', async (c) => {
  const { options, content } = await planPage(c, NO_PROBLEM);
  return c.get('staffPage')(options, content);
});

procedureExchangeRoutes.post('/procedures/import/:hash', only('procedure.edit'), async (c) =>
  submit(c, {
    schema: z.object({}),
    read: () => ({}),
    run: async (ctx) => {
      const { created, changed, skipped } = await applyImport(ctx, c.req.param('hash'));
      return {
        location: `${procedurePaths.list}?standing=has-draft`,
        notice: `Đã nhập ${created} thủ tục mới, ${changed} bản dự thảo thay đổi; ${skipped} mục không nhập.`,
      };
    },
    redo: async (problem) => planPage(c, problem),
    page: c.get('staffPage'),
  }),
);

async function planPage(c: AppContext, problem: FormProblem): Promise<Redo> {
  const hash = c.req.param('hash') ?? '';
  const planned = await planImport(c.get('ctx'), hash);
  return {
    options: {
      title: 'Xem trước khi nhập',
      lead: `${planned.length} thủ tục trong tệp. Chưa có gì được lưu.`,
      breadcrumbs: [CATALOGUE, { text: 'Nhập từ tệp', href: procedurePaths.import }, { text: 'Xem trước' }],
    },
    content: <PlanPage view={{ hash, planned, problem, formId: newFormId() }} />,
  };
}
