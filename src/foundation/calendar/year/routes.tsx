import { Hono } from 'hono';
import { localDateOf } from '#kernel/local-date.ts';
import { authorise, can } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { AppEnv } from '#foundation/http.ts';
import { unitByCode } from '#foundation/organisation/service.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { Button } from '#web/ui/button.tsx';
import { changePaths } from '../changes/schema.ts';
import { specialDays } from '../days/service.ts';
import { DAY_COLUMNS } from '../days/table.tsx';
import { unitOptions, yearOf, yearOptions } from '../list.ts';
import { countingDays, isAnnounced } from '../rules.ts';
import { calendarPaths } from '../schema.ts';
import { calendarFacts, calendarFor, chainOf } from '../service.ts';
import { YearContent, type YearQuery } from './pages.tsx';
import { yearView } from './rules.ts';

export const yearRoutes = new Hono<AppEnv>()
  .get(calendarPaths.year, async (c) => {
    const ctx = c.get('ctx');
    await authorise(ctx, 'calendar.read');
    const query = queryOf(ctx, c.req.query());
    const days = await specialDays(ctx, { year: query.year, unitCode: query.unit, state: query.state });
    const format = exportFormatOf(c.req.query('format'));
    const name = `lich-lam-viec-${query.year}`;
    if (format) return exportTable({ name, columns: DAY_COLUMNS, rows: days, format });
    const scene = await sceneOf(ctx, query);
    const view = {
      query,
      isKnown: isAnnounced(scene.days.values(), query.year),
      months: yearView(scene, query.year),
      days,
      years: await yearOptions(ctx, query.year),
      units: await unitOptions(ctx),
    };
    const actions = <YearActions mayChange={can(ctx.actor, 'calendar.change')} />;
    return c.get('staffPage')({ title: 'Lịch làm việc', actions }, <YearContent view={view} />);
  })
  // The list stands on the page of the year; its short address leads there.
  .get(calendarPaths.days, (c) => c.redirect(calendarPaths.year, 302));

function YearActions({ mayChange }: { mayChange: boolean }) {
  return (
    <>
      {mayChange ? <Button href={calendarPaths.newDay}>Đề nghị khai báo ngày</Button> : null}
      <Button href={changePaths.list} variant="secondary">
        Thay đổi, xác nhận
      </Button>
      <Button href={calendarPaths.weeks} variant="secondary">
        Giờ làm việc
      </Button>
      <Button act="print" variant="secondary">
        In lịch
      </Button>
    </>
  );
}

function queryOf(ctx: Context, query: Readonly<Record<string, string>>): YearQuery {
  const month = Number(query['month']);
  return {
    year: yearOf(query['year'], localDateOf(ctx.now)),
    month: Number.isInteger(month) && month >= 1 && month <= 12 ? month : 0,
    unit: query['unit'] ?? '',
    state: query['state'] === 'withdrawn' ? 'withdrawn' : 'holding',
  };
}

async function sceneOf(ctx: Context, query: YearQuery) {
  const unitId = query.unit === '' ? null : (await unitByCode(ctx, query.unit)).id;
  const { days } = await calendarFacts(ctx);
  return {
    calendar: await calendarFor(ctx, unitId),
    days: countingDays(days, await chainOf(ctx, unitId)),
    today: localDateOf(ctx.now),
  };
}
