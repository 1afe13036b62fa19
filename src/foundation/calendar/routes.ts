import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { dayRoutes } from './days/routes.tsx';
import { weekRoutes } from './weeks/routes.tsx';
import { yearRoutes } from './year/routes.tsx';

/** The officers' pages of the calendar. The public calculator is apart: it needs the limits of procedures. */
export const calendarRoutes = new Hono<AppEnv>()
  .route('/', yearRoutes)
  .route('/', dayRoutes)
  .route('/', weekRoutes);
