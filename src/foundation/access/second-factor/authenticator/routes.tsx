import { Hono } from 'hono';
import { z } from 'zod';
import { valueOf } from '#web/http/form-values.ts';
import type { AppEnv } from '#foundation/http.ts';
import { newFormId } from '#foundation/submit.ts';
import { AskPage } from '../form-pages.tsx';
import { belowFactors, codeIn, ownFormRoutes } from '../own-form.ts';
import { APP, codeSchema, REMOVE_APP } from '../schema.ts';
import { AppPage } from './pages.tsx';
import { confirmApp, offerApp, removeApp } from './service.ts';

const confirmRoutes = ownFormRoutes({
  path: APP,
  schema: z.object({ code: codeSchema, offer: z.string().max(1000) }),
  read: (form) => ({ code: codeIn(form), offer: valueOf(form.values, 'offer') }),
  view: async (c, problem, values) => ({
    options: belowFactors('Thêm ứng dụng tạo mã'),
    content: (
      <AppPage
        offer={await offerApp(c.get('ctx'), valueOf(values, 'offer'))}
        formId={newFormId()}
        problem={problem}
      />
    ),
  }),
  run: async (_c, ctx, input) => ({
    codes: await confirmApp(ctx, input),
    notice: 'Từ nay đăng nhập cần thêm mã trong ứng dụng.',
  }),
});

const removeRoutes = ownFormRoutes({
  path: REMOVE_APP,
  schema: z.object({}),
  read: () => ({}),
  view: async (_c, problem) => ({
    options: belowFactors('Gỡ ứng dụng tạo mã'),
    content: (
      <AskPage
        action={REMOVE_APP}
        formId={newFormId()}
        problem={problem}
        explanation="Đăng nhập sẽ không hỏi mã trong ứng dụng nữa."
        submitText="Gỡ ứng dụng tạo mã"
        isEnding
      />
    ),
  }),
  run: async (_c, ctx) => {
    await removeApp(ctx);
    return { notice: 'Đã gỡ ứng dụng tạo mã.' };
  },
});

export const authenticatorRoutes = new Hono<AppEnv>().route('/', confirmRoutes).route('/', removeRoutes);
