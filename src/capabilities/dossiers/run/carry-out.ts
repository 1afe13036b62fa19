/** Carries out what a process asked of the world. Each act is a job; doing it twice is doing it once. */
import { z } from 'zod';
import { nodeAt } from '#kernel/process/graph.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { notify } from '#capabilities/notifications/service.ts';
import { registerFinished } from '#capabilities/results/service.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { holderOf } from '../state.ts';
import { type LoadedDossier, loadDossier } from '../store.ts';
import type { Act } from './moves.ts';

const about = z.object({ node: z.string() });
const payload = z.object({
  number: z.string(),
  act: z.discriminatedUnion('kind', [
    about.extend({ kind: z.enum(['notify', 'issue-result']), subject: z.string() }),
    about.extend({ kind: z.literal('ask-payment'), token: z.number(), subject: z.string() }),
    about.extend({ kind: z.literal('open-linked'), token: z.number().nullable(), procedure: z.string() }),
  ]),
});

/** Opens a linked dossier; the part of this capability that keeps them does it. */
export type OpenLinked = (
  ctx: Context,
  number: string,
  act: Extract<Act, { kind: 'open-linked' }>,
) => Promise<void>;

/** The handler of the job. Throws when it cannot be done now: then it is tried again. */
export async function carryOutAct(ctx: Context, job: unknown, openLinked: OpenLinked): Promise<void> {
  const { number, act } = payload.parse(job);
  if (act.kind === 'open-linked') return openLinked(ctx, number, act);
  await inTransaction(ctx, async (tx) => {
    const loaded = await loadDossier(tx.db, number, 'read');
    if (!loaded) throw new Error(`No dossier ${number}`);
    switch (act.kind) {
      case 'notify':
        return tellProgress(tx, loaded, act);
      case 'issue-result':
        return enterIntoRegister(tx, loaded);
      case 'ask-payment':
        return tellWhoSaysWhatIsOwed(tx, loaded, act);
    }
  });
}

/** What the process tells the applicant on the way, in the words of its drawing. */
async function tellProgress(
  tx: TransactionContext,
  { id, state }: LoadedDossier,
  act: { readonly node: string; readonly subject: string },
): Promise<void> {
  await notify(tx, {
    template: 'progress',
    dossier: { id, number: state.number },
    to: 'applicant',
    facts: { content: nameAt(state, act) },
    once: `act ${state.number} ${act.node} ${state.run?.instance.nextToken ?? 0}`,
  });
}

function nameAt(
  { run }: LoadedDossier['state'],
  { node, subject }: { readonly node: string; readonly subject: string },
): string {
  const name = run === null ? '' : nodeAt(run.definition, node).name;
  return name || subject;
}

async function enterIntoRegister(tx: TransactionContext, { id, state }: LoadedDossier): Promise<void> {
  const { result } = state;
  if (result === null) return;
  const { title, outcome, documentNumber, issuedOn } = result;
  await registerFinished(tx, {
    dossierId: id,
    unitId: holderOf(state),
    title,
    outcome,
    documentNumber,
    issuedOn: issuedOn || localDateOf(tx.now),
  });
}

/** The counter that received it collects; whoever holds the papers writes down what is owed. */
async function tellWhoSaysWhatIsOwed(
  tx: TransactionContext,
  { id, state }: LoadedDossier,
  act: { readonly node: string; readonly token: number; readonly subject: string },
): Promise<void> {
  await notify(tx, {
    template: 'obligation-wanted',
    dossier: { id, number: state.number },
    to: { unitId: state.receivingUnitId, role: 'one-stop' },
    facts: { content: nameAt(state, act) },
    once: `owed ${state.number} ${act.token}`,
  });
}
