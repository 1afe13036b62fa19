import { Hono } from 'hono';
import { formatDate, formatNumber } from '#kernel/vietnamese/format.ts';
import { localDateOf } from '#kernel/local-date.ts';
import type { Shift } from '#kernel/working-time/calendar.ts';
import { authorise, can } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { organisationNow, unitByCode } from '#foundation/organisation/service.ts';
import { type FormProblem, newFormId, NO_PROBLEM, submit } from '#foundation/submit.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import type { FormValues } from '#web/http/form-values.ts';
import { Button } from '#web/ui/button.tsx';
import { shiftsText } from '../hours.ts';
import { unitOptions } from '../list.ts';
import { calendarPaths } from '../schema.ts';
import { calendarFor } from '../service.ts';
import { PROMISES_KEPT } from '../words.ts';
import { WeekForm } from './form-page.tsx';
import { WEEK_COLUMNS, WeekTable } from './pages.tsx';
import { readWeekForm, weekInputSchema } from './schema.ts';
import { setWorkingWeek, workingWeeks } from './service.ts';

const CRUMBS = [{ text: 'Lịch làm việc', href: calendarPaths.year }];

export const weekRoutes = new Hono<AppEnv>()
  .get(calendarPaths.weeks, async (c) => {
    const ctx = c.get('ctx');
    const weeks = await workingWeeks(ctx);
    const format = exportFormatOf(c.req.query('format'));
    if (format) return exportTable({ name: 'gio-lam-viec', columns: WEEK_COLUMNS, rows: weeks, format });
    const { units } = await organisationNow(ctx);
    const rows = weeks.map((week) => ({ ...week, unitCode: units.get(week.unitId ?? 0)?.code ?? null }));
    const mayChange = can(ctx.actor, 'calendar.change');
    const actions = mayChange ? <Button href={calendarPaths.newWeek}>Đặt giờ làm việc</Button> : null;
    const options = { title: 'Giờ làm việc', actions, breadcrumbs: [...CRUMBS, { text: 'Giờ làm việc' }] };
    return c.get('staffPage')(options, <WeekTable weeks={rows} mayChange={mayChange} />);
  })
  .get(calendarPaths.newWeek, async (c) => {
    const ctx = c.get('ctx');
    await authorise(ctx, 'calendar.change');
    const values = await presentValues(ctx, c.req.query('unit') ?? '');
    const { options, content } = await weekPage(c, NO_PROBLEM, values);
    return c.get('staffPage')(options, content);
  })
  .post(calendarPaths.weeks, async (c) => {
    await authorise(c.get('ctx'), 'calendar.change');
    return submit(c, {
      schema: weekInputSchema,
      read: (form) => readWeekForm(form.values),
      run: async (ctx, input) => {
        await setWorkingWeek(ctx, input);
        const notice = `Đã đặt giờ làm việc từ ngày ${formatDate(input.from)}. ${PROMISES_KEPT}`;
        return { location: calendarPaths.weeks, notice };
      },
      redo: (problem, values) => weekPage(c, problem, values),
      page: c.get('staffPage'),
    });
  });

async function weekPage(c: AppContext, problem: FormProblem, values: FormValues) {
  const view = { formId: newFormId(), units: await unitOptions(c.get('ctx')), values, problem };
  const breadcrumbs = [...CRUMBS, { text: 'Giờ làm việc', href: calendarPaths.weeks }, { text: 'Đặt giờ' }];
  return { options: { title: 'Đặt giờ làm việc', breadcrumbs }, content: <WeekForm view={view} /> };
}

/** The hours the unit has today, so that only what changes is typed. */
async function presentValues(ctx: Context, unitCode: string): Promise<FormValues> {
  const unitId = unitCode === '' ? null : (await unitByCode(ctx, unitCode)).id;
  const { weeks, minutesPerWorkingDay } = await calendarFor(ctx, unitId);
  const today = localDateOf(ctx.now);
  const week = weeks.findLast(
    ({ validFrom, validTo }) => validFrom <= today && (validTo === null || today <= validTo),
  );
  const shifts: readonly (readonly Shift[])[] = week?.shiftsByWeekday ?? [];
  return {
    unitCode: [unitCode],
    hoursPerDay: [formatNumber(minutesPerWorkingDay / 60)],
    ...Object.fromEntries(shifts.map((day, weekday) => [`shifts.${weekday}`, [shiftsText(day)]])),
  };
}
