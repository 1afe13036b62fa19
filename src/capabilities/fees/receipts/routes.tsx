import { Hono } from 'hono';
import { formatDate, formatMoney, formatNumber } from '#kernel/vietnamese/format.ts';
import type { AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { type ExportColumn, exportFormatOf, exportTable } from '#web/http/export.ts';
import { periodOf, withDates } from '../period.ts';
import { feePaths, METHOD_LABELS, VOID_REASON_LABELS } from '../schema.ts';
import { unitOptions, unitsOfList } from '../units.ts';
import { receiptNumber } from '../words.ts';
import { ReceiptListContent } from './pages.tsx';
import { PAGE_SIZE, type ReceiptRow, receiptsQuery } from './schema.ts';
import { readReceipts } from './store.ts';

/** As many lines as one exported file holds. */
const MOST_LINES = 20_000;

/** Receipts of a period, to look at and to take along. */
export const receiptRoutes = new Hono<AppEnv>().get(feePaths.receipts, async (c) => {
  const ctx = c.get('ctx');
  const query = receiptsQuery.parse(withDates(c.req.query()));
  const period = periodOf(query, ctx.now);
  const unitIds = await unitsOfList(ctx, query.unit);
  const unitName = await unitNames(ctx, 'shortName');
  const format = exportFormatOf(c.req.query('format'));
  const [limit, offset] = format ? [MOST_LINES, 0] : [PAGE_SIZE, (query.page - 1) * PAGE_SIZE];
  const rows = await readReceipts(ctx.db, { query, period, unitIds, limit, offset });
  if (format) return exportTable({ name: 'bien-lai', columns: columnsOf(unitName), rows, format });
  const units = await unitOptions(ctx, 'fee.read');
  const view = { rows, query, period, unitName, units, actor: ctx.actor };
  const days = `${formatDate(period.from)} – ${formatDate(period.to)}`;
  const [first] = rows;
  const lead = `${days} · ${formatNumber(first?.total ?? 0)} lần thu · ${formatMoney(first?.sum ?? 0)}`;
  return c.get('staffPage')(
    {
      title: 'Biên lai',
      lead,
      breadcrumbs: [{ text: 'Phí, lệ phí', href: feePaths.list }, { text: 'Biên lai' }],
    },
    <ReceiptListContent view={view} />,
  );
});

/** Without names: those of whoever paid stand on each receipt. */
function columnsOf(unitName: (unitId: number) => string): readonly ExportColumn<ReceiptRow>[] {
  return [
    { header: 'Mẫu số', value: (row) => row.form },
    { header: 'Ký hiệu', value: (row) => row.symbol },
    { header: 'Số biên lai', value: (row) => numberText(row) },
    { header: 'Ngày thu', value: (row) => row.collectedAt },
    { header: 'Mã hồ sơ', value: (row) => row.dossierNumber, width: 28 },
    { header: 'Thủ tục', value: (row) => row.title, width: 48 },
    { header: 'Đơn vị thu', value: (row) => unitName(row.unitId), width: 28 },
    { header: 'Người thu', value: (row) => row.collectorName, width: 28 },
    { header: 'Cách nộp', value: (row) => METHOD_LABELS[row.method] },
    { header: 'Số chứng từ', value: (row) => row.reference },
    { header: 'Ngày nộp', value: (row) => formatDate(row.paidOn) },
    { header: 'Số tiền (đồng)', value: (row) => row.amount },
    { header: 'Đã hủy', value: (row) => row.voidedAt },
    {
      header: 'Lý do hủy',
      value: (row) => (row.voidReason === null ? '' : VOID_REASON_LABELS[row.voidReason]),
    },
  ];
}

function numberText({ number, digits }: ReceiptRow): string {
  return number === null || digits === null ? '' : receiptNumber({ number, digits });
}
