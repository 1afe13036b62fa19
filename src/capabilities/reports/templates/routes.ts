import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { templateDraftRoutes } from './draft/routes.tsx';
import { templateListRoutes } from './list/routes.tsx';
import { templateOneRoutes } from './one/routes.tsx';
import { templatePreviewRoutes } from './preview/routes.tsx';
import { templateSectionRoutes } from './sections/routes.tsx';

/** Templates of reports: the list, one with its versions, the editor, the preview. */
export const reportTemplateRoutes = new Hono<AppEnv>()
  .route('/', templateListRoutes)
  .route('/', templateOneRoutes)
  .route('/', templateDraftRoutes)
  .route('/', templateSectionRoutes)
  .route('/', templatePreviewRoutes);
