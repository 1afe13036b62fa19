import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { slipFormRoutes } from './form/routes.tsx';
import { slipListRoutes } from './list/routes.tsx';

/** Guide slips and refusal slips: writing them at the counter, finding and printing them again. */
export const slipRoutes = new Hono<AppEnv>();
slipRoutes.route('/', slipFormRoutes);
slipRoutes.route('/', slipListRoutes);
