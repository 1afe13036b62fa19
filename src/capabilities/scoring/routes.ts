import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { reviewRoutes } from './review/routes.tsx';
import { scoringSetRoutes } from './sets/routes.tsx';
import { totalsRoutes } from './totals/routes.tsx';

/** Scores of dossiers, what they add up to, and the criteria they go by. */
export const scoringRoutes = new Hono<AppEnv>();
scoringRoutes.route('/', totalsRoutes);
scoringRoutes.route('/', scoringSetRoutes);
scoringRoutes.route('/', reviewRoutes);
