import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { historyOf, record } from '#foundation/history/service.ts';
import { saveOrganisation } from '../projection.ts';
import { decideInForce } from '../rules.ts';
import type { Act } from '../schema.ts';
import { lockActs, updateActDocument } from '../store.ts';
import type { ActDocument } from './schema.ts';

/**
 * Corrects or completes the deciding document of an act: its number when it becomes known, or a wrong date. The
 * changes stay. When an act in force gets another date, the organisation is made anew from all acts, and refused
 * with the reasons when they no longer go together.
 */
export async function correctDocument(ctx: Context, code: string, document: ActDocument): Promise<void> {
  await authorise(ctx, 'organisation.change');
  await inTransaction(ctx, async (tx) => {
    const acts = await lockActs(tx.db);
    const act = correctable(acts, code);
    await updateActDocument(tx.db, act.id, document);
    if (act.state === 'in-force') await remake(tx, { ...act, ...document }, acts);
    const after = (await historyOf(tx, 'unit-act', act.id)).length;
    const payload = { before: documentOf(act), after: document };
    await record(tx, { name: 'unit-act', id: act.id, after }, [{ kind: 'document-corrected', payload }]);
  });
}

async function remake(tx: Context, corrected: Act, acts: readonly Act[]): Promise<void> {
  const others = acts.filter((act) => act.state === 'in-force' && act.code !== corrected.code);
  const outcome = decideInForce(others, corrected);
  if ('problems' in outcome) return refuse('conflict', outcome.problems.join(' '));
  return saveOrganisation(tx, outcome.organisation, acts);
}

function correctable(acts: readonly Act[], code: string): Act {
  const act = acts.find((candidate) => candidate.code === code);
  if (!act)
    return refuse('missing', 'Không có quyết định nào mang mã này. Hãy chọn trong danh sách quyết định.');
  if (act.state === 'withdrawn') refuse('conflict', 'Quyết định này đã được rút nên không sửa được nữa.');
  return act;
}

function documentOf({
  title,
  effectiveOn,
  documentNumber,
  documentIssuedOn,
  documentIssuer,
  certainty,
  note,
}: Act): ActDocument {
  return { title, effectiveOn, documentNumber, documentIssuedOn, documentIssuer, certainty, note };
}
