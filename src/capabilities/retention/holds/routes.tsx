import { Hono } from 'hono';
import { fieldsOf } from '#foundation/form-parts.tsx';
import { requireActor, unitsWith } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { holdInput, liftInput, retentionPaths } from '../schema.ts';
import { HoldContent, HoldListContent } from './pages.tsx';
import { holdList, liftHold, placeHold } from './service.ts';

const ID = ':id{[0-9]{1,15}}';
const UP = [
  { text: 'Lưu trữ và tiêu hủy', href: retentionPaths.list },
  { text: 'Tạm giữ', href: retentionPaths.holds },
];

/** Records that are kept although their time is over. */
export const holdRoutes = new Hono<AppEnv>()
  .get(retentionPaths.holds, async (c) => {
    const { options, content } = await listPage(c, {}, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .get(retentionPaths.newHold, only('retention.hold'), async (c) => {
    const { options, content } = newPage({ number: [c.req.query('number') ?? ''] }, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(retentionPaths.newHold, only('retention.hold'), async (c) =>
    submit(c, {
      schema: holdInput,
      read: ({ values }) =>
        Object.fromEntries(
          ['kind', 'number', 'reason', 'document'].map((name) => [name, valueOf(values, name)]),
        ),
      run: async (ctx, input) => {
        await placeHold(ctx, input);
        return { location: retentionPaths.holds, notice: `Đã tạm giữ ${input.number}, không tiêu hủy.` };
      },
      redo: async (problem, values) => newPage(values, problem),
      page: c.get('staffPage'),
    }),
  )
  .post(retentionPaths.liftHold(ID), only('retention.hold'), async (c) =>
    submit(c, {
      schema: liftInput,
      read: ({ values }) => ({ id: c.req.param('id'), reason: valueOf(values, 'reason') }),
      run: async (ctx, input) => {
        await liftHold(ctx, input);
        return { location: retentionPaths.holds, notice: 'Đã thôi tạm giữ.' };
      },
      redo: async (problem, values) => listPage(c, values, problem),
      page: c.get('staffPage'),
    }),
  );

async function listPage(c: AppContext, values: FormValues, problem: FormProblem): Promise<Redo> {
  const ctx = c.get('ctx');
  requireActor(ctx);
  const units = await unitsWith(ctx, 'retention.hold');
  const view = {
    holds: await holdList(ctx),
    unitName: await unitNames(ctx, 'shortName'),
    field: fieldsOf(values, problem),
    problem,
    formId: newFormId(),
    mayHold: units === null || units.length > 0,
  };
  return {
    options: { title: 'Tạm giữ, không tiêu hủy', breadcrumbs: UP.slice(0, 1) },
    content: <HoldListContent view={view} />,
  };
}

function newPage(values: FormValues, problem: FormProblem): Redo {
  return {
    options: { title: 'Tạm giữ hồ sơ', breadcrumbs: UP },
    content: <HoldContent field={fieldsOf(values, problem)} problem={problem} formId={newFormId()} />,
  };
}
