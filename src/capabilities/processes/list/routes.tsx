import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { formatDate, formatNumber } from '#kernel/vietnamese/format.ts';
import { type ExportColumn, exportFormatOf, exportTable } from '#web/http/export.ts';
import { processPaths } from '../schema.ts';
import { ProcessListPage } from './pages.tsx';
import { processListQuery } from './schema.ts';
import { processList, type ProcessRow } from './service.ts';

export const processListRoutes = new Hono<AppEnv>();

processListRoutes.get(processPaths.list, async (c) => {
  const query = processListQuery.parse(c.req.query());
  const list = await processList(c.get('ctx'), query);
  const format = exportFormatOf(c.req.query('format'));
  if (format) return exportTable({ name: 'quy-trinh', columns: COLUMNS, rows: list.rows, format });
  const own = list.rows.filter(({ number }) => number !== null).length;
  return c.get('staffPage')(
    {
      title: 'Quy trình',
      lead: `${formatNumber(list.rows.length)} thủ tục, ${formatNumber(own)} có quy trình riêng.`,
    },
    <ProcessListPage view={{ ...list, query }} />,
  );
});

const COLUMNS: readonly ExportColumn<ProcessRow>[] = [
  { header: 'Thủ tục', value: (row) => row.name, width: 50 },
  { header: 'Lĩnh vực', value: (row) => row.domain, width: 24 },
  { header: 'Phiên bản quy trình', value: (row) => row.number, width: 12 },
  { header: 'Áp dụng từ', value: (row) => row.validFrom && formatDate(row.validFrom), width: 12 },
  { header: 'Đến trước', value: (row) => row.validTo && formatDate(row.validTo), width: 12 },
  { header: 'Số bước', value: (row) => row.steps, width: 10 },
  { header: 'Số giờ làm việc theo đường dài nhất', value: (row) => row.minutes / 60, width: 18 },
  { header: 'Hồ sơ đang chạy', value: (row) => row.running, width: 14 },
];
