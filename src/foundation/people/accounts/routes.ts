import { Hono } from 'hono';
import { z } from 'zod';
import { valueOf } from '#web/http/form-values.ts';
import { accountSchema } from '#foundation/access/accounts/schema.ts';
import {
  createAccount,
  disableAccount,
  enableAccount,
  resetPassword,
  signAccountOut,
} from '#foundation/access/accounts/service.ts';
import type { AppEnv } from '#foundation/http.ts';
import { formRoutes } from '../form-routes.ts';
import { officerPath } from '../paths.ts';
import { idOf } from '../request.ts';
import { accountListRoutes } from './list-routes.tsx';
import { oneTimeRoutes } from './one-time.tsx';
import { disableSchema } from './schema.ts';
import { accountToManage } from './service.ts';
import { createView, disableView, enableView, resetView, signOutView } from './views.tsx';

const createRoutes = oneTimeRoutes({
  path: '/people/officers/:id{[0-9]+}/account',
  schema: accountSchema,
  read: ({ values }) => ({ login: valueOf(values, 'login') }),
  view: createView,
  give: async (c, ctx, input) => createAccount(ctx, { ...input, officerId: idOf(c) }),
});

const resetRoutes = oneTimeRoutes({
  path: '/people/accounts/:id{[0-9]+}/reset',
  schema: z.object({}),
  read: () => ({}),
  view: resetView,
  give: async (c, ctx) => resetPassword(ctx, { accountId: idOf(c) }),
});

const disableRoutes = formRoutes({
  path: '/people/accounts/:id{[0-9]+}/disable',
  schema: disableSchema,
  read: ({ values }) => ({ reason: valueOf(values, 'reason') }),
  initial: () => ({}),
  view: disableView,
  run: async (c, ctx, { reason }) => {
    await disableAccount(ctx, { accountId: idOf(c), reason });
    const { account, officer } = await accountToManage(ctx, idOf(c));
    return { location: officerPath(officer.id), notice: `Đã khóa tài khoản ${account.login}.` };
  },
});

const enableRoutes = formRoutes({
  path: '/people/accounts/:id{[0-9]+}/enable',
  schema: z.object({}),
  read: () => ({}),
  initial: () => ({}),
  view: enableView,
  run: async (c, ctx) => {
    await enableAccount(ctx, { accountId: idOf(c) });
    const { account, officer } = await accountToManage(ctx, idOf(c));
    return { location: officerPath(officer.id), notice: `Đã mở lại tài khoản ${account.login}.` };
  },
});

const signOutRoutes = formRoutes({
  path: '/people/accounts/:id{[0-9]+}/sign-out',
  schema: z.object({}),
  read: () => ({}),
  initial: () => ({}),
  view: signOutView,
  run: async (c, ctx) => {
    const ended = await signAccountOut(ctx, { accountId: idOf(c) });
    const { account, officer } = await accountToManage(ctx, idOf(c));
    return { location: officerPath(officer.id), notice: `Đã kết thúc ${ended} phiên của ${account.login}.` };
  },
});

/** The list of accounts and the acts of the administrator. */
export const accountRoutes = new Hono<AppEnv>()
  .route('/', accountListRoutes)
  .route('/', createRoutes)
  .route('/', resetRoutes)
  .route('/', disableRoutes)
  .route('/', enableRoutes)
  .route('/', signOutRoutes);
