import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { accountRoutes } from './accounts/routes.ts';
import { officerDetailRoutes } from './officers/details/routes.tsx';
import { officerFormRoutes } from './officers/form/routes.tsx';
import { officerListRoutes } from './officers/list/routes.tsx';
import { ownRoutes } from './own/routes.tsx';
import { postChangeRoutes } from './posts/changes/routes.ts';
import { postDetailRoutes } from './posts/details/routes.tsx';
import { postFormRoutes } from './posts/form/routes.tsx';
import { postListRoutes } from './posts/list/routes.tsx';

/** People, posts, accounts, and everybody's own page. */
export const peopleRoutes = new Hono<AppEnv>()
  .route('/', officerListRoutes)
  .route('/', officerFormRoutes)
  .route('/', officerDetailRoutes)
  .route('/', postListRoutes)
  .route('/', postFormRoutes)
  .route('/', postDetailRoutes)
  .route('/', postChangeRoutes)
  .route('/', accountRoutes)
  .route('/', ownRoutes);
