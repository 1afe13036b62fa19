import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { applicantRoutes } from './applicants/routes.ts';
import { choiceRoutes } from './choice/routes.tsx';
import { receptionRoutes } from './form/routes.tsx';
import { groupRoutes } from './group/routes.ts';
import { receivedRoutes } from './received/routes.tsx';

/** The counter. What was received, and groups, come before the forms, whose addresses carry a name in the same place. */
export const intakeRoutes = new Hono<AppEnv>();
intakeRoutes.route('/', applicantRoutes);
intakeRoutes.route('/', choiceRoutes);
intakeRoutes.route('/', receivedRoutes);
intakeRoutes.route('/', groupRoutes);
intakeRoutes.route('/', receptionRoutes);
