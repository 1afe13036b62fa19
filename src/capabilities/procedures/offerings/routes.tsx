import { Hono } from 'hono';
import { only } from '#foundation/access/only.ts';
import { z } from 'zod';
import { authorise } from '#foundation/access/authorise.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { organisationOn } from '#foundation/organisation/service.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { codesOf } from '#kernel/labels.ts';
import { isLocalDate, localDateOf } from '#kernel/local-date.ts';
import { formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { type FormValues, valueOf, valuesOf } from '#web/http/form-values.ts';
import { CHANNEL_LABELS } from '../labels.ts';
import { procedurePaths } from '../schema.ts';
import { procedureView } from '../view/service.ts';
import { coverageOn } from './coverage.ts';
import { CoveragePage, OfferingPage } from './pages.tsx';
import { countersOf } from './rules.ts';
import { setOffering } from './service.ts';

const CATALOGUE = { text: 'Thủ tục hành chính', href: procedurePaths.list };

const offering = z.object({
  from: z.string().refine(isLocalDate, 'Nhập ngày áp dụng, ví dụ 1/5/2020.'),
  channels: z.array(z.enum(codesOf(CHANNEL_LABELS))),
  unitIds: z.array(z.coerce.number().int().positive()),
});

export const procedureOfferingRoutes = new Hono<AppEnv>();

procedureOfferingRoutes.get(procedurePaths.coverage, async (c) => {
  const ctx = c.get('ctx');
  const asked = parseDate(c.req.query('date') ?? '');
  const coverage = await coverageOn(ctx, asked ?? localDateOf(ctx.now));
  const format = exportFormatOf(c.req.query('format'));
  if (format) {
    return exportTable({
      name: `noi-tiep-nhan-${coverage.date}`,
      columns: [
        { header: 'Nơi tiếp nhận', value: ({ unit }) => unit.name, width: 50 },
        { header: 'Số thủ tục', value: ({ total }) => total },
        { header: 'Trực tuyến', value: ({ online }) => online },
        { header: 'Bưu chính công ích', value: ({ postal }) => postal },
      ],
      rows: coverage.units,
      format,
    });
  }
  return c.get('staffPage')(
    { title: 'Nơi tiếp nhận thủ tục', breadcrumbs: [CATALOGUE, { text: 'Nơi tiếp nhận' }] },
    <CoveragePage coverage={coverage} />,
  );
});

procedureOfferingRoutes.get('/procedures/:slug/offerings', async (c) => {
  await authorise(c.get('ctx'), 'procedure.publish');
  const { places, today } = await procedureView(c.get('ctx'), c.req.param('slug'));
  const channels = places[0]?.offering.channels ?? ['counter'];
  const values = {
    from: [formatDate(today)],
    channels,
    unitIds: places.map(({ unit }) => String(unit.id)),
  };
  const { options, content } = await offeringPage(c, NO_PROBLEM, values);
  return c.get('staffPage')(options, content);
});

procedureOfferingRoutes.post('/procedures/:slug/offerings', only('procedure.publish'), async (c) => {
  const { procedure } = await procedureView(c.get('ctx'), c.req.param('slug'));
  return submit(c, {
    schema: offering,
    read: ({ values }) => ({
      from: parseDate(valueOf(values, 'from')) ?? '',
      channels: valuesOf(values, 'channels'),
      unitIds: valuesOf(values, 'unitIds'),
    }),
    run: async (ctx, input) => {
      await setOffering(ctx, { ...input, procedureId: procedure.id });
      return {
        location: procedurePaths.one(procedure.slug),
        notice: `Đã lưu nơi tiếp nhận, áp dụng từ ${formatDate(input.from)}.`,
      };
    },
    redo: async (problem, values) => offeringPage(c, problem, values),
    page: c.get('staffPage'),
  });
});

async function offeringPage(c: AppContext, problem: FormProblem, values: FormValues): Promise<Redo> {
  const ctx = c.get('ctx');
  const { procedure, shown, today } = await procedureView(ctx, c.req.param('slug') ?? '');
  const tree = await organisationOn(ctx, parseDate(valueOf(values, 'from')) ?? today);
  const view = { slug: procedure.slug, counters: countersOf(tree), values, problem, formId: newFormId() };
  const { shortName } = shown.content;
  return {
    options: {
      title: 'Nơi tiếp nhận',
      lead: shortName,
      breadcrumbs: [
        CATALOGUE,
        { text: shortName, href: procedurePaths.one(procedure.slug) },
        { text: 'Nơi tiếp nhận' },
      ],
    },
    content: <OfferingPage view={view} />,
  };
}
