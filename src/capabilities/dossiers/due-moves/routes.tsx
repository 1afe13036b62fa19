import { Hono } from 'hono';
import { only } from '#foundation/access/only.ts';
import { changePaths, decisionSchema } from '#foundation/calendar/changes/schema.ts';
import { decideChange } from '#foundation/calendar/changes/service.ts';
import { calendarPaths } from '#foundation/calendar/schema.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { refuse } from '#kernel/refusal.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { ChangeContent, ChangesContent } from './pages.tsx';
import { allMoves, type ChangeQuery, changeView, moveColumns, namedChanges } from './view.ts';

const CALENDAR = { text: 'Lịch làm việc', href: calendarPaths.year };
const TITLE = 'Thay đổi của lịch làm việc';

/** Changes of the calendar with the dossiers they move; the calendar itself knows none. */
export const dueMoveRoutes = new Hono<AppEnv>()
  .get(changePaths.list, async (c) => {
    const changes = await namedChanges(c.get('ctx'));
    const lead = 'Mỗi thay đổi do một người đề nghị, một người khác xem trước hồ sơ bị dời hạn rồi xác nhận.';
    return c.get('staffPage')(
      { title: TITLE, lead, breadcrumbs: [CALENDAR, { text: TITLE }] },
      <ChangesContent changes={changes} />,
    );
  })
  .get(changePaths.one(':id{[0-9]+}'), async (c) => {
    const format = exportFormatOf(c.req.query('format'));
    if (format) {
      const ctx = c.get('ctx');
      const columns = moveColumns(await unitNames(ctx, 'shortName'));
      const rows = await allMoves(ctx, idOf(c));
      return exportTable({ name: `ho-so-doi-han-${idOf(c)}`, columns, rows, format });
    }
    const { options, content } = await changePage(c, NO_PROBLEM, {});
    return c.get('staffPage')(options, content);
  })
  .post(changePaths.decision(':id{[0-9]+}'), only('calendar.confirm'), async (c) =>
    submit(c, {
      schema: decisionSchema,
      read: ({ values }) => ({ answer: valueOf(values, 'answer'), note: valueOf(values, 'note') }),
      run: async (ctx, input) => {
        const { state } = await decideChange(ctx, { id: idOf(c), ...input });
        const notice =
          state === 'confirmed'
            ? 'Đã xác nhận. Lịch làm việc đã đổi, hạn của hồ sơ đang được dời.'
            : 'Đã ghi nhận. Lịch làm việc giữ nguyên.';
        return { location: changePaths.one(idOf(c)), notice };
      },
      redo: async (problem, values) => changePage(c, problem, values),
      page: c.get('staffPage'),
    }),
  );

async function changePage(c: AppContext, problem: FormProblem, values: FormValues): Promise<Redo> {
  const ctx = c.get('ctx');
  const view = await changeView(ctx, idOf(c), queryOf(c));
  const { words } = view.change;
  return {
    options: {
      title: words,
      breadcrumbs: [CALENDAR, { text: TITLE, href: changePaths.list }, { text: `Đề nghị ${view.change.id}` }],
    },
    content: (
      <ChangeContent
        view={{
          ...view,
          formId: newFormId(),
          field: fieldsOf(values, problem),
          problem,
          unitName: await unitNames(ctx, 'shortName'),
        }}
      />
    ),
  };
}

function queryOf(c: AppContext): ChangeQuery {
  const page = Number(c.req.query('page') ?? 1);
  const unit = Number(c.req.query('unit') ?? NaN);
  return {
    page: Number.isSafeInteger(page) && page > 0 && page < 100_000 ? page : 1,
    unitId: Number.isSafeInteger(unit) && unit > 0 ? unit : null,
  };
}

/** A number too long for any proposal names none. */
function idOf(c: AppContext): number {
  const id = Number(c.req.param('id'));
  return Number.isSafeInteger(id) ? id : refuse('missing', 'Không có đề nghị này.');
}
