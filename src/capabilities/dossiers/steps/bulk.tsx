/** One act on many dossiers chosen in a list; each is done, or refused, by itself. */
import { Refusal } from '#kernel/refusal.ts';
import { refuseFormOfOtherPost } from '#foundation/acting-post.ts';
import type { Context } from '#foundation/context.ts';
import type { AppContext } from '#foundation/http.ts';
import { valuesOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import type { DossierReference } from '../schema.ts';
import { BulkContent, type BulkOutcome } from './bulk-page.tsx';

/** Chosen rows are `number:sequence:position`; each is done in its own transaction, and each has its own outcome. */
export async function bulk(
  c: AppContext,
  run: (ctx: Context, reference: DossierReference) => Promise<unknown>,
): Promise<readonly BulkOutcome[]> {
  const { values } = await readForm(c);
  refuseFormOfOtherPost(c.get('ctx'), values);
  const outcomes: BulkOutcome[] = [];
  for (const chosen of valuesOf(values, 'selected').slice(0, 200)) {
    const [number = '', sequence, position] = chosen.split(':');
    const reference = {
      number,
      sequence: Number(sequence),
      ...(position ? { position: Number(position) } : {}),
    };
    try {
      await run(c.get('ctx'), reference);
      outcomes.push({ number, problem: null });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcomes.push({ number, problem: error.message });
    }
  }
  return outcomes;
}

/** Every dossier with its own outcome; back to the list at once when none was chosen. */
export async function bulkPage(
  c: AppContext,
  outcomes: readonly BulkOutcome[],
  back: string,
): Promise<Response> {
  if (outcomes.length === 0) return c.redirect(back, 303);
  const done = outcomes.filter((outcome) => outcome.problem === null).length;
  const title = `Đã thực hiện ${done} trong ${outcomes.length} hồ sơ`;
  return c.get('staffPage')({ title }, <BulkContent outcomes={outcomes} back={back} />);
}
