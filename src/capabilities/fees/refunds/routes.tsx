import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { type ExportColumn, exportFormatOf, exportTable } from '#web/http/export.ts';
import { feePaths, REFUND_REASON_LABELS, REFUND_STATE_LABELS } from '../schema.ts';
import { FEES_CRUMB } from '../tabs.tsx';
import { RefundListContent } from './list-page.tsx';
import { refundList } from './service.ts';
import type { ListedRefund } from './store.ts';

/** Refunds of the units whose fees the actor reads. */
export const refundRoutes = new Hono<AppEnv>().get(feePaths.refunds, async (c) => {
  const ctx = c.get('ctx');
  const refunds = await refundList(ctx);
  const format = exportFormatOf(c.req.query('format'));
  if (format) return exportTable({ name: 'hoan-tra-phi-le-phi', columns: COLUMNS, rows: refunds, format });
  return c.get('staffPage')(
    { title: 'Hoàn trả phí, lệ phí', breadcrumbs: [FEES_CRUMB, { text: 'Hoàn trả' }] },
    <RefundListContent view={{ refunds, actor: ctx.actor }} />,
  );
});

/** Without names: those of whoever was paid stand on each slip. */
const COLUMNS: readonly ExportColumn<ListedRefund>[] = [
  { header: 'Số phiếu', value: (row) => row.number, width: 22 },
  { header: 'Mã hồ sơ', value: (row) => row.dossierNumber, width: 28 },
  { header: 'Lý do', value: (row) => REFUND_REASON_LABELS[row.reason], width: 40 },
  { header: 'Số tiền (đồng)', value: (row) => row.amount },
  { header: 'Tình trạng', value: (row) => REFUND_STATE_LABELS[row.state] },
  { header: 'Người đề nghị', value: (row) => row.proposerName, width: 32 },
  { header: 'Ngày đề nghị', value: (row) => row.proposedAt },
  { header: 'Người duyệt', value: (row) => row.deciderName, width: 32 },
  { header: 'Ngày duyệt', value: (row) => row.decidedAt },
  { header: 'Người chi', value: (row) => row.payerName, width: 32 },
  { header: 'Ngày chi', value: (row) => row.paidAt },
];
