import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { accountRoutes } from './accounts/routes.tsx';
import { bookRoutes } from './books/routes.tsx';
import { exemptionRoutes } from './exemptions/routes.tsx';
import { gatewayRoutes } from './gateway/routes.ts';
import { listRoutes } from './list/routes.tsx';
import { receiptRoutes } from './receipts/routes.tsx';
import { refundRoutes } from './refunds/routes.tsx';
import { tillRoutes } from './tills/routes.tsx';
import { totalRoutes } from './totals/routes.tsx';

/** Lists, books, tills and sums of fees. A single payment has its pages with its dossier (dossiers/payments). */
export const feeRoutes = new Hono<AppEnv>()
  .route('/', gatewayRoutes)
  .route('/', listRoutes)
  .route('/', receiptRoutes)
  .route('/', refundRoutes)
  .route('/', tillRoutes)
  .route('/', totalRoutes)
  .route('/', bookRoutes)
  .route('/', accountRoutes)
  .route('/', exemptionRoutes);
