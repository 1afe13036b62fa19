import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { procedureDraftRoutes } from './drafts/routes.tsx';
import { procedureExchangeRoutes } from './exchange/routes.tsx';
import { procedureListRoutes } from './list/routes.tsx';
import { procedureOfferingRoutes } from './offerings/routes.tsx';
import { procedurePublicationRoutes } from './publication/routes.tsx';
import { procedureViewRoutes } from './view/routes.tsx';

/** The officers' pages of the catalogue. Fixed addresses stand before `/procedures/:slug`. */
export const procedureRoutes = new Hono<AppEnv>()
  .route('/', procedureListRoutes)
  .route('/', procedureExchangeRoutes)
  .route('/', procedureOfferingRoutes)
  .route('/', procedureDraftRoutes)
  .route('/', procedurePublicationRoutes)
  .route('/', procedureViewRoutes);
