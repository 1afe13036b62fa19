import { Hono } from 'hono';
import { formatNumber, parseDate } from '#kernel/vietnamese/format.ts';
import { requireActor } from '#foundation/access/authorise.ts';
import type { AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { fileLinks, withQuery } from '#web/http/list-state.ts';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { dossierPath } from '../schema.ts';
import { READ_COLUMNS, UNUSUAL_COLUMNS } from './exports.ts';
import { ReadsContent, ReadsTable } from './pages.tsx';
import { readsList, readsQuery } from './schema.ts';
import { readsOfDossier, reviewReads } from './service.ts';

/** Who read what: all reads of a unit's officials, and all of one dossier. */
export const readsRoutes = new Hono<AppEnv>();

readsRoutes.get('/reads', async (c) => {
  const ctx = c.get('ctx');
  requireActor(ctx);
  const date = (name: string): string => parseDate(c.req.query(name) ?? '') ?? '';
  const query = readsQuery.parse({ ...c.req.query(), from: date('from'), to: date('to') });
  const format = exportFormatOf(c.req.query('format'));
  const review = await reviewReads(ctx, query, format !== null);
  const unitName = await unitNames(ctx, 'shortName');
  if (format) {
    return query.view === 'unusual'
      ? exportTable({
          name: 'ngay-can-xem-lai',
          columns: UNUSUAL_COLUMNS(unitName),
          rows: review.unusual,
          format,
        })
      : exportTable({ name: 'luot-xem-ho-so', columns: READ_COLUMNS(unitName), rows: review.rows, format });
  }
  return c.get('staffPage')(
    { title: 'Ai đã xem hồ sơ', lead: 'Mọi lượt cán bộ xem dữ liệu cá nhân' },
    <ReadsContent view={{ review, query, unitName }} />,
  );
});

readsRoutes.get('/dossiers/:number/reads', async (c) => {
  const ctx = c.get('ctx');
  requireActor(ctx);
  const { number, rows } = await readsOfDossier(ctx, c.req.param('number'));
  const unitName = await unitNames(ctx, 'shortName');
  const format = exportFormatOf(c.req.query('format'));
  if (format) {
    return exportTable({ name: `luot-xem-${number}`, columns: READ_COLUMNS(unitName), rows, format });
  }
  const breadcrumbs = [{ text: 'Ai đã xem hồ sơ', href: readsList.path }, { text: number }];
  const path = dossierPath(number, 'reads');
  return c.get('staffPage')(
    { title: `Ai đã xem ${number}`, lead: `${formatNumber(rows.length)} dòng`, breadcrumbs },
    <>
      <ReadsTable rows={rows} unitName={unitName} />
      <ExportLinks links={fileLinks((kind) => withQuery(path, { format: kind }))} />
    </>,
  );
});
