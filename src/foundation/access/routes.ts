import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { confirmationRoutes } from './confirmation/routes.tsx';
import { passwordRoutes } from './passwords/routes.tsx';
import { atTheDoor } from './scope.ts';
import { secondFactorRoutes } from './second-factor/routes.tsx';
import { sessionRoutes } from './sessions/routes.ts';
import { signInRoutes } from './sign-in/routes.tsx';

/** Signing in and out, change of post, own sessions and password. */
export const accessRoutes = new Hono<AppEnv>()
  .use('/sign-in/*', atTheDoor)
  .route('/', signInRoutes)
  .route('/', sessionRoutes)
  .route('/', confirmationRoutes)
  .route('/', passwordRoutes)
  .route('/', secondFactorRoutes);
