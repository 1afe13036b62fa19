import { Hono } from 'hono';
import { refuse } from '#kernel/refusal.ts';
import { only } from '#foundation/access/only.ts';
import type { AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { newFormId, submit } from '#foundation/submit.ts';
import { valuesOf } from '#web/http/form-values.ts';
import { pdfResponse } from '#web/http/pdf-answer.ts';
import { takeCustody } from '../../service.ts';
import { bulk, bulkPage } from '../../steps/bulk.tsx';
import { handoversPage } from '../handovers.tsx';
import { ListContent, ListsContent } from './pages.tsx';
import { printList } from './print.ts';
import { listNumber, listPaths, makeListInput } from './schema.ts';
import { courierList, courierLists, makeLists } from './service.ts';

export const courierListRoutes = new Hono<AppEnv>();

const HANDOVERS = { text: 'Bàn giao hồ sơ', href: '/handovers' };
const LISTS = { text: 'Danh sách bàn giao', href: listPaths.all };

courierListRoutes.get('/handovers/lists', async (c) => {
  const ctx = c.get('ctx');
  const which = c.req.query('of') === 'all' ? 'all' : 'open';
  const rows = await courierLists(ctx, which);
  const unitName = await unitNames(ctx, 'shortName');
  return c.get('staffPage')(
    { title: 'Danh sách bàn giao', breadcrumbs: [HANDOVERS, { text: 'Danh sách bàn giao' }] },
    <ListsContent rows={rows} only={which} unitName={unitName} />,
  );
});

courierListRoutes.post('/handovers/lists', only('dossier.handle'), async (c) =>
  submit(c, {
    schema: makeListInput,
    read: ({ values }) => ({ numbers: valuesOf(values, 'selected') }),
    run: async (ctx, input) => {
      const [first, ...others] = await makeLists(ctx, input);
      const isOne = first !== undefined && others.length === 0;
      const notice = isOne
        ? 'Đã lập danh sách bàn giao. Hãy in và ký khi giao cho người chuyển.'
        : `Đã lập ${others.length + 1} danh sách, mỗi đơn vị nhận một danh sách.`;
      return { location: isOne ? listPaths.one(first) : listPaths.all, notice };
    },
    redo: async (problem) => handoversPage(c, problem),
    page: c.get('staffPage'),
  }),
);

courierListRoutes.get('/handovers/lists/:id{[0-9]{1,15}}', async (c) => {
  const ctx = c.get('ctx');
  const found = await courierList(ctx, Number(c.req.param('id')));
  const view = { ...found, unitName: await unitNames(ctx, 'shortName'), formId: newFormId() };
  const title = `Danh sách bàn giao số ${listNumber(found.list)}`;
  const breadcrumbs = [HANDOVERS, LISTS, { text: listNumber(found.list) }];
  return c.get('staffPage')({ title, breadcrumbs }, <ListContent view={view} />);
});

courierListRoutes.get('/handovers/lists/:id{[0-9]{1,15}}/print.pdf', async (c) => {
  const { name, bytes } = await printList(c.get('ctx'), Number(c.req.param('id')));
  return pdfResponse(name, bytes);
});

courierListRoutes.post('/handovers/lists/:id{[0-9]{1,15}}/take', only('dossier.handle'), async (c) => {
  const id = Number(c.req.param('id'));
  const { isReceiver } = await courierList(c.get('ctx'), id);
  if (!isReceiver) refuse('forbidden', 'Chỉ đơn vị nhận xác nhận đã nhận hồ sơ trong danh sách này.');
  const outcomes = await bulk(c, (ctx, reference) => takeCustody(ctx, { ...reference, note: '' }));
  return bulkPage(c, outcomes, listPaths.one(id));
});
