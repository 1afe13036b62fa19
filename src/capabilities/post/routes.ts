import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { postListRoutes } from './list/routes.tsx';
import { orderRoutes } from './order/routes.tsx';
import { statusRoutes } from './statuses/routes.tsx';

/** Parcels of dossiers. Papers of theirs are printed where reads are recorded (dossiers/postal). */
export const postRoutes = new Hono<AppEnv>()
  .route('/', postListRoutes)
  .route('/', statusRoutes)
  .route('/', orderRoutes);
