import { Hono } from 'hono';
import { formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import { only } from '#foundation/access/only.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { pdfResponse } from '#web/http/pdf-answer.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { printCertificate } from '../print/service.ts';
import { decideInput, retentionPaths, withdrawInput } from '../schema.ts';
import { decide, disposalList, disposalView, withdraw } from '../service.ts';
import { DisposalContent, DisposalListContent } from './pages.tsx';

const ID = ':id{[0-9]{1,15}}';

/** Proposals, decisions and what became of them. */
export const disposalRoutes = new Hono<AppEnv>()
  .get(retentionPaths.disposals, async (c) => {
    const disposals = await disposalList(c.get('ctx'));
    const unitName = await unitNames(c.get('ctx'), 'shortName');
    const breadcrumbs = [
      { text: 'Lưu trữ và tiêu hủy', href: retentionPaths.list },
      { text: 'Đợt tiêu hủy' },
    ];
    return c.get('staffPage')(
      { title: 'Đợt tiêu hủy', breadcrumbs },
      <DisposalListContent disposals={disposals} unitName={unitName} />,
    );
  })
  .get(retentionPaths.disposal(ID), async (c) => {
    const { options, content } = await page(c, {}, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .get(retentionPaths.certificate(ID), async (c) => {
    const { name, bytes } = await printCertificate(c.get('ctx'), idOf(c));
    return pdfResponse(name, bytes);
  })
  .post(retentionPaths.decide(ID), only('retention.decide'), async (c) =>
    submit(c, {
      schema: decideInput,
      read: ({ values }) => ({
        ...reference(c, values),
        outcome: valueOf(values, 'outcome'),
        council: valueOf(values, 'council'),
        decisionNumber: valueOf(values, 'decisionNumber'),
        decidedOn: dateIn(values, 'decidedOn'),
        executeOn: dateIn(values, 'executeOn'),
      }),
      run: async (ctx, input) => {
        await decide(ctx, input);
        const notice =
          input.outcome === 'approved'
            ? 'Đã ghi quyết định. Có thể rút lại trước ngày tiêu hủy.'
            : 'Đã ghi không đồng ý.';
        return { location: retentionPaths.disposal(input.id), notice };
      },
      redo: async (problem, values) => page(c, values, problem),
      page: c.get('staffPage'),
    }),
  )
  .post(retentionPaths.withdraw(ID), only('retention.withdraw'), async (c) =>
    submit(c, {
      schema: withdrawInput,
      read: ({ values }) => ({ ...reference(c, values), reason: valueOf(values, 'withdrawReason') }),
      run: async (ctx, input) => {
        await withdraw(ctx, input);
        return { location: retentionPaths.disposal(input.id), notice: 'Đã rút đợt tiêu hủy.' };
      },
      redo: async ({ message, fields }, values) => {
        const { reason, ...rest } = fields;
        return page(c, values, { message, fields: reason ? { ...rest, withdrawReason: reason } : rest });
      },
      page: c.get('staffPage'),
    }),
  );

async function page(c: AppContext, values: FormValues, problem: FormProblem): Promise<Redo> {
  const ctx = c.get('ctx');
  const view = await disposalView(ctx, idOf(c));
  const unitName = await unitNames(ctx, 'shortName');
  const { number, unitId, proposedAt } = view.disposal;
  const breadcrumbs = [
    { text: 'Lưu trữ và tiêu hủy', href: retentionPaths.list },
    { text: 'Đợt tiêu hủy', href: retentionPaths.disposals },
    { text: number },
  ];
  const form = {
    formIds: { decide: newFormId(), withdraw: newFormId() },
    field: fieldsOf(values, problem),
    problem,
  };
  return {
    options: {
      title: `Đợt tiêu hủy ${number}`,
      lead: `${unitName(unitId)} · đề nghị ${formatDate(proposedAt)}`,
      breadcrumbs,
    },
    content: <DisposalContent view={{ ...view, ...form }} />,
  };
}

function reference(c: AppContext, values: FormValues) {
  return { id: idOf(c), sequence: valueOf(values, 'sequence') };
}

/** As the schema reads it; what is no date stays and is refused there. */
function dateIn(values: FormValues, name: string): string {
  const typed = valueOf(values, name).trim();
  return typed === '' ? '' : (parseDate(typed) ?? typed);
}

function idOf(c: AppContext): number {
  return Number(c.req.param('id'));
}
