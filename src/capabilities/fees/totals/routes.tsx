import { Hono } from 'hono';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import type { Context } from '#foundation/context.ts';
import type { AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { type ExportColumn, exportFormatOf, exportTable } from '#web/http/export.ts';
import { Button } from '#web/ui/button.tsx';
import { type Period, periodOf, withDates } from '../period.ts';
import { feePaths } from '../schema.ts';
import { FEES_CRUMB } from '../tabs.tsx';
import { unitOptions, unitsOfList } from '../units.ts';
import { TotalsContent } from './pages.tsx';
import { BY_LABELS, KEY_LABELS, totalsQuery, type TotalsQuery, type TotalsRow } from './schema.ts';
import { readTotals } from './store.ts';
import { collectedOf } from './sums.ts';

/** Sums of fees, to look at, to print and to take along. */
export const totalRoutes = new Hono<AppEnv>().get(feePaths.totals, async (c) => {
  const ctx = c.get('ctx');
  const query = totalsQuery.parse(withDates(c.req.query()));
  const period = periodOf(query, ctx.now);
  const rows = await namedTotals(ctx, query, period);
  const format = exportFormatOf(c.req.query('format'));
  if (format) return exportTable({ name: 'tong-hop-phi-le-phi', columns: columnsOf(query), rows, format });
  const units = await unitOptions(ctx, 'fee.read');
  return c.get('staffPage')(
    {
      title: 'Tổng hợp phí, lệ phí',
      lead: `${BY_LABELS[query.by]} · ${formatDate(period.from)} – ${formatDate(period.to)}`,
      breadcrumbs: [FEES_CRUMB, { text: 'Tổng hợp' }],
      actions: (
        <Button act="print" variant="secondary" icon="print">
          In bảng tổng hợp
        </Button>
      ),
    },
    <TotalsContent view={{ rows, query, period, units, actor: ctx.actor }} />,
  );
});

/** The sums with units and days as people write them, in the order in which people look for them. */
async function namedTotals(ctx: Context, query: TotalsQuery, period: Period): Promise<readonly TotalsRow[]> {
  const { by } = query;
  const unitIds = await unitsOfList(ctx, query.unit);
  const rows = await readTotals(ctx.db, { by, period, unitIds });
  if (by === 'day') return rows.map((row) => ({ ...row, label: formatDate(row.key) }));
  const unitName = await unitNames(ctx, 'shortName');
  const named = by === 'unit' ? rows.map((row) => ({ ...row, label: unitName(Number(row.key)) })) : rows;
  return named.toSorted((one, other) => compareText(one.label, other.label));
}

function columnsOf({ by }: TotalsQuery): readonly ExportColumn<TotalsRow>[] {
  return [
    { header: KEY_LABELS[by], value: (row) => row.label, width: 40 },
    { header: 'Biên lai', value: (row) => row.receipts },
    { header: 'Tiền mặt (đồng)', value: (row) => row.cash },
    { header: 'Chuyển khoản (đồng)', value: (row) => row.transferred },
    { header: 'Hoàn trả (đồng)', value: (row) => row.refunded },
    { header: 'Còn lại (đồng)', value: (row) => collectedOf(row) - row.refunded },
    { header: 'Miễn, giảm (đồng)', value: (row) => row.exempted },
    { header: 'Nộp Kho bạc (đồng)', value: (row) => row.treasury },
  ];
}
