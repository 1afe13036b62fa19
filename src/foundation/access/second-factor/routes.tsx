import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { authenticatorRoutes } from './authenticator/routes.tsx';
import { codeRoutes } from './codes/routes.tsx';
import { entryRoutes } from './entry/routes.tsx';
import { SecondFactorPage } from './pages.tsx';
import { passkeyRoutes } from './passkeys/routes.tsx';
import { policyRoutes } from './policy/routes.tsx';
import { recoveryRoutes } from './recovery/routes.tsx';
import { SECOND_FACTOR } from './schema.ts';
import { ownFactors } from './service.ts';

const overviewRoutes = new Hono<AppEnv>().get(SECOND_FACTOR, async (c) => {
  const own = await ownFactors(c.get('ctx'));
  return c.get('staffPage')(
    { title: 'Bảo vệ đăng nhập', breadcrumbs: [{ text: 'Tài khoản của bạn', href: '/account' }] },
    <SecondFactorPage own={own} />,
  );
});

/** The second step of signing in: one's own ways, the door itself, who must have one, and giving accounts back. */
export const secondFactorRoutes = new Hono<AppEnv>()
  .route('/', entryRoutes)
  .route('/', overviewRoutes)
  .route('/', authenticatorRoutes)
  .route('/', codeRoutes)
  .route('/', passkeyRoutes)
  .route('/', policyRoutes)
  .route('/', recoveryRoutes);
