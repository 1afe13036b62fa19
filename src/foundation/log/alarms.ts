/** Raising and settling alarms of the log. Both are for ever: settling is an event of the history. */
import { type Context, inTransaction } from '#foundation/context.ts';
import { historyOf, record } from '#foundation/history/service.ts';
import { refuse } from '#kernel/refusal.ts';
import type { LogSigner } from '#platform/signing/log-signer.ts';
import type { Alarm, AlarmKind } from './schema.ts';
import { insertAlarm, readOpenAlarm, settleAlarms } from './store.ts';

/** Notes that something is wrong and what to do. One of each effect is open at a time; a second is the first again. */
export async function raiseAlarm(ctx: Context, kind: AlarmKind, found: string): Promise<Alarm> {
  const isDamage = kind === 'damaged';
  const open = await readOpenAlarm(ctx.db, isDamage);
  if (open !== null) return open;
  const sentence = `${found} ${isDamage ? TO_DO_ABOUT_DAMAGE : TO_DO}`;
  await insertAlarm(ctx.db, { kind, sentence, raisedAt: ctx.now });
  ctx.log.error({ kind }, sentence);
  return (await readOpenAlarm(ctx.db, isDamage)) ?? { id: 0, kind, sentence, raisedAt: ctx.now };
}

const TO_DO =
  'Hệ thống chỉ cho xem, không cho ghi, đến khi người quản trị kiểm tra và chạy lệnh log recover.';
const TO_DO_ABOUT_DAMAGE =
  'Người vận hành hãy chạy lệnh log verify để xem từng chỗ, khôi phục từ bản sao lưu, rồi ghi lý do bằng lệnh log settle.';

/** The alarm that stops writing now, or null. */
export async function openAlarm(ctx: Context): Promise<Alarm | null> {
  return readOpenAlarm(ctx.db);
}

/** The damage that a verification found and nobody has settled, or null. */
export async function openDamage(ctx: Context): Promise<Alarm | null> {
  return readOpenAlarm(ctx.db, true);
}

/**
 * A person has looked and decides that this database is the one to go on with. The signer forgets what it signed, the
 * alarms are settled, and the history says so for ever: whoever kept an earlier checkpoint sees where the line broke.
 */
export async function recoverLog(ctx: Context, signer: LogSigner, reason: string): Promise<void> {
  const last = signer.last();
  const alarm = await readOpenAlarm(ctx.db);
  await inTransaction(ctx, async (tx) => {
    await settleAlarms(tx.db, { at: tx.now, reason, onlyDamage: false });
    const payload = {
      reason,
      alarm: alarm?.kind ?? null,
      signedSize: last?.size ?? 0,
      signedRoot: last === null ? '' : Buffer.from(last.root).toString('hex'),
    };
    const id = Math.floor(tx.now.getTime() / 1000);
    await record(tx, { name: 'log', id, after: 0 }, [{ kind: 'recovered', payload }]);
  });
  await signer.forget();
}

/**
 * A person has looked at the damage a verification found: it is mended, or it stays and they say why. What was found then
 * raises no alarm again; anything else does. Refuses with `conflict` when there is none.
 */
export async function settleDamage(ctx: Context, reason: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const settled = await settleAlarms(tx.db, { at: tx.now, reason, onlyDamage: true });
    if (settled === 0) refuse('conflict', 'Không có báo động hư hỏng nào đang mở, không cần ghi lý do.');
    await recordAboutLog(tx, { kind: 'damage-settled', payload: { reason } });
  });
}

/** Deeds about the log itself that are no recovery: one stream, whose number no place in the log will ever have. */
const ABOUT_THE_LOG = 9_000_000_000_000;

export async function recordAboutLog(
  tx: Context,
  deed: { readonly kind: string; readonly payload: Readonly<Record<string, unknown>> },
): Promise<void> {
  const after = (await historyOf(tx, 'log', ABOUT_THE_LOG)).length;
  await record(tx, { name: 'log', id: ABOUT_THE_LOG, after }, [deed]);
}
