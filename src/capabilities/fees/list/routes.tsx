import { Hono } from 'hono';
import { formatNumber } from '#kernel/vietnamese/format.ts';
import type { AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { exportFormatOf, exportTable, type ExportColumn } from '#web/http/export.ts';
import { feePaths, ORIGIN_LABELS, PAYMENT_STATE_LABELS } from '../schema.ts';
import { unitOptions, unitsOfList } from '../units.ts';
import { PaymentListContent } from './pages.tsx';
import { PAGE_SIZE, type PaymentRow, paymentsQuery } from './schema.ts';
import { readPayments } from './store.ts';

/** As many lines as one exported file holds. */
const MOST_LINES = 5000;

/** What is to be collected, and what was. */
export const listRoutes = new Hono<AppEnv>().get(feePaths.list, async (c) => {
  const ctx = c.get('ctx');
  const query = paymentsQuery.parse(c.req.query());
  const unitIds = await unitsOfList(ctx, query.unit);
  const unitName = await unitNames(ctx, 'shortName');
  const format = exportFormatOf(c.req.query('format'));
  if (format) {
    const rows = await readPayments(ctx.db, { ...query, unitIds, limit: MOST_LINES, offset: 0 });
    return exportTable({ name: 'khoan-phai-thu', columns: columnsOf(unitName), rows, format });
  }
  const offset = (query.page - 1) * PAGE_SIZE;
  const rows = await readPayments(ctx.db, { ...query, unitIds, limit: PAGE_SIZE, offset });
  const view = { rows, query, unitName, actor: ctx.actor, units: await unitOptions(ctx, 'fee.read') };
  return c.get('staffPage')(
    { title: 'Phí, lệ phí', lead: `${formatNumber(rows[0]?.total ?? 0)} khoản` },
    <PaymentListContent view={view} />,
  );
});

/** Without names: those of whoever pays stand on each receipt. */
function columnsOf(unitName: (unitId: number) => string): readonly ExportColumn<PaymentRow>[] {
  return [
    { header: 'Mã hồ sơ', value: (row) => row.number, width: 28 },
    { header: 'Thủ tục', value: (row) => row.title, width: 48 },
    { header: 'Đơn vị thu', value: (row) => unitName(row.unitId), width: 28 },
    { header: 'Lập', value: (row) => ORIGIN_LABELS[row.origin] },
    { header: 'Ngày lập', value: (row) => row.askedAt },
    { header: 'Số tiền (đồng)', value: (row) => row.amount },
    { header: 'Tình trạng', value: (row) => PAYMENT_STATE_LABELS[row.state] },
  ];
}
