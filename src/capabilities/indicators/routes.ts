import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { editRoutes } from './edit/routes.tsx';
import { entryRoutes } from './entry/routes.tsx';
import { catalogueRoutes } from './list/routes.tsx';
import { indicatorPageRoutes } from './one/routes.tsx';

/** The catalogue of indicators, their figures, and what is behind each. */
export const indicatorRoutes = new Hono<AppEnv>();
indicatorRoutes.route('/', catalogueRoutes);
indicatorRoutes.route('/', editRoutes);
indicatorRoutes.route('/', entryRoutes);
indicatorRoutes.route('/', indicatorPageRoutes);
