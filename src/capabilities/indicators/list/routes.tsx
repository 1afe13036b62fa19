import { Hono } from 'hono';
import { can, requireActor } from '#foundation/access/authorise.ts';
import type { AppEnv } from '#foundation/http.ts';
import { formatNumber } from '#kernel/vietnamese/format.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { catalogue } from '../catalogue/service.ts';
import { indicatorPaths } from '../schema.ts';
import { unitOptions } from '../unit-choice.ts';
import { CATALOGUE_COLUMNS } from './exports.ts';
import { CatalogueActions, CatalogueContent } from './pages.tsx';
import { matching } from './rules.ts';
import { catalogueQuery } from './schema.ts';
import { cataloguePage } from './service.ts';

/** As many answers as a box that searches shows. */
const ANSWERS = 20;

/** The catalogue of indicators, and the search that editors of templates use. */
export const catalogueRoutes = new Hono<AppEnv>()
  .get(indicatorPaths.list, async (c) => {
    const ctx = c.get('ctx');
    const query = catalogueQuery.parse(c.req.query());
    const format = exportFormatOf(c.req.query('format'));
    const found = await cataloguePage(ctx, query, format !== null);
    if (format)
      return exportTable({ name: 'chi-tieu', columns: CATALOGUE_COLUMNS, rows: found.rows, format });
    const view = { ...found, query, units: await unitOptions(ctx) };
    const mayManage = can(requireActor(ctx), 'indicator.manage');
    return c.get('staffPage')(
      {
        title: 'Chỉ tiêu',
        lead: `${formatNumber(found.total)} chỉ tiêu, kèm số mới nhất của đơn vị`,
        actions: <CatalogueActions mayManage={mayManage} />,
      },
      <CatalogueContent view={view} />,
    );
  })
  .get(indicatorPaths.searchJson, async (c) => {
    const ctx = c.get('ctx');
    requireActor(ctx);
    const { q } = catalogueQuery.parse(c.req.query());
    const found = matching(await catalogue(ctx), { q, area: '', origin: '' });
    return c.json(
      found.slice(0, ANSWERS).map(({ code, name, unitOfMeasure }) => ({
        value: code,
        text: name,
        hint: [code, unitOfMeasure].filter((text) => text !== '').join(' · '),
      })),
    );
  });
