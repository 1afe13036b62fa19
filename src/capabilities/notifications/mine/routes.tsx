import { Hono } from 'hono';
import { z } from 'zod';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { newFormId, type Redo, submit } from '#foundation/submit.ts';
import { noticePaths } from '../schema.ts';
import { OwnNoticesContent, ReadAll } from './pages.tsx';
import { markRead, ownNotices } from './service.ts';

const pageOf = z.coerce.number().int().min(1).max(100_000).catch(1);

/** What the officer was told in the program. */
export const ownNoticeRoutes = new Hono<AppEnv>()
  .get(noticePaths.mine, async (c) => {
    const { options, content } = await page(c);
    return c.get('staffPage')(options, content);
  })
  .post(noticePaths.readAll, async (c) => read(c, null))
  .post(noticePaths.readOne(':id{[0-9]{1,15}}'), async (c) => read(c, Number(c.req.param('id'))));

async function read(c: AppContext, id: number | null): Promise<Response> {
  return submit(c, {
    schema: z.object({}),
    read: () => ({}),
    run: async (ctx) => {
      await markRead(ctx, id);
      return { location: noticePaths.mine };
    },
    redo: async () => page(c),
    page: c.get('staffPage'),
  });
}

async function page(c: AppContext): Promise<Redo> {
  const number = pageOf.parse(c.req.query('page'));
  const { rows, total, unread } = await ownNotices(c.get('ctx'), number);
  return {
    options: { title: 'Thông báo cho bạn', actions: <ReadAll unread={unread} formId={newFormId()} /> },
    content: <OwnNoticesContent view={{ rows, total, page: number, newFormId }} />,
  };
}
