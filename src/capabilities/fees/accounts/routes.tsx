import { Hono } from 'hono';
import { can } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { feePaths, ID } from '../schema.ts';
import { FEES_CRUMB } from '../tabs.tsx';
import { unitOptions } from '../units.ts';
import { AccountListContent, CloseAccountContent, NewAccountContent } from './pages.tsx';
import { accountClosingInput, accountInput } from './schema.ts';
import { accountToClose, closeAccount, openAccount, paymentAccounts } from './service.ts';

const UP = [FEES_CRUMB, { text: 'Tài khoản', href: feePaths.accounts }];

/** Accounts that fees are transferred to. */
export const accountRoutes = new Hono<AppEnv>()
  .get(feePaths.accounts, async (c) => {
    const ctx = c.get('ctx');
    const accounts = await paymentAccounts(ctx);
    const unitName = await unitNames(ctx, 'shortName');
    const view = { accounts, unitName, actor: ctx.actor, mayChange: can(ctx.actor, 'fee.accounts') };
    return c.get('staffPage')(
      { title: 'Tài khoản nhận chuyển khoản', breadcrumbs: [FEES_CRUMB, { text: 'Tài khoản' }] },
      <AccountListContent view={view} />,
    );
  })
  .get(feePaths.newAccount, only('fee.accounts'), async (c) => {
    const { options, content } = await newPage(c, {}, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(feePaths.newAccount, only('fee.accounts'), async (c) =>
    submit(c, {
      schema: accountInput,
      read: ({ values }) => ({
        unitId: valueOf(values, 'unitId') || undefined,
        bankBin: valueOf(values, 'bankBin'),
        bankName: valueOf(values, 'bankName'),
        accountNumber: valueOf(values, 'accountNumber'),
        accountName: valueOf(values, 'accountName'),
      }),
      run: async (ctx, input) => {
        await openAccount(ctx, input);
        return { location: feePaths.accounts, notice: 'Đã thêm tài khoản.' };
      },
      redo: async (problem, values) => newPage(c, values, problem),
      page: c.get('staffPage'),
    }),
  )
  .get(feePaths.closeAccount(ID), only('fee.accounts'), async (c) => {
    const { options, content } = await closingPage(c, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(feePaths.closeAccount(ID), only('fee.accounts'), async (c) =>
    submit(c, {
      schema: accountClosingInput,
      read: ({ values }) => ({ id: c.req.param('id'), sequence: valueOf(values, 'sequence') }),
      run: async (ctx, input) => {
        await closeAccount(ctx, input);
        return { location: feePaths.accounts, notice: 'Đã đóng tài khoản.' };
      },
      redo: async (problem) => closingPage(c, problem),
      page: c.get('staffPage'),
    }),
  );

async function newPage(c: AppContext, values: FormValues, problem: FormProblem): Promise<Redo> {
  const units = await unitOptions(c.get('ctx'), 'fee.accounts');
  const view = { field: fieldsOf(values, problem), problem, formId: newFormId(), units };
  return {
    options: { title: 'Thêm tài khoản', breadcrumbs: [...UP, { text: 'Thêm tài khoản' }], width: 'narrow' },
    content: <NewAccountContent view={view} />,
  };
}

async function closingPage(c: AppContext, problem: FormProblem): Promise<Redo> {
  const account = await accountToClose(c.get('ctx'), Number(c.req.param('id')));
  return {
    options: { title: 'Đóng tài khoản', breadcrumbs: [...UP, { text: 'Đóng tài khoản' }], width: 'narrow' },
    content: <CloseAccountContent view={{ problem, formId: newFormId(), account }} />,
  };
}
