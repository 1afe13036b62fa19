import { Hono } from 'hono';
import { localDateOf } from '#kernel/local-date.ts';
import { formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import { unitsWith } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type ExportColumn, exportFormatOf, exportTable } from '#web/http/export.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { dateIn, moneyIn } from '#web/http/typed-values.ts';
import { feePaths, ID } from '../schema.ts';
import { FEES_CRUMB } from '../tabs.tsx';
import { TillContent, TillListContent } from './list-page.tsx';
import { OwnTillContent } from './pages.tsx';
import { countInput, type Till, TILL_STATE_LABELS, tillDecisionInput } from './schema.ts';
import { allTills, confirmTill, countTill, ownTill, tillById } from './service.ts';

/** The actor's own till, and everybody's for whoever reconciles them. */
export const tillRoutes = new Hono<AppEnv>()
  .get(feePaths.till, only('fee.collect'), async (c) => {
    const { options, content } = await ownPage(c, c.req.query('day') ?? '', {
      values: {},
      problem: NO_PROBLEM,
    });
    return c.get('staffPage')(options, content);
  })
  .post(feePaths.till, only('fee.collect'), async (c) =>
    submit(c, {
      schema: countInput,
      read: ({ values }) => ({
        day: dateIn(values, 'day'),
        counted: moneyIn(values, 'counted'),
        explanation: valueOf(values, 'explanation'),
      }),
      run: async (ctx, input) => {
        await countTill(ctx, input);
        const notice = 'Đã gửi số đếm. Người thứ hai xác nhận thì két ngày này được chốt.';
        return { location: feePaths.till, notice };
      },
      redo: async (problem, values) => ownPage(c, valueOf(values, 'day'), { values, problem }),
      page: c.get('staffPage'),
    }),
  )
  .get(feePaths.tills, async (c) => {
    const ctx = c.get('ctx');
    const tills = await allTills(ctx);
    const unitName = await unitNames(ctx, 'shortName');
    const format = exportFormatOf(c.req.query('format'));
    if (format)
      return exportTable({ name: 'doi-chieu-ket', columns: columnsOf(unitName), rows: tills, format });
    return c.get('staffPage')(
      { title: 'Đối chiếu két', breadcrumbs: [FEES_CRUMB, { text: 'Đối chiếu két' }] },
      <TillListContent view={{ tills, unitName, actor: ctx.actor }} />,
    );
  })
  .get(feePaths.decideTill(ID), async (c) => {
    const { options, content } = await tillPage(c, { values: {}, problem: NO_PROBLEM });
    return c.get('staffPage')(options, content);
  })
  .post(feePaths.decideTill(ID), only('fee.approve'), async (c) =>
    submit(c, {
      schema: tillDecisionInput,
      read: ({ values }) => ({
        id: c.req.param('id'),
        sequence: valueOf(values, 'sequence'),
        outcome: valueOf(values, 'outcome'),
        note: valueOf(values, 'note'),
      }),
      run: async (ctx, input) => {
        await confirmTill(ctx, input);
        const notice = input.outcome === 'closed' ? 'Đã chốt két.' : 'Đã trả lại để đếm lại.';
        return { location: feePaths.tills, notice };
      },
      redo: async (problem, values) => tillPage(c, { values, problem }),
      page: c.get('staffPage'),
    }),
  );

type Typed = { readonly values: FormValues; readonly problem: FormProblem };

async function ownPage(c: AppContext, day: string, { values, problem }: Typed): Promise<Redo> {
  const ctx = c.get('ctx');
  const own = await ownTill(ctx, parseDate(day) ?? localDateOf(ctx.now));
  const field = fieldsOf(values, problem);
  return {
    options: { title: 'Két của tôi', breadcrumbs: [FEES_CRUMB, { text: 'Két của tôi' }] },
    content: <OwnTillContent view={{ own, field, problem, formId: newFormId(), actor: ctx.actor }} />,
  };
}

async function tillPage(c: AppContext, { values, problem }: Typed): Promise<Redo> {
  const ctx = c.get('ctx');
  const { till, sums } = await tillById(ctx, Number(c.req.param('id')));
  const unitName = (await unitNames(ctx, 'name'))(till.unitId);
  const approving = await unitsWith(ctx, 'fee.approve');
  const mayDecide =
    till.state === 'counted' &&
    till.officerId !== ctx.actor?.officerId &&
    (approving === null || approving.includes(till.unitId));
  const view = {
    till,
    sums,
    unitName,
    mayDecide,
    field: fieldsOf(values, problem),
    problem,
    formId: newFormId(),
  };
  return {
    options: {
      title: `Két ngày ${formatDate(till.day)}`,
      lead: till.officerName,
      breadcrumbs: [
        FEES_CRUMB,
        { text: 'Đối chiếu két', href: feePaths.tills },
        { text: formatDate(till.day) },
      ],
    },
    content: <TillContent view={view} />,
  };
}

function columnsOf(unitName: (unitId: number) => string): readonly ExportColumn<Till>[] {
  return [
    { header: 'Ngày', value: (row) => formatDate(row.day) },
    { header: 'Người giữ két', value: (row) => row.officerName, width: 32 },
    { header: 'Quầy', value: (row) => unitName(row.unitId), width: 28 },
    { header: 'Theo sổ (đồng)', value: (row) => row.expected },
    { header: 'Đếm được (đồng)', value: (row) => row.counted },
    { header: 'Chênh lệch (đồng)', value: (row) => row.counted - row.expected },
    { header: 'Giải thích', value: (row) => row.explanation, width: 48 },
    { header: 'Tình trạng', value: (row) => TILL_STATE_LABELS[row.state], width: 24 },
    { header: 'Người xác nhận', value: (row) => row.deciderName, width: 32 },
    { header: 'Xác nhận lúc', value: (row) => row.decidedAt },
  ];
}
