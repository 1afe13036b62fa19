import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { historyEntries } from '../../history-words.ts';
import { PEOPLE, POSTS } from '../../paths.ts';
import { idOf } from '../../request.ts';
import { PostActions, PostPage } from './pages.tsx';
import { postDetails } from './service.ts';

export const postDetailRoutes = new Hono<AppEnv>().get('/people/posts/:id{[0-9]+}', async (c) => {
  const ctx = c.get('ctx');
  const details = await postDetails(ctx, idOf(c));
  const unitName = (await unitNames(ctx, 'name'))(details.post.unitId);
  return c.get('staffPage')(
    {
      title: details.post.title,
      lead: unitName,
      breadcrumbs: [
        { text: 'Cán bộ, vị trí', href: PEOPLE },
        { text: 'Vị trí công tác', href: POSTS },
      ],
      actions: <PostActions details={details} now={ctx.now} />,
    },
    <PostPage
      details={details}
      unitName={unitName}
      history={historyEntries(details.histories, details.names)}
      now={ctx.now}
    />,
  );
});
