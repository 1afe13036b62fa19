import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { documentFormRoutes } from './form/routes.tsx';
import { documentListRoutes } from './list/routes.tsx';
import { documentPageRoutes } from './one/routes.tsx';

/** The register of documents. */
export const documentRoutes = new Hono<AppEnv>();
documentRoutes.route('/', documentListRoutes);
documentRoutes.route('/', documentFormRoutes);
documentRoutes.route('/', documentPageRoutes);
