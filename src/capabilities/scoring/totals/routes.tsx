import { Hono } from 'hono';
import { formatDate, formatNumber, parseDate } from '#kernel/vietnamese/format.ts';
import { requireActor } from '#foundation/access/authorise.ts';
import type { AppEnv } from '#foundation/http.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { dossierColumns, totalColumns } from './exports.ts';
import { TotalsContent } from './pages.tsx';
import { totalsList, totalsQuery } from './schema.ts';
import { totals } from './service.ts';

/** Scores added up by unit and by officer, and one by one. */
export const totalsRoutes = new Hono<AppEnv>().get(totalsList.path, async (c) => {
  const ctx = c.get('ctx');
  requireActor(ctx);
  const date = (name: string): string => parseDate(c.req.query(name) ?? '') ?? '';
  const query = totalsQuery.parse({ ...c.req.query(), from: date('from'), to: date('to') });
  const format = exportFormatOf(c.req.query('format'));
  const view = await totals(ctx, query, format !== null);
  const { set, unitName } = view;
  if (format) {
    const name = 'cham-diem-ho-so';
    return query.by === 'dossier'
      ? exportTable({ name, columns: dossierColumns(set.criteria, unitName), rows: view.dossiers, format })
      : exportTable({ name, columns: totalColumns(set.criteria, unitName), rows: view.rows, format });
  }
  const days = `${formatDate(view.from)} – ${formatDate(view.to)}`;
  return c.get('staffPage')(
    { title: 'Chấm điểm hồ sơ', lead: `${formatNumber(view.scored)} hồ sơ đã trả kết quả, ${days}` },
    <TotalsContent view={{ totals: view, query }} />,
  );
});
