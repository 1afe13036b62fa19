import { Hono } from 'hono';
import { fieldsOf } from '#foundation/form-parts.tsx';
import { requireActor, unitsWith } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { type FormValues, valueOf, valuesOf } from '#web/http/form-values.ts';
import { disposalRoutes } from './disposals/routes.tsx';
import { ENDED_COLUMNS } from './exports.ts';
import { holdRoutes } from './holds/routes.tsx';
import { RetentionContent } from './pages.tsx';
import { proposeInput, retentionPaths, retentionQuery } from './schema.ts';
import { proposeDisposal, retentionView } from './service.ts';
import { termRoutes } from './terms/routes.tsx';

/** How long records are kept, what has come to its end, and its disposal. */
export const retentionRoutes = new Hono<AppEnv>()
  .get(retentionPaths.list, async (c) => {
    const format = exportFormatOf(c.req.query('format'));
    if (format) {
      const { rows, rules } = await retentionView(c.get('ctx'), retentionQuery.parse(c.req.query()));
      return exportTable({ name: 'het-thoi-han-bao-quan', columns: ENDED_COLUMNS(rules), rows, format });
    }
    const { options, content } = await listPage(c, c.req.query(), {}, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(retentionPaths.propose, only('retention.propose'), async (c) =>
    submit(c, {
      schema: proposeInput,
      read: ({ values }) => ({
        unitId: valueOf(values, 'unitId'),
        kind: valueOf(values, 'kind'),
        all: valueOf(values, 'all') === 'yes',
        ids: valuesOf(values, 'ids'),
        reason: valueOf(values, 'reason'),
      }),
      run: async (ctx, input) => {
        const id = await proposeDisposal(ctx, input);
        return {
          location: retentionPaths.disposal(id),
          notice: 'Đã lập đề nghị. Người có thẩm quyền sẽ quyết định.',
        };
      },
      redo: async (problem, values) =>
        listPage(c, { unit: valueOf(values, 'unitId'), kind: valueOf(values, 'kind') }, values, problem),
      page: c.get('staffPage'),
    }),
  )
  .route('/', disposalRoutes)
  .route('/', holdRoutes)
  .route('/', termRoutes);

async function listPage(
  c: AppContext,
  address: Readonly<Record<string, string>>,
  ...[values, problem]: readonly [FormValues, FormProblem]
): Promise<Redo> {
  const ctx = c.get('ctx');
  requireActor(ctx);
  const query = retentionQuery.parse(address);
  const retention = await retentionView(ctx, query);
  const proposing = await unitsWith(ctx, 'retention.propose');
  const view = {
    retention,
    query: { ...query, unit: retention.unitId },
    formId: newFormId(),
    field: fieldsOf(values, problem),
    problem,
    mayPropose: proposing === null || proposing.includes(retention.unitId),
  };
  return { options: { title: 'Lưu trữ và tiêu hủy' }, content: <RetentionContent view={view} /> };
}
