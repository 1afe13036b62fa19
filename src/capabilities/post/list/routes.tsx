import { Hono } from 'hono';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { can, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { organisationNow, unitNames } from '#foundation/organisation/service.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { postPaths, postQuery } from '../schema.ts';
import { exportOrders, ordersPage } from '../service.ts';
import { ORDER_COLUMNS } from './exports.ts';
import { ListActions, OrdersContent } from './pages.tsx';

export const postListRoutes = new Hono<AppEnv>().get(postPaths.list, async (c) => {
  const ctx = c.get('ctx');
  const query = postQuery.parse(c.req.query());
  const format = exportFormatOf(c.req.query('format'));
  if (format) {
    const columns = ORDER_COLUMNS(await unitNames(ctx, 'shortName'));
    return exportTable({ name: 'buu-gui', columns, rows: await exportOrders(ctx, query), format });
  }
  const view = { query, ...(await ordersPage(ctx, query)), units: await unitsOf(c) };
  const actor = requireActor(ctx);
  const actions = (
    <ListActions mayPost={can(actor, 'dossier.post')} mayManage={can(actor, 'notification.manage')} />
  );
  return c.get('staffPage')({ title: 'Bưu gửi', actions }, <OrdersContent view={view} />);
});

async function unitsOf(c: AppContext) {
  const ctx = c.get('ctx');
  const ids = await unitsWith(ctx, 'dossier.read');
  const { units } = await organisationNow(ctx);
  return [...units.values()]
    .filter(({ id }) => ids === null || ids.includes(id))
    .toSorted((one, other) => compareText(one.shortName, other.shortName));
}
