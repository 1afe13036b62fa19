import { Hono } from 'hono';
import { authorise } from '#foundation/access/authorise.ts';
import type { AppEnv } from '#foundation/http.ts';
import { newFormId } from '#foundation/submit.ts';
import { DRAWING_CONTENT } from '#web/http/security-headers.ts';
import { crumbsOf, draftOf } from '../draft-of.ts';
import { DrawPage } from './pages.tsx';

export const processDrawRoutes = new Hono<AppEnv>();

processDrawRoutes.get('/processes/:slug/versions/:number{[0-9]+}/draw', async (c) => {
  await authorise(c.get('ctx'), 'procedure.edit');
  const open = await draftOf(c);
  const { procedure, draft } = open;
  const page = await c.get('staffPage')(
    {
      title: `Vẽ sơ đồ, bản dự thảo số ${draft.number}`,
      lead: procedure.content.shortName,
      breadcrumbs: crumbsOf(open, 'Vẽ sơ đồ'),
      drawsProcess: true,
    },
    <DrawPage view={{ slug: procedure.slug, number: draft.number, formId: newFormId() }} />,
  );
  page.headers.set('Content-Security-Policy', DRAWING_CONTENT);
  return page;
});
