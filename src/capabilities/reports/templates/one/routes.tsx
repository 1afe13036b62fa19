import { Hono } from 'hono';
import { z } from 'zod';
import { can, requireActor } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import type { AppEnv } from '#foundation/http.ts';
import { newFormId, submit } from '#foundation/submit.ts';
import { refuse } from '#kernel/refusal.ts';
import { TEMPLATE_KIND_LABELS } from '../../schema.ts';
import { templatePaths } from '../schema.ts';
import { retireTemplate, startDraft, templateById } from '../service.ts';
import { changesBetween } from './compare.ts';
import { CompareContent, TemplateContent } from './pages.tsx';

const ID = ':id{[0-9]{1,15}}';

/** One template: its versions, a new draft, retiring it, comparing two versions. */
export const templateOneRoutes = new Hono<AppEnv>()
  .get(templatePaths.one(ID), async (c) => {
    const ctx = c.get('ctx');
    const template = await templateById(ctx, Number(c.req.param('id')));
    const mayChange = can(requireActor(ctx), 'report-template.change');
    const view = { template, mayChange, formIds: [newFormId(), newFormId()] as const };
    return c.get('staffPage')(
      {
        title: template.name,
        lead: `${TEMPLATE_KIND_LABELS[template.kind]} · ${template.code}`,
        breadcrumbs: [{ text: 'Mẫu báo cáo', href: templatePaths.list }],
      },
      <TemplateContent view={view} />,
    );
  })
  .get(templatePaths.compare(ID), async (c) => {
    const template = await templateById(c.get('ctx'), Number(c.req.param('id')));
    const numbered = (number: string | undefined) =>
      template.versions.find((version) => String(version.number) === number) ??
      refuse('missing', 'Không có phiên bản này. Hãy chọn lại hai phiên bản để so sánh.');
    const [from, to] = [numbered(c.req.query('from')), numbered(c.req.query('to'))];
    return c.get('staffPage')(
      {
        title: `So sánh phiên bản ${from.number} với phiên bản ${to.number}`,
        breadcrumbs: [
          { text: 'Mẫu báo cáo', href: templatePaths.list },
          { text: template.name, href: templatePaths.one(template.id) },
        ],
      },
      <CompareContent changes={changesBetween(from, to)} />,
    );
  })
  .post(templatePaths.drafts(ID), only('report-template.change'), async (c) =>
    submit(c, {
      schema: z.object({}),
      read: () => ({}),
      run: async (ctx) => {
        const versionId = await startDraft(ctx, { templateId: Number(c.req.param('id')) });
        return { location: templatePaths.version(versionId), notice: 'Đã lập dự thảo phiên bản mới.' };
      },
      redo: async ({ message }) => refuse('conflict', message ?? 'Chưa lập được dự thảo. Hãy tải lại trang.'),
      page: c.get('staffPage'),
    }),
  )
  .post(templatePaths.retire(ID), only('report-template.change'), async (c) =>
    submit(c, {
      schema: z.object({}),
      read: () => ({}),
      run: async (ctx) => {
        const id = Number(c.req.param('id'));
        await retireTemplate(ctx, id);
        return {
          location: templatePaths.one(id),
          notice: 'Mẫu thôi dùng; báo cáo đã lập vẫn theo phiên bản cũ.',
        };
      },
      redo: async ({ message }) => refuse('conflict', message ?? 'Chưa làm được. Hãy tải lại trang.'),
      page: c.get('staffPage'),
    }),
  );
