import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#foundation/context.ts';
import { historyOf, record } from '#foundation/history/service.ts';
import { saveOrganisation } from './projection.ts';
import { type ActOutcome, decideInForce, decideWithdrawn } from './rules.ts';
import type { Act, ActDraft, ActState } from './schema.ts';
import { insertAct, lockActs, updateActState } from './store.ts';

/**
 * The deeds behind the verbs, without their authorisation and inside a transaction that the caller opened: the verbs
 * call them for a person, the starter for the system.
 */

/** Saves a prepared act and begins its history. */
export async function saveAct(tx: Context, draft: ActDraft): Promise<Act> {
  const id = await insertAct(tx.db, draft);
  await record(tx, { name: 'unit-act', id, after: 0 }, [{ kind: 'prepared', payload: draft }]);
  return { ...draft, id, state: 'prepared', decidedAt: null };
}

/** Puts a prepared act in force and writes the organisation that follows. */
export async function enactAct(tx: Context, code: string): Promise<Act> {
  const acts = await lockActs(tx.db);
  const act = preparedAct(acts, code);
  const inForce = acts.filter((other) => other.state === 'in-force');
  return settle(tx, act, { state: 'in-force', outcome: decideInForce(inForce, act), acts });
}

/** Withdraws a prepared act, or takes back one in force before its date. */
export async function withdraw(tx: Context, code: string, today: LocalDate): Promise<Act> {
  const acts = await lockActs(tx.db);
  const act = knownAct(acts, code);
  if (act.state === 'withdrawn') refuse('conflict', 'Quyết định này đã được rút trước đó.');
  if (act.state === 'prepared') return settle(tx, act, { state: 'withdrawn', outcome: null, acts });
  const inForce = acts.filter((other) => other.state === 'in-force');
  return settle(tx, act, { state: 'withdrawn', outcome: decideWithdrawn(inForce, act, today), acts });
}

/** What becomes of an act; the outcome is null when the organisation does not change. */
type Decision = {
  readonly state: Exclude<ActState, 'prepared'>;
  readonly outcome: ActOutcome | null;
  readonly acts: readonly Act[];
};

async function settle(tx: Context, act: Act, { state, outcome, acts }: Decision): Promise<Act> {
  if (outcome && 'problems' in outcome) refuse('conflict', outcome.problems.join(' '));
  await updateActState(tx.db, act.id, { state, decidedAt: tx.now });
  if (outcome) await saveOrganisation(tx, outcome.organisation, acts);
  const after = (await historyOf(tx, 'unit-act', act.id)).length;
  await record(tx, { name: 'unit-act', id: act.id, after }, [
    { kind: state === 'in-force' ? 'put-in-force' : 'withdrawn', payload: { effectiveOn: act.effectiveOn } },
  ]);
  return { ...act, state, decidedAt: tx.now };
}

function knownAct(acts: readonly Act[], code: string): Act {
  return (
    acts.find((act) => act.code === code) ??
    refuse('missing', 'Không có quyết định nào mang mã này. Hãy chọn trong danh sách quyết định.')
  );
}

function preparedAct(acts: readonly Act[], code: string): Act {
  const act = knownAct(acts, code);
  if (act.state === 'in-force') refuse('conflict', 'Quyết định này đã được đưa vào thi hành.');
  if (act.state === 'withdrawn') {
    refuse('conflict', 'Quyết định này đã được rút. Hãy soạn lại quyết định mới nếu vẫn cần.');
  }
  return act;
}
