/** Financial obligations that a process waits for: somebody says what is owed, the counter collects, the process goes on. */
import { waitingTokens } from '#kernel/process/engine/instance.ts';
import { nodeAt } from '#kernel/process/graph.ts';
import { refuse } from '#kernel/refusal.ts';
import { askPayment } from '#capabilities/fees/service.ts';
import { can } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { act, handOf } from '../frame.ts';
import type { Hand } from '../rules.ts';
import type { DossierState } from '../schema.ts';
import { holderOf } from '../state.ts';
import type { ObligationInput, WaitingPayment } from './schema.ts';
import { wasAsked } from './store.ts';

/** Verbs of the process that wait for money, oldest first. */
export function waitingPayments({ run }: Pick<DossierState, 'run'>): readonly WaitingPayment[] {
  if (run === null) return [];
  return waitingTokens(run.instance).flatMap(({ id, node }) => {
    const found = nodeAt(run.definition, node);
    return found.kind === 'service-task' && found.verb === 'ask-payment'
      ? [{ node, token: id, name: found.name || found.subject }]
      : [];
  });
}

/** Whether the actor may say what is owed: of the unit with the papers, or of the one that received the dossier. */
export function maySayWhatIsOwed(state: DossierState, { actor, units }: Hand): boolean {
  const allowed = [holderOf(state), state.receivingUnitId];
  return can(actor, 'dossier.handle') && allowed.some((unitId) => units.includes(unitId));
}

/**
 * Writes what is owed by a notice of the tax office or by the price list; the counter that received the dossier collects
 * it. Nothing owed lets the process go on at once, with the reason.
 */
export async function sayWhatIsOwed(ctx: Context, input: ObligationInput): Promise<DossierState> {
  return act(ctx, input, async (tx, { id, state }) => {
    if (!maySayWhatIsOwed(state, await handOf(tx))) {
      refuse('forbidden', 'Chỉ đơn vị đang giữ hồ sơ hoặc nơi tiếp nhận được ghi số tiền phải nộp.');
    }
    const waiting = waitingPayments(state).find(({ token }) => token === input.token);
    if (!waiting) refuse('conflict', 'Hồ sơ không còn chờ khoản nộp này. Hãy tải lại trang.');
    const { node, token } = waiting;
    if (await wasAsked(tx.db, { dossierId: id, node, token }))
      refuse('conflict', 'Khoản phải nộp này đã được ghi rồi. Muốn sửa, hãy mở khoản thu đó.');
    const lines = input.nothingOwed ? [] : input.lines;
    stopOnMissing(input);
    await askPayment(tx, {
      dossierId: id,
      number: state.number,
      unitId: state.receivingUnitId,
      node,
      token,
      lines: lines.map((line) => ({ ...line, kind: 'tax' as const })),
      note: input.note,
    });
    return [
      {
        kind: 'obligation-told',
        payload: { node, token, total: lines.reduce((sum, { amount }) => sum + amount, 0), note: input.note },
      },
    ];
  });
}

function stopOnMissing({ nothingOwed, lines, note }: ObligationInput): void {
  if (nothingOwed && note.length < 5) {
    const sentence = 'Hãy ghi lý do không phải nộp, ví dụ số thông báo của cơ quan thuế.';
    refuse('invalid', sentence, { note: sentence });
  }
  if (!nothingOwed && lines.length === 0) {
    const sentence = 'Hãy ghi ít nhất một khoản phải nộp, hoặc đánh dấu là không phải nộp.';
    refuse('invalid', sentence, { 'lines.0.name': sentence });
  }
}
