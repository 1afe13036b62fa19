import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { processDrawRoutes } from './draw/routes.tsx';
import { processDraftRoutes } from './drafts/routes.tsx';
import { processRowRoutes } from './drafts/row-routes.tsx';
import { processExchangeRoutes } from './exchange/routes.tsx';
import { processListRoutes } from './list/routes.tsx';
import { processPublicationRoutes } from './publication/routes.tsx';
import { processViewRoutes } from './view/routes.tsx';

/** The officers' pages of processes: the list, one process, the editor of its drafts. */
export const processRoutes = new Hono<AppEnv>()
  .route('/', processListRoutes)
  .route('/', processDraftRoutes)
  .route('/', processRowRoutes)
  .route('/', processExchangeRoutes)
  .route('/', processDrawRoutes)
  .route('/', processPublicationRoutes)
  .route('/', processViewRoutes);
