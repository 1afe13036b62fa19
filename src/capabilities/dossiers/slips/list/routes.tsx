import { Hono } from 'hono';
import { formatNumber, parseDate } from '#kernel/vietnamese/format.ts';
import type { AppEnv } from '#foundation/http.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { pdfResponse } from '#web/http/pdf-answer.ts';
import { printSlip } from '../print.ts';
import { shownNumber, SLIP_LABELS, slipPaths, slipQuery } from '../schema.ts';
import { exportSlips, slipByNumber, slipList } from '../service.ts';
import { SLIP_COLUMNS } from './exports.ts';
import { SlipContentPage, SlipListContent } from './pages.tsx';

export const slipListRoutes = new Hono<AppEnv>();

slipListRoutes.get(slipPaths.list, async (c) => {
  const date = (name: string): string => parseDate(c.req.query(name) ?? '') ?? '';
  const query = slipQuery.parse({ ...c.req.query(), from: date('from'), to: date('to') });
  const format = exportFormatOf(c.req.query('format'));
  if (format) {
    const rows = await exportSlips(c.get('ctx'), query);
    return exportTable({ name: 'phieu-huong-dan-tu-choi', columns: SLIP_COLUMNS, rows, format });
  }
  const list = await slipList(c.get('ctx'), query);
  return c.get('staffPage')(
    { title: 'Phiếu hướng dẫn, từ chối', lead: `${formatNumber(list.total)} phiếu của quầy` },
    <SlipListContent view={{ ...list, query }} />,
  );
});

slipListRoutes.get('/slips/:file{.+\\.pdf}', async (c) => {
  const number = c.req.param('file').slice(0, -'.pdf'.length);
  const ctx = c.get('ctx');
  return pdfResponse(number, await printSlip(ctx, await slipByNumber(ctx, number, 'printed')));
});

slipListRoutes.get('/slips/:number', async (c) => {
  const slip = await slipByNumber(c.get('ctx'), c.req.param('number'), 'opened');
  const { kind } = slip.content;
  const breadcrumbs = [
    { text: 'Phiếu hướng dẫn, từ chối', href: slipPaths.list },
    { text: shownNumber(slip.number, kind) },
  ];
  return c.get('staffPage')(
    { title: SLIP_LABELS[kind], ownHeading: true, breadcrumbs },
    <SlipContentPage slip={slip} />,
  );
});
