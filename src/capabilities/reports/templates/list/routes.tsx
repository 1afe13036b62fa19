import { Hono } from 'hono';
import { z } from 'zod';
import { can, requireActor } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type ExportColumn, exportFormatOf, exportTable } from '#web/http/export.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { Button } from '#web/ui/button.tsx';
import { TEMPLATE_KIND_LABELS } from '../../schema.ts';
import { keepTemplate, readTemplateFile } from '../exchange/service.ts';
import { newTemplate, templatePaths } from '../schema.ts';
import { addTemplate, templateList, type TemplateWithVersions } from '../service.ts';
import { ImportContent, NewTemplateContent, TemplateListContent } from './pages.tsx';

const UP = [{ text: 'Mẫu báo cáo', href: templatePaths.list }];

/** The list of templates, a new one, one from a file. */
export const templateListRoutes = new Hono<AppEnv>()
  .get(templatePaths.list, async (c) => {
    const ctx = c.get('ctx');
    const templates = await templateList(ctx);
    const format = exportFormatOf(c.req.query('format'));
    if (format) return exportTable({ name: 'mau-bao-cao', columns: COLUMNS, rows: templates, format });
    const actions = can(requireActor(ctx), 'report-template.change') ? (
      <>
        <Button href={templatePaths.new}>Lập mẫu</Button>
        <Button href={templatePaths.import} variant="secondary">
          Nhập từ tệp
        </Button>
      </>
    ) : null;
    const options = { title: 'Mẫu báo cáo', lead: 'Các mục, người viết và chỗ của số liệu', actions };
    return c.get('staffPage')(options, <TemplateListContent templates={templates} />);
  })
  .get(templatePaths.new, only('report-template.change'), async (c) => {
    const { options, content } = newPage({}, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(templatePaths.new, only('report-template.change'), async (c) =>
    submit(c, {
      schema: newTemplate,
      read: ({ values }) => ({
        code: valueOf(values, 'code'),
        name: valueOf(values, 'name'),
        kind: valueOf(values, 'kind'),
      }),
      run: async (ctx, input) => {
        const { versionId } = await addTemplate(ctx, input);
        return {
          location: templatePaths.version(versionId),
          notice: 'Đã lập mẫu báo cáo, phiên bản 1 là dự thảo.',
        };
      },
      redo: async (problem, values) => newPage(values, problem),
      page: c.get('staffPage'),
    }),
  )
  .get(templatePaths.import, only('report-template.change'), async (c) => {
    const { options, content } = importPage({}, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(templatePaths.import, only('report-template.change'), async (c) =>
    submit(c, {
      schema: z.object({ file: z.string().trim().min(1, 'Hãy dán nội dung tệp mẫu.') }),
      read: ({ values }) => ({ file: valueOf(values, 'file') }),
      run: async (ctx, { file }) => {
        const { versionId } = await keepTemplate(ctx, readTemplateFile(file));
        return { location: templatePaths.version(versionId), notice: 'Đã nhập mẫu thành dự thảo.' };
      },
      redo: async (problem, values) => importPage(values, problem),
      page: c.get('staffPage'),
    }),
  );

function newPage(values: FormValues, problem: FormProblem): Redo {
  const view = { field: fieldsOf(values, problem), problem, formId: newFormId() };
  return {
    options: { title: 'Lập mẫu báo cáo', breadcrumbs: UP },
    content: <NewTemplateContent view={view} />,
  };
}

function importPage(values: FormValues, problem: FormProblem): Redo {
  const view = { field: fieldsOf(values, problem), problem, formId: newFormId() };
  return {
    options: { title: 'Nhập mẫu báo cáo từ tệp', breadcrumbs: UP },
    content: <ImportContent view={view} />,
  };
}

const COLUMNS: readonly ExportColumn<TemplateWithVersions>[] = [
  { header: 'Mã', value: ({ code }) => code, width: 20 },
  { header: 'Mẫu báo cáo', value: ({ name }) => name, width: 50 },
  { header: 'Loại', value: ({ kind }) => TEMPLATE_KIND_LABELS[kind], width: 20 },
  {
    header: 'Phiên bản đang dùng',
    value: ({ versions }) => versions.find(({ state }) => state === 'published')?.number ?? null,
    width: 12,
  },
  {
    header: 'Căn cứ pháp lý',
    value: ({ versions }) => versions.find(({ state }) => state === 'published')?.legalBasis ?? '',
    width: 50,
  },
];
