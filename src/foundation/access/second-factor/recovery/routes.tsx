import { Hono } from 'hono';
import { z } from 'zod';
import { leaveNotice } from '#web/http/cookies.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { submitAndShowOnce } from '#foundation/show-once.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import type { OneTimePassword } from '../../accounts/schema.ts';
import { authorise, requireActor } from '../../authorise.ts';
import { only } from '../../only.ts';
import { OneTimePasswordPage } from '../../passwords/one-time-page.tsx';
import { idInPath } from '../id-in-path.ts';
import { SECOND_FACTOR } from '../schema.ts';
import { recoveryListRoutes } from './list.tsx';
import { ConfirmRecoveryPage, OpenRecoveryPage } from './pages.tsx';
import { cancelRecoveryPath, openRecoveryPath, recoveryPath, recoverySchema } from './schema.ts';
import {
  accountToRecover,
  cancelRecovery,
  confirmRecovery,
  openRecovery,
  recoveryEnd,
  recoveryToConfirm,
  whyNotByActor,
} from './service.ts';

const ID = ':id{[0-9]+}';

export const recoveryRoutes = new Hono<AppEnv>()
  .route('/', recoveryListRoutes)
  .get(openRecoveryPath(ID), async (c) => {
    const { options, content } = await openView(c, NO_PROBLEM, {});
    return c.get('staffPage')(options, content);
  })
  .post(openRecoveryPath(ID), only('account.manage'), async (c) =>
    submit(c, {
      schema: recoverySchema,
      read: ({ values }) => ({ reason: valueOf(values, 'reason') }),
      run: async (ctx, { reason }) => {
        const { officerId } = await openRecovery(ctx, { accountId: idOf(c), reason });
        const notice = 'Đã lập yêu cầu khôi phục. Hãy nhờ người thứ hai mở trang cán bộ này để xác nhận.';
        return { location: officerPath(officerId), notice };
      },
      redo: async (problem, values) => openView(c, problem, values),
      page: c.get('staffPage'),
    }),
  )
  .get(recoveryPath(ID), async (c) => {
    const { options, content } = await confirmView(c, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(recoveryPath(ID), async (c) => {
    requireActor(c.get('ctx'));
    return submitAndShowOnce(c, {
      schema: z.object({}),
      read: () => ({}),
      run: async (ctx) => {
        const { officerId, officerName } = await recoveryToConfirm(ctx, idOf(c));
        const password = await confirmRecovery(ctx, idOf(c));
        return { location: officerPath(officerId), secret: { ...password, officerId, officerName } };
      },
      show: async (given) => passwordView(c, given),
      redo: async (problem) => confirmView(c, problem),
      page: c.get('staffPage'),
    });
  })
  // No field to correct and done once, so it acts and redirects; a refusal becomes the page of its kind.
  .post(cancelRecoveryPath(ID), async (c) => {
    const { accountId } = requireActor(c.get('ctx'));
    const recovery = await cancelRecovery(c.get('ctx'), idOf(c));
    leaveNotice(c, 'Đã hủy yêu cầu khôi phục.');
    const isOwn = recovery.accountId === accountId;
    return c.redirect(isOwn ? SECOND_FACTOR : officerPath(recovery.officerId), 303);
  });

async function openView(c: AppContext, problem: FormProblem, values: FormValues): Promise<Redo> {
  await authorise(c.get('ctx'), 'account.manage');
  const account = await accountToRecover(c.get('ctx'), idOf(c));
  const back = officerPath(account.officerId);
  return {
    options: below('Khôi phục tài khoản', { text: account.officerName, href: back }),
    content: (
      <OpenRecoveryPage
        accountId={idOf(c)}
        officerName={account.officerName}
        formId={newFormId()}
        field={fieldsOf(values, problem)}
        problem={problem}
        back={back}
      />
    ),
  };
}

async function confirmView(c: AppContext, problem: FormProblem): Promise<Redo> {
  requireActor(c.get('ctx'));
  const recovery = await recoveryToConfirm(c.get('ctx'), idOf(c));
  return {
    options: below('Xác nhận khôi phục tài khoản', {
      text: recovery.officerName,
      href: officerPath(recovery.officerId),
    }),
    content: (
      <ConfirmRecoveryPage
        recovery={recovery}
        formId={newFormId()}
        problem={problem}
        because={await whyNotByActor(c.get('ctx'), recovery)}
      />
    ),
  };
}

type Given = OneTimePassword & { readonly officerId: number; readonly officerName: string };

async function passwordView(c: AppContext, given: Given): Promise<Redo> {
  return {
    options: { title: 'Mật khẩu dùng một lần', ownHeading: true },
    content: (
      <OneTimePasswordPage
        login={given.login}
        password={given.password}
        officerName={given.officerName}
        validUntil={recoveryEnd(c.get('ctx').now)}
        back={officerPath(given.officerId)}
      />
    ),
  };
}

function below(title: string, crumb: { readonly text: string; readonly href: string }) {
  return { title, breadcrumbs: [{ text: 'Cán bộ, vị trí', href: '/people' }, crumb] };
}

const officerPath = (id: number) => `/people/officers/${id}`;

function idOf(c: AppContext): number {
  return idInPath(c, 'Trang này không có. Hãy quay lại danh sách.');
}
