import { Hono } from 'hono';
import { sessionToken } from '#web/http/cookies.ts';
import { requireActor } from '#foundation/access/authorise.ts';
import type { AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { OwnPage } from './pages.tsx';
import { ownAccount } from './service.ts';

export const ownRoutes = new Hono<AppEnv>().get('/account', async (c) => {
  const ctx = c.get('ctx');
  const actor = requireActor(ctx);
  const own = await ownAccount(ctx, sessionToken(c) ?? '');
  return c.get('staffPage')(
    { title: 'Tài khoản của bạn' },
    <OwnPage own={own} actor={actor} unitName={await unitNames(ctx, 'name')} />,
  );
});
