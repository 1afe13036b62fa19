/** What ends a pause: a payment, papers that came, a last day that is over. */
import { refuse } from '#kernel/refusal.ts';
import { notify } from '#capabilities/notifications/service.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { applyEvent } from '../fold.ts';
import { act, calendarsOf, carryOut, moveLoaded } from '../frame.ts';
import { isStepOf, pausedForOf } from '../rules.ts';
import { decideHappening, type RunningState } from '../run/rules.ts';
import type { DossierState } from '../schema.ts';
import { activeSteps, isEnded } from '../state.ts';
import { loadDossier } from '../store.ts';
import { resume } from './pauses.ts';
import { decideClose } from './rules.ts';
import type { ReceivedLine } from './schema.ts';
import type { SupplementArrival } from './supplements/schema.ts';
import { endSupplement, readSupplements, updateLines } from './supplements/store.ts';

/**
 * Everything that was asked at a node of the process is paid: the clock runs again if it stood for it, and the process goes
 * on. The handler of a job: doing it twice is doing it once.
 */
export async function paymentSettled(
  ctx: Context,
  settled: { readonly number: string; readonly node: string; readonly token: number },
): Promise<void> {
  const { number, node, token } = settled;
  await inTransaction(ctx, async (tx) => {
    const loaded = await loadDossier(tx.db, number, 'lock');
    if (!loaded || isEnded(loaded.state) || !waitsAt(loaded.state, { node, token })) return;
    await moveLoaded(tx, loaded, {
      choices: [],
      decide: async ({ id, state }, situation) => {
        const happening = { kind: 'completed', node, token } as const;
        if (pausedForOf(state) !== 'payment') return decideHappening(state, happening, situation);
        const note = 'Đã thực hiện nghĩa vụ tài chính';
        const { calendar } = situation;
        const resumed = await resume(tx, { id, state }, { note, ended: 'given-up', calendar });
        const event = { ...resumed, sequence: state.sequence + 1, at: tx.now, officerId: null };
        // A resumption names no process.
        const after = applyEvent(state, event, () => state.run.definition);
        const running: RunningState = { ...after, run: state.run };
        const { deeds, acts } = decideHappening(running, happening, situation);
        return { deeds: [resumed, ...deeds], acts };
      },
    });
  });
}

function waitsAt(
  { run }: DossierState,
  { node, token }: { readonly node: string; readonly token: number },
): boolean {
  return (
    run?.instance.tokens.some((one) => one.id === token && one.node === node && one.state === 'waiting') ??
    false
  );
}

/**
 * Records what the applicant brought, line by line; with the last line the clock runs again (Decree 61/2018/NĐ-CP,
 * Art. 19). By the counter that received the dossier, or whoever works on it.
 */
export async function receiveSupplement(ctx: Context, input: SupplementArrival): Promise<DossierState> {
  return act(ctx, input, async (tx, { id, state }, situation) => {
    const { units, actor } = situation;
    const atCounter = units.includes(state.receivingUnitId) && actor.post.roles.includes('one-stop');
    if (!atCounter && !activeSteps(state).some((step) => isStepOf(situation, step))) {
      refuse('forbidden', 'Giấy tờ bổ sung do Bộ phận Một cửa hoặc người đang xử lý hồ sơ ghi nhận.');
    }
    const request = (await readSupplements(tx.db, id)).at(-1);
    if (!request || request.ended !== null) {
      refuse('conflict', 'Hồ sơ không có yêu cầu bổ sung nào đang chờ.');
    }
    const { note } = input;
    const open = request.lines.flatMap(({ received }, index) => (received === null ? [index] : []));
    const lines = open.filter((index) => input.lines.includes(index));
    if (lines.length === 0) {
      const sentence = 'Hãy đánh dấu ít nhất một giấy tờ, nội dung vừa nhận.';
      refuse('invalid', sentence, { lines: sentence });
    }
    const received = { at: tx.now.toISOString(), by: actor.officerId, note };
    const after = request.lines.map((line, index): ReceivedLine =>
      lines.includes(index) ? { ...line, received } : line,
    );
    await updateLines(tx.db, { dossierId: id, ordinal: request.ordinal }, after);
    const missing = open.length - lines.length;
    const came = {
      kind: 'supplement-received',
      payload: { supplement: request.ordinal, lines, missing, note },
    } as const;
    if (missing > 0) return [came];
    const { calendar } = situation;
    return [came, await resume(tx, { id, state }, { note: 'Đã bổ sung đủ', ended: 'complete', calendar })];
  });
}

/** What a last day that is over ends: the pause decided until then, or the dossier that was not supplemented. */
export async function endOfWaiting(ctx: Context, number: string, today: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const loaded = await loadDossier(tx.db, number, 'lock');
    const pause = loaded?.state.pauses.at(-1);
    if (!loaded || !pause || pause.to !== null || pause.until === null || pause.until >= today) return;
    if (pause.reason === 'decided') {
      const calendar = await calendarsOf(tx, loaded.state);
      const note = 'Hết thời gian tạm dừng đã định';
      await carryOut(tx, loaded, [await resume(tx, loaded, { note, ended: 'given-up', calendar })]);
      return;
    }
    await moveLoaded(tx, loaded, {
      choices: [],
      decide: async ({ id, state }, situation) => {
        const note = 'Quá thời hạn mà người nộp không bổ sung hồ sơ';
        await endSupplement(tx.db, id, { ended: 'lapsed', endedAt: tx.now });
        await notify(tx, {
          template: 'closed-no-supplement',
          dossier: { id, number },
          to: 'applicant',
          facts: { reason: note },
        });
        const about = { how: 'lapsed', reasonCode: 'no-supplement', note } as const;
        return { deeds: decideClose(state, about, situation), acts: [] };
      },
    });
  });
}
