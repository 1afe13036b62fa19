import { Hono } from 'hono';
import { parseDate } from '#kernel/vietnamese/format.ts';
import { requireActor } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { type Redo, submit } from '#foundation/submit.ts';
import { valueOf } from '#web/http/form-values.ts';
import { dossierPath } from '../../schema.ts';
import { formPage, NOTHING_TYPED, type Typed } from '../../view/form-page.tsx';
import { reasonsFor } from '../reasons/service.ts';
import { ApologiesContent, ApologyContent } from './pages.tsx';
import { apologyInput, apologyPaths } from './schema.ts';
import { apologiesDue, apologise } from './service.ts';
import { takingPart } from '../../view/taking-part.ts';

/** Apologies with a new appointment: which dossiers need one, and giving it. */
export const apologyRoutes = new Hono<AppEnv>();

apologyRoutes.get(apologyPaths.list, only('dossier.handle'), async (c) => {
  const ctx = c.get('ctx');
  const view = {
    rows: await apologiesDue(ctx),
    unitName: await unitNames(ctx, 'shortName'),
    calendar: await calendarFor(ctx, requireActor(ctx).post.unitId),
    now: ctx.now,
  };
  return c.get('staffPage')(
    { title: 'Xin lỗi, hẹn lại', lead: 'Hồ sơ sắp hoặc đã quá hạn mà chưa xin lỗi, hẹn lại ngày trả.' },
    <ApologiesContent view={view} />,
  );
});

async function page(c: AppContext, typed: Typed = NOTHING_TYPED): Promise<Redo> {
  const reasons = await reasonsFor(c.get('ctx'), 'late');
  const position = valueOf(typed.values, 'position') || (c.req.query('position') ?? '');
  return formPage(
    c,
    {
      number: c.req.param('number') ?? '',
      title: 'Xin lỗi và hẹn lại ngày trả',
      content: (view) => <ApologyContent view={view} reasons={reasons} position={position} />,
    },
    typed,
  );
}

apologyRoutes.get('/dossiers/:number/apology', async (c) => {
  const { options, content } = await page(c);
  return c.get('staffPage')(options, content);
});

apologyRoutes.post('/dossiers/:number/apology', only('dossier.handle'), takingPart, async (c) => {
  const number = c.req.param('number');
  return submit(c, {
    schema: apologyInput,
    read: ({ values }) => ({
      number,
      sequence: valueOf(values, 'sequence'),
      position: valueOf(values, 'position') || undefined,
      reasonCode: valueOf(values, 'reasonCode'),
      reasonText: valueOf(values, 'reasonText'),
      promisedOn: parseDate(valueOf(values, 'promisedOn')) ?? valueOf(values, 'promisedOn'),
    }),
    run: async (ctx, input) => {
      await apologise(ctx, input);
      return { location: dossierPath(number), notice: 'Đã xin lỗi và hẹn lại; người nộp được báo.' };
    },
    redo: async (problem, values) => page(c, { problem, values }),
    page: c.get('staffPage'),
  });
});
