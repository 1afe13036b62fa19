import { Hono } from 'hono';
import { z } from 'zod';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Form } from '#web/ui/form.tsx';
import { fieldsOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { BackToFactors } from '../form-pages.tsx';
import { idInPath } from '../id-in-path.ts';
import { belowFactors } from '../own-form.ts';
import { renamePasskeyPath, SECOND_FACTOR } from '../schema.ts';
import { PasskeyNameField } from './name-field.tsx';
import { passkeyName } from './schema.ts';
import { ownPasskey, renamePasskey } from './service.ts';

const PATH = renamePasskeyPath(':id{[0-9]+}');

/** Another name for a key: it opens what it opened, so no password is asked for. */
export const renameRoutes = new Hono<AppEnv>()
  .get(PATH, async (c) => {
    const { options, content } = await view(c, NO_PROBLEM, null);
    return c.get('staffPage')(options, content);
  })
  .post(PATH, async (c) => {
    await ownPasskey(c.get('ctx'), idOf(c));
    return submit(c, {
      schema: z.object({ name: passkeyName }),
      read: ({ values }) => ({ name: valueOf(values, 'name') }),
      run: async (ctx, { name }) => {
        await renamePasskey(ctx, { id: idOf(c), name });
        return { location: SECOND_FACTOR, notice: `Đã đổi tên khóa thành “${name}”.` };
      },
      redo: async (problem, values) => view(c, problem, values),
      page: c.get('staffPage'),
    });
  });

async function view(c: AppContext, problem: FormProblem, sent: FormValues | null): Promise<Redo> {
  const { id, name } = await ownPasskey(c.get('ctx'), idOf(c));
  const field = fieldsOf(sent ?? { name: [name] }, problem);
  return {
    options: belowFactors('Đổi tên khóa truy cập'),
    content: (
      <>
        <ProblemSummary problem={problem} />
        <Form action={renamePasskeyPath(id)} formId={newFormId()}>
          <PasskeyNameField field={field} />
          <ButtonGroup>
            <Button>Đổi tên</Button>
            <BackToFactors />
          </ButtonGroup>
        </Form>
      </>
    ),
  };
}

function idOf(c: AppContext): number {
  return idInPath(c, 'Không có khóa truy cập này.');
}
