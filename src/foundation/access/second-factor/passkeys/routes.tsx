import { Hono } from 'hono';
import { z } from 'zod';
import { valueOf } from '#web/http/form-values.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { newFormId } from '#foundation/submit.ts';
import { AskPage } from '../form-pages.tsx';
import { belowFactors, ownFormRoutes } from '../own-form.ts';
import { idInPath } from '../id-in-path.ts';
import { NEW_PASSKEY, removePasskeyPath } from '../schema.ts';
import { NewPasskeyPage } from './pages.tsx';
import { passkeyName, registrationAnswer } from './schema.ts';
import { renameRoutes } from './rename.tsx';
import { addPasskey, ownPasskey, passkeyOffer, removePasskey } from './service.ts';

const addRoutes = ownFormRoutes({
  path: NEW_PASSKEY,
  schema: z.object({ name: passkeyName, credential: registrationAnswer }),
  read: ({ values }) => ({ name: valueOf(values, 'name'), credential: valueOf(values, 'credential') }),
  view: async (c, problem, values) => {
    const { credential, ...fields } = problem.fields;
    // The answer is in no box that a message could stand at.
    const shown = { message: problem.message ?? credential ?? null, fields };
    return {
      options: { ...belowFactors('Thêm khóa truy cập'), asksPasskey: true },
      content: (
        <NewPasskeyPage
          options={await passkeyOffer(c.get('ctx'))}
          formId={newFormId()}
          field={fieldsOf(values, shown)}
          problem={shown}
        />
      ),
    };
  },
  run: async (_c, ctx, { name, credential, token }) => ({
    codes: await addPasskey(ctx, { name, answer: credential, token }),
    notice: `Đã thêm khóa truy cập “${name}”.`,
  }),
});

const removeRoutes = ownFormRoutes({
  path: removePasskeyPath(':id{[0-9]+}'),
  schema: z.object({}),
  read: () => ({}),
  view: async (c, problem) => {
    const { id, name } = await ownPasskey(c.get('ctx'), idOf(c));
    return {
      options: belowFactors('Gỡ khóa truy cập'),
      content: (
        <AskPage
          action={removePasskeyPath(id)}
          formId={newFormId()}
          problem={problem}
          explanation={`Khóa “${name}” không đăng nhập được nữa. Nhớ xóa khóa cả trên thiết bị.`}
          submitText="Gỡ khóa"
          isEnding
        />
      ),
    };
  },
  run: async (c, ctx) => {
    await removePasskey(ctx, idOf(c));
    return { notice: 'Đã gỡ khóa truy cập.' };
  },
});

function idOf(c: AppContext): number {
  return idInPath(c, 'Không có khóa truy cập này.');
}

export const passkeyRoutes = new Hono<AppEnv>()
  .route('/', addRoutes)
  .route('/', renameRoutes)
  .route('/', removeRoutes);
