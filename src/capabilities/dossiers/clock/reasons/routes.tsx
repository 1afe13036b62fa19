import { Hono } from 'hono';
import { formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import { can, requireActor } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { clockRulePaths } from '../settings/schema.ts';
import { ReasonForm, ReasonListContent } from './pages.tsx';
import { changedReason, newReason, reasonPaths } from './schema.ts';
import { addReason, changeReason, reasonById, reasonList } from './service.ts';

const EDIT = reasonPaths.edit(':id{[0-9]{1,15}}');
const UP = [
  { text: 'Quy định về thời hạn', href: clockRulePaths.list },
  { text: 'Danh mục lý do', href: reasonPaths.list },
];

/** Reasons that may be chosen, each for a time. */
export const reasonRoutes = new Hono<AppEnv>()
  .get(reasonPaths.list, async (c) => {
    const ctx = c.get('ctx');
    const reasons = await reasonList(ctx);
    const mayChange = can(requireActor(ctx), 'clock-rules.change');
    return c.get('staffPage')(
      { title: 'Danh mục lý do', breadcrumbs: UP.slice(0, 1) },
      <ReasonListContent reasons={reasons} mayChange={mayChange} />,
    );
  })
  .get(reasonPaths.new, only('clock-rules.change'), async (c) => {
    const { options, content } = page(c, {}, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .get(EDIT, only('clock-rules.change'), async (c) => {
    const { name, legalBasis, validFrom, validTo, sequence } = await reasonById(c.get('ctx'), idOf(c));
    const values = {
      name: [name],
      legalBasis: [legalBasis],
      validFrom: [formatDate(validFrom)],
      validTo: [validTo === null ? '' : formatDate(validTo)],
      sequence: [String(sequence)],
    };
    const { options, content } = page(c, values, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(reasonPaths.new, only('clock-rules.change'), async (c) =>
    submit(c, {
      schema: newReason,
      read: ({ values }) => ({ act: valueOf(values, 'act'), ...readReason(values) }),
      run: async (ctx, input) => {
        await addReason(ctx, input);
        return { location: reasonPaths.list, notice: 'Đã thêm lý do.' };
      },
      redo: async (problem, values) => page(c, values, problem),
      page: c.get('staffPage'),
    }),
  )
  .post(EDIT, only('clock-rules.change'), async (c) =>
    submit(c, {
      schema: changedReason,
      read: ({ values }) => ({ id: idOf(c), sequence: valueOf(values, 'sequence'), ...readReason(values) }),
      run: async (ctx, input) => {
        await changeReason(ctx, input);
        return { location: reasonPaths.list, notice: 'Đã lưu lý do.' };
      },
      redo: async (problem, values) => page(c, values, problem),
      page: c.get('staffPage'),
    }),
  );

function readReason(values: FormValues) {
  const day = (name: string): string => parseDate(valueOf(values, name)) ?? valueOf(values, name);
  const [name, legalBasis] = [valueOf(values, 'name'), valueOf(values, 'legalBasis')];
  return { name, legalBasis, validFrom: day('validFrom'), validTo: day('validTo') };
}

function page(c: AppContext, values: FormValues, problem: FormProblem): Redo {
  const isNew = c.req.param('id') === undefined;
  const action = isNew ? reasonPaths.new : reasonPaths.edit(idOf(c));
  const view = { action, isNew, field: fieldsOf(values, problem), problem, formId: newFormId() };
  const title = isNew ? 'Thêm lý do' : 'Sửa lý do';
  return { options: { title, breadcrumbs: UP }, content: <ReasonForm view={view} /> };
}

function idOf(c: AppContext): number {
  return Number(c.req.param('id'));
}
