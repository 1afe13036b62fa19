import { Hono } from 'hono';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import type { AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { viewDossier } from '../../view/service.ts';
import { intakePaths } from '../schema.ts';
import { ReceivedContent } from './pages.tsx';

export const receivedRoutes = new Hono<AppEnv>();

receivedRoutes.get('/intake/received/:number', async (c) => {
  const ctx = c.get('ctx');
  await authorise(ctx, 'dossier.receive', requireActor(ctx).post.unitId);
  const dossier = await viewDossier(ctx, c.req.param('number'));
  const unitName = await unitNames(ctx, 'shortName');
  const breadcrumbs = [{ text: 'Tiếp nhận hồ sơ', href: intakePaths.choice }, { text: dossier.state.number }];
  return c.get('staffPage')(
    { title: `Đã tiếp nhận ${dossier.state.number}`, ownHeading: true, breadcrumbs },
    <ReceivedContent view={{ dossier, unitName }} />,
  );
});
