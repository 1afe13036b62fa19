import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { proposalRoutes } from '../proposals/routes.tsx';
import { apologyRoutes } from './apologies/routes.tsx';
import { citizenClockRoutes } from './citizen-routes.ts';
import { letterRoutes } from './letters/routes.ts';
import { reasonRoutes } from './reasons/routes.tsx';
import { clockReportRoutes } from './report/routes.tsx';
import { clockRuleRoutes } from './settings/routes.tsx';
import { supplementRoutes } from './supplements/routes.tsx';

/** Every page of the clock and of what takes two people. */
export const clockRoutes = new Hono<AppEnv>()
  .route('/', proposalRoutes)
  .route('/', supplementRoutes)
  .route('/', apologyRoutes)
  .route('/', letterRoutes)
  .route('/', clockReportRoutes)
  .route('/', clockRuleRoutes)
  .route('/', reasonRoutes)
  .route('/', citizenClockRoutes);
