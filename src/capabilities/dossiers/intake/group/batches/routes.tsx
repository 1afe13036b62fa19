import { Hono } from 'hono';
import { formatNumber } from '#kernel/vietnamese/format.ts';
import { refuse } from '#kernel/refusal.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { exportTable } from '#web/http/export.ts';
import { valueOf } from '#web/http/form-values.ts';
import { pdfResponse } from '#web/http/pdf-answer.ts';
import { receiptsPdf } from '../../../print/service.ts';
import { intakePaths } from '../../schema.ts';
import { groupPaths } from '../schema.ts';
import { startInput, startWorkbook, withdrawWorkbook, workbookPlan } from '../workbook/service.ts';
import { RESULT_COLUMNS } from './exports.ts';
import { BatchContent, BatchListContent, PlanContent } from './pages.tsx';
import { batchByNumber, batchList, linesOf } from './service.ts';
import type { StoredBatch } from './store.ts';

/** As many receipts as one document holds; a larger group is printed in parts. */
const RECEIPTS_AT_ONCE = 100;

const UP = [
  { text: 'Tiếp nhận hồ sơ', href: intakePaths.choice },
  { text: 'Nhóm hồ sơ', href: groupPaths.list },
];

/** Groups of dossiers: what is planned, how far it is, what came of it. */
export const batchRoutes = new Hono<AppEnv>()
  .get(groupPaths.list, async (c) => {
    const batches = await batchList(c.get('ctx'));
    return c.get('staffPage')(
      {
        title: 'Nhóm hồ sơ',
        lead: 'Tiếp nhận nhiều người cùng lúc và nhập từ tệp',
        breadcrumbs: UP.slice(0, 1),
      },
      <BatchListContent batches={batches} />,
    );
  })
  .get('/intake/batches/:number', async (c) => {
    const { options, content } = await page(c, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .get('/intake/batches/:number/result.xlsx', async (c) => {
    const ctx = c.get('ctx');
    const batch = await batchByNumber(ctx, c.req.param('number'));
    const rows = await linesOf(ctx, batch, 'exported');
    return exportTable({ name: `ket-qua-${batch.number}`, columns: RESULT_COLUMNS, rows, format: 'xlsx' });
  })
  .get('/intake/batches/:number/receipts.pdf', async (c) => {
    const ctx = c.get('ctx');
    const batch = await batchByNumber(ctx, c.req.param('number'));
    const lines = await linesOf(ctx, batch, 'printed');
    const numbers = lines.flatMap(({ number }) => (number === null ? [] : [number]));
    const part = Math.max(1, Number(c.req.query('part') ?? '1') || 1);
    const [first, ...others] = numbers.slice((part - 1) * RECEIPTS_AT_ONCE, part * RECEIPTS_AT_ONCE);
    if (first === undefined) return refuse('missing', 'Nhóm này chưa có giấy tiếp nhận nào để in.');
    return pdfResponse(`giay-tiep-nhan-${batch.number}`, await receiptsPdf(ctx, [first, ...others]));
  })
  .post('/intake/batches/:number/start', async (c) =>
    submit(c, {
      schema: startInput,
      read: ({ values }) => ({ number: c.req.param('number'), mode: valueOf(values, 'mode') }),
      run: async (ctx, input) => {
        await startWorkbook(ctx, input);
        return { location: groupPaths.one(input.number), notice: 'Đã bắt đầu tiếp nhận.' };
      },
      redo: async (problem) => page(c, problem),
      page: c.get('staffPage'),
    }),
  )
  .post('/intake/batches/:number/withdrawal', async (c) =>
    submit(c, {
      schema: startInput.pick({ number: true }),
      read: () => ({ number: c.req.param('number') }),
      run: async (ctx, { number }) => {
        await withdrawWorkbook(ctx, number);
        return { location: groupPaths.list, notice: 'Đã bỏ đợt nhập; không có hồ sơ nào được tiếp nhận.' };
      },
      redo: async (problem) => page(c, problem),
      page: c.get('staffPage'),
    }),
  );

async function page(c: AppContext, problem: FormProblem): Promise<Redo> {
  const batch = await batchByNumber(c.get('ctx'), c.req.param('number') ?? '');
  const options = {
    title: `Nhóm ${batch.number}`,
    lead: `${batch.procedureName} · ${formatNumber(batch.total)} dòng`,
    breadcrumbs: [...UP, { text: batch.number }],
  };
  return { options, content: await contentOf(c, batch, problem) };
}

async function contentOf(c: AppContext, batch: StoredBatch, problem: FormProblem) {
  const ctx = c.get('ctx');
  if (batch.state === 'planned') {
    return <PlanContent view={{ plan: await workbookPlan(ctx, batch), problem, formId: newFormId() }} />;
  }
  const lines = await linesOf(ctx, batch, 'listed');
  return <BatchContent view={{ batch, lines, atOnce: RECEIPTS_AT_ONCE }} />;
}
