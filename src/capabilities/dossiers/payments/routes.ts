import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { citizenPaymentRoutes } from './citizen-routes.tsx';
import { lineRoutes } from './lines-routes.tsx';
import { paymentRoutes } from './payment-routes.tsx';
import { receiptRoutes } from './receipt-routes.tsx';
import { refundRoutes } from './refund-routes.tsx';

/** Single payments, receipts and refunds. Lists and books are the fees' own (capabilities/fees). */
export const dossierPaymentRoutes = new Hono<AppEnv>()
  .route('/', citizenPaymentRoutes)
  .route('/', paymentRoutes)
  .route('/', lineRoutes)
  .route('/', receiptRoutes)
  .route('/', refundRoutes);
