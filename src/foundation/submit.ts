import { randomUUID } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import type { z } from 'zod';
import { type FieldMessages, Refusal, refuse } from '#kernel/refusal.ts';
import { isDuplicate } from '#platform/database/errors.ts';
import { reached } from '#platform/points.ts';
import { outcomeUnknown, troubleOf } from '#platform/trouble.ts';
import { leaveNotice } from '#web/http/cookies.ts';
import { type FormValues, messagesOf, type SubmittedForm, valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import { refuseFormOfOtherPost } from './acting-post.ts';
import type { Context } from './context.ts';
import { inTransaction } from './context.ts';
import { findSubmission, insertSubmission } from './submissions/store.ts';
import type { AppContext, PageOptions, PageRenderer } from './http.ts';

/** Name of the hidden field that makes a form count once. */
export const FORM_ID = 'formId';

/** A fresh identifier for a form about to be shown. */
export function newFormId(): string {
  return randomUUID();
}

/** What was wrong with a submitted form: a sentence for the top and messages at the fields. */
export type FormProblem = { readonly message: string | null; readonly fields: FieldMessages };

export const NO_PROBLEM: FormProblem = { message: null, fields: {} };

/** What a refusal says of a form: at its fields when it names any, else at the top. */
export function problemOf({ message, fields }: Refusal): FormProblem {
  return { message: Object.keys(fields).length > 0 ? null : message, fields };
}

/** Where the person goes after the deed, and what the next page tells them. */
export type Done = { readonly location: string; readonly notice?: string };

export type Submission<Input> = {
  /** Shape of the whole form after `read`. */
  readonly schema: z.ZodType<Input>;
  /** Form fields → what the schema parses. Nothing else of the form reaches the verb. */
  readonly read: (form: SubmittedForm) => unknown;
  /** What must count even when the rest is refused, such as a guessed password: runs before the transaction. */
  readonly before?: (ctx: Context, input: Input) => Promise<void>;
  /** One verb, then where to go. Runs in the transaction that also remembers the form. */
  readonly run: (ctx: Context, input: Input, form: SubmittedForm) => Promise<Done>;
  /** The same page again with what the person typed and what is wrong. */
  readonly redo: (problem: FormProblem, values: FormValues) => Promise<Redo>;
  readonly page: PageRenderer;
};

export type Redo = { readonly options: PageOptions; readonly content: ComponentChildren };

/**
 * The one way a form is carried out: parse, run the verb once, redirect; or the same page with 422 (409 when
 * somebody else was faster), values kept. A form that was carried out before only redirects again.
 */
export async function submit<Input>(c: AppContext, submission: Submission<Input>): Promise<Response> {
  const form = await readForm(c);
  if (Object.keys(form.refused).length > 0) {
    return again(submission, form, { message: null, fields: form.refused, status: 422 });
  }
  const parsed = submission.schema.safeParse(submission.read(form));
  if (!parsed.success) {
    return again(submission, form, { message: null, fields: messagesOf(parsed.error), status: 422 });
  }
  try {
    const done = await runOnce(c.get('ctx'), formIdOf(form), {
      before: async (ctx) => submission.before?.(ctx, parsed.data),
      run: async (ctx) => {
        refuseFormOfOtherPost(ctx, form.values);
        return submission.run(ctx, parsed.data, form);
      },
    });
    reached('form-committed');
    if (done.notice) leaveNotice(c, done.notice);
    return c.redirect(done.location, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'forbidden' || error.kind === 'missing') throw error;
    return again(submission, form, { ...problemOf(error), status: error.kind === 'conflict' ? 409 : 422 });
  }
}

async function again<Input>(
  submission: Submission<Input>,
  form: SubmittedForm,
  outcome: FormProblem & { readonly status: 409 | 422 },
): Promise<Response> {
  const { options, content } = await submission.redo(outcome, form.values);
  return submission.page({ ...options, status: outcome.status }, content);
}

const OF_SOMEBODY_ELSE = 'Biểu mẫu này đã được gửi từ tài khoản khác. Hãy mở lại trang rồi gửi lại.';
const FORM_ID_SHAPE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function formIdOf(form: SubmittedForm): string | null {
  const id = valueOf(form.values, FORM_ID);
  return FORM_ID_SHAPE.test(id) ? id : null;
}

type Work = {
  readonly before: (ctx: Context) => Promise<void>;
  readonly run: (ctx: Context) => Promise<Done>;
};

/** Runs work once per form id: a repetition, even a simultaneous one, gets the first one's destination. */
async function runOnce(ctx: Context, formId: string | null, { before, run }: Work): Promise<Done> {
  let isCommitting = false;
  try {
    await before(ctx);
    return await inTransaction(ctx, async (inner) => {
      const done = await run(inner);
      if (formId !== null) await insertSubmission(inner, formId, done.location);
      reached('form-done');
      isCommitting = true;
      return done;
    });
  } catch (error) {
    // Cut off while the database made it final: it may have done so all the same.
    if (isCommitting && troubleOf(error) === 'away') throw outcomeUnknown(error);
    // Repeated forms are rare, so that one is found out when it is remembered a second time, and all of it undone. What
    // the first one did may be the very reason why the second is refused.
    if (formId === null || (!isDuplicate(error) && !(error instanceof Refusal))) throw error;
    const winner = await findSubmission(ctx.db, formId, ctx.actor?.accountId ?? null);
    if (winner !== null) return { location: winner };
    if (isDuplicate(error, 'form_submissions_pkey')) refuse('conflict', OF_SOMEBODY_ELSE);
    throw error;
  }
}
