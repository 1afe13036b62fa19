import { z } from 'zod';
import { newFormId } from '#foundation/submit.ts';
import { AskPage } from '../form-pages.tsx';
import { belowFactors, ownFormRoutes } from '../own-form.ts';
import { CODES } from '../schema.ts';
import { newRecoveryCodes } from './service.ts';

export const codeRoutes = ownFormRoutes({
  path: CODES,
  schema: z.object({}),
  read: () => ({}),
  view: async (_c, problem) => ({
    options: belowFactors('Tạo bộ mã dự phòng mới'),
    content: (
      <AskPage
        action={CODES}
        formId={newFormId()}
        problem={problem}
        explanation="Bộ mã cũ mất hiệu lực ngay, kể cả những mã chưa dùng."
        submitText="Tạo bộ mã mới"
        isEnding={false}
      />
    ),
  }),
  run: async (_c, ctx) => ({ codes: await newRecoveryCodes(ctx) }),
});
