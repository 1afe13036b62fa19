import { Hono } from 'hono';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise, can } from '#foundation/access/authorise.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, submit } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { unitOptions } from '../list.ts';
import { changePaths } from '../changes/schema.ts';
import { proposeDay, proposeWithdrawal } from '../changes/service.ts';
import { calendarPaths } from '../schema.ts';
import { DayForm } from './form-page.tsx';
import { DayContent, WithdrawalContent } from './pages.tsx';
import { dayInputSchema, readDayForm, withdrawalSchema } from './schema.ts';
import { specialDay } from './service.ts';

const WAITS = 'Hãy nhờ một người khác có quyền xác nhận.';
const CALENDAR = { text: 'Lịch làm việc', href: calendarPaths.year };

export const dayRoutes = new Hono<AppEnv>()
  .get(calendarPaths.newDay, async (c) => {
    await authorise(c.get('ctx'), 'calendar.change');
    const values = { unitCode: [c.req.query('unit') ?? ''], date: [c.req.query('date') ?? ''] };
    const { options, content } = await newDayPage(c, NO_PROBLEM, values);
    return c.get('staffPage')(options, content);
  })
  .post(calendarPaths.days, async (c) => {
    await authorise(c.get('ctx'), 'calendar.change');
    return submit(c, {
      schema: dayInputSchema,
      read: (form) => readDayForm(form.values),
      run: async (ctx, input) => ({
        location: changePaths.one(await proposeDay(ctx, input)),
        notice: `Đã đề nghị khai báo ngày ${formatDate(input.date)}. ${WAITS}`,
      }),
      redo: (problem, values) => newDayPage(c, problem, values),
      page: c.get('staffPage'),
    });
  })
  .get('/calendar/days/:id{\\d+}', async (c) => {
    const ctx = c.get('ctx');
    const view = await specialDay(ctx, idOf(c));
    const breadcrumbs = [CALENDAR, { text: formatDate(view.day.date) }];
    return c.get('staffPage')(
      { title: view.day.name, breadcrumbs },
      <DayContent view={view} mayChange={can(ctx.actor, 'calendar.change')} />,
    );
  })
  .get('/calendar/days/:id{\\d+}/withdrawal', async (c) => {
    await authorise(c.get('ctx'), 'calendar.change');
    const { options, content } = await withdrawalPage(c, NO_PROBLEM, {});
    return c.get('staffPage')(options, content);
  })
  .post('/calendar/days/:id{\\d+}/withdrawal', async (c) => {
    await authorise(c.get('ctx'), 'calendar.change');
    const id = idOf(c);
    return submit(c, {
      schema: withdrawalSchema,
      read: (form) => ({ reason: valueOf(form.values, 'reason') }),
      run: async (ctx, { reason }) => {
        const change = await proposeWithdrawal(ctx, { id, reason });
        return { location: changePaths.one(change), notice: `Đã đề nghị thu hồi. ${WAITS}` };
      },
      redo: (problem, values) => withdrawalPage(c, problem, values),
      page: c.get('staffPage'),
    });
  });

async function newDayPage(c: AppContext, problem: FormProblem, values: FormValues) {
  const view = { formId: newFormId(), units: await unitOptions(c.get('ctx')), values, problem };
  const options = {
    title: 'Đề nghị khai báo ngày nghỉ, làm bù, đóng cửa',
    breadcrumbs: [CALENDAR, { text: 'Khai báo ngày' }],
  };
  return { options, content: <DayForm view={view} /> };
}

async function withdrawalPage(c: AppContext, problem: FormProblem, values: FormValues) {
  const view = await specialDay(c.get('ctx'), idOf(c));
  const reason = valueOf(values, 'reason');
  return {
    options: {
      title: `Thu hồi khai báo ngày ${formatDate(view.day.date)}?`,
      breadcrumbs: [
        CALENDAR,
        { text: view.day.name, href: calendarPaths.day(view.day.id) },
        { text: 'Thu hồi' },
      ],
    },
    content: <WithdrawalContent view={view} formId={newFormId()} problem={problem} reason={reason} />,
  };
}

function idOf(c: AppContext): number {
  const id = Number(c.req.param('id'));
  return Number.isSafeInteger(id) ? id : refuse('missing', 'Không có ngày này trong lịch làm việc.');
}
