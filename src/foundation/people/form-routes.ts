import { Hono } from 'hono';
import type { z } from 'zod';
import type { FormValues, SubmittedForm } from '#web/http/form-values.ts';
import { requireActor } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type Done, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import type { FormState } from './form-state.ts';

/** A form with an address: shown on GET, carried out on POST. */
type FormRoute<Input> = {
  readonly path: string;
  readonly schema: z.ZodType<Input>;
  readonly read: (form: SubmittedForm) => unknown;
  /** What the form holds when it is opened. */
  readonly initial: (c: AppContext) => FormValues | Promise<FormValues>;
  /** The page; it refuses who may not see the form. */
  readonly view: (c: AppContext, state: FormState) => Promise<Redo>;
  /** The verb; `ctx` is the transaction of this form. */
  readonly run: (c: AppContext, ctx: Context, input: Input) => Promise<Done>;
};

/** The two routes of a form. */
export function formRoutes<Input>(form: FormRoute<Input>): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .use(form.path, async (c, next) => {
      requireActor(c.get('ctx'));
      return next();
    })
    .get(form.path, async (c) => {
      const { options, content } = await form.view(c, { values: await form.initial(c), problem: NO_PROBLEM });
      return c.get('staffPage')(options, content);
    })
    .post(form.path, async (c) =>
      submit(c, {
        schema: form.schema,
        read: form.read,
        run: async (ctx, input) => form.run(c, ctx, input),
        redo: async (problem, values) => form.view(c, { values, problem }),
        page: c.get('staffPage'),
      }),
    );
}
