import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { noticeListRoutes } from './list/routes.tsx';
import { ownNoticeRoutes } from './mine/routes.tsx';
import { receiptRoutes } from './receipts/routes.ts';
import { noticeSettingsRoutes } from './settings/routes.tsx';
import { noticeTemplateRoutes } from './templates/routes.tsx';

/** Telling: what was told, in which words, how, what one was told oneself, and what providers say. */
export const notificationRoutes = new Hono<AppEnv>()
  .route('/', receiptRoutes)
  .route('/', noticeTemplateRoutes)
  .route('/', noticeSettingsRoutes)
  .route('/', noticeListRoutes)
  .route('/', ownNoticeRoutes);
