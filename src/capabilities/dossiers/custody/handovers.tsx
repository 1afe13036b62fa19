import { unitsActedFor } from '#foundation/access/authorise.ts';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import type { AppContext } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo } from '#foundation/submit.ts';
import { HandoversContent } from './handovers-page.tsx';
import { openHandovers } from './service.ts';

/** The page of what is on its way, with what was wrong when it comes back. */
export async function handoversPage(c: AppContext, problem: FormProblem = NO_PROBLEM): Promise<Redo> {
  const ctx = c.get('ctx');
  const handovers = await openHandovers(ctx);
  const view = {
    ...handovers,
    unitName: await unitNames(ctx, 'shortName'),
    units: await unitsActedFor(ctx),
    formId: newFormId(),
  };
  const content = (
    <>
      <ProblemSummary problem={problem} />
      <HandoversContent view={view} />
    </>
  );
  return { options: { title: 'Bàn giao hồ sơ' }, content };
}
