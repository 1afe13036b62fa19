import { Hono } from 'hono';
import { only } from '#foundation/access/only.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type Redo, submit } from '#foundation/submit.ts';
import { valueOf, valuesOf } from '#web/http/form-values.ts';
import { dossierPath } from '../../schema.ts';
import { formPage, NOTHING_TYPED, type Typed } from '../../view/form-page.tsx';
import { receiveSupplement } from '../service.ts';
import { isPaused } from '../../state.ts';
import { ArrivalContent } from './pages.tsx';
import { supplementArrival } from './schema.ts';
import { readSupplements } from './store.ts';

/** What comes in answer to a supplement request. */
export const supplementRoutes = new Hono<AppEnv>();

async function page(c: AppContext, typed: Typed = NOTHING_TYPED): Promise<Redo> {
  return formPage(
    c,
    {
      number: c.req.param('number') ?? '',
      title: 'Nhận giấy tờ bổ sung',
      content: async (view) => {
        const requests = await readSupplements(c.get('ctx').db, view.dossier.id);
        return <ArrivalContent view={view} request={requests.at(-1)} />;
      },
    },
    typed,
  );
}

supplementRoutes.get('/dossiers/:number/supplement', async (c) => {
  const { options, content } = await page(c);
  return c.get('staffPage')(options, content);
});

supplementRoutes.post('/dossiers/:number/supplement', only('dossier.handle'), async (c) => {
  const number = c.req.param('number');
  return submit(c, {
    schema: supplementArrival,
    read: ({ values }) => ({
      number,
      sequence: valueOf(values, 'sequence'),
      lines: valuesOf(values, 'lines'),
      note: valueOf(values, 'note'),
    }),
    run: async (ctx, input) => {
      const state = await receiveSupplement(ctx, input);
      const notice = isPaused(state)
        ? 'Đã ghi giấy tờ vừa nhận; còn chờ các dòng khác.'
        : 'Đã nhận đủ, thời gian được tính tiếp.';
      return { location: dossierPath(number), notice };
    },
    redo: async (problem, values) => page(c, { problem, values }),
    page: c.get('staffPage'),
  });
});
