import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { batchRoutes } from './batches/routes.tsx';
import { sheetRoutes } from './sheet/routes.tsx';
import { workbookRoutes } from './workbook/routes.tsx';

/** Many dossiers at once. */
export const groupRoutes = new Hono<AppEnv>();
groupRoutes.route('/', batchRoutes);
groupRoutes.route('/', sheetRoutes);
groupRoutes.route('/', workbookRoutes);
