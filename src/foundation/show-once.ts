import { randomUUID } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import { withQuery } from '#web/http/list-state.ts';
import type { AppContext, PageOptions } from './http.ts';
import { type Done, type Submission, submit } from './submit.ts';
import type { Context } from './context.ts';
import type { SubmittedForm } from '#web/http/form-values.ts';

/** What a deed leaves: where its form leads when sent again, and a secret to show this once, if there is one. */
export type SecretDone<Secret> = Done & { readonly secret: Secret | null };

type SecretSubmission<Input, Secret> = Omit<Submission<Input>, 'run'> & {
  readonly run: (ctx: Context, input: Input, form: SubmittedForm) => Promise<SecretDone<Secret>>;
  /** The page with the secret. */
  readonly show: (secret: Secret) => Promise<{ options: PageOptions; content: ComponentChildren }>;
};

/**
 * `submit` for a form whose outcome is a secret: the answer to the POST shows it, because no address and no cookie may
 * carry it. The same form sent again only leads on.
 */
export async function submitAndShowOnce<Input, Secret>(
  c: AppContext,
  { run, show, ...submission }: SecretSubmission<Input, Secret>,
): Promise<Response> {
  const secrets: Secret[] = [];
  // Of two simultaneous submissions one is undone and sent to the other's address: this tells them apart.
  const mark = randomUUID();
  const response = await submit(c, {
    ...submission,
    run: async (ctx, input, form) => {
      const { secret, ...done } = await run(ctx, input, form);
      if (secret === null) return done;
      secrets.push(secret);
      return { location: withQuery(done.location, { given: mark }) };
    },
  });
  const [secret] = secrets;
  if (secret === undefined || response.headers.get('location')?.endsWith(mark) !== true) return response;
  const { options, content } = await show(secret);
  // The redirect that is not taken has set nothing but these.
  c.header('Location', undefined);
  c.header('Cache-Control', 'no-store');
  return submission.page({ ...options, status: 200 }, content);
}
