import { type Context, inTransaction } from '#foundation/context.ts';
import type { Finding } from '#foundation/history/finding.ts';
import { formatNumber } from '#kernel/vietnamese/format.ts';
import type { LogSigner } from '#platform/signing/log-signer.ts';
import { raiseAlarm } from '../alarms.ts';
import { collectFindings } from './findings.ts';
import { walkLog } from './log.ts';
import type { RecordCheck, StoredVerification, Verification } from './schema.ts';
import { trustedNow } from './states.ts';
import { insertVerification, readDamageSettlement, readVerification } from './store.ts';

export type VerificationOrder = {
  readonly signer: LogSigner;
  /** What else is compared with the history; nothing for the log alone. */
  readonly checks: readonly RecordCheck[];
  /** Told every few thousand entries or records, in Vietnamese. */
  readonly onLine: (line: string) => void;
};

/**
 * Checks the whole log against everything it speaks of: each entry against its event, the order without gaps, events
 * without an entry, the tiles and every signed state against the tree computed anew, signatures of witnesses, what signer
 * and witnesses remember, and with `checks` every record and file. Reads only, in short statements, with little memory.
 */
export async function verifyLog(
  ctx: Context,
  { signer, checks, onLine }: VerificationOrder,
): Promise<Verification> {
  const findings = collectFindings();
  const trusted = await trustedNow(ctx, signer);
  const progress = (checked: number): void => onLine(`Đã kiểm tra ${formatNumber(checked)} mục…`);
  const entries = await walkLog(ctx, { trusted, findings, progress });
  const compared: Record<string, number> = {};
  for (const { name, run } of checks) {
    compared[name] = await run(ctx, {
      found: (finding) => findings.add(finding),
      progress: (count) => onLine(`${name}: đã so ${formatNumber(count)}…`),
    });
  }
  return { entries, findings: findings.kept(), findingCount: findings.count(), compared };
}

/**
 * The same, kept for whoever looks afterwards; what was not found before, or was and somebody settled it, raises the alarm
 * of damage. `signer` must have been opened for this: it says what was signed before the verification began.
 */
export async function verifyAndKeep(ctx: Context, order: VerificationOrder): Promise<Verification> {
  const startedAt = ctx.clock();
  const verification = await verifyLog(ctx, order);
  const { entries, findings, findingCount } = verification;
  await inTransaction({ ...ctx, now: ctx.clock() }, async (tx) => {
    const known = await settledFindings(tx);
    await insertVerification(tx.db, { startedAt, endedAt: tx.now, entries, findings, findingCount });
    const fresh = findings.filter(({ sentence }) => !known.has(sentence));
    if (fresh.length > 0) await raiseAlarm(tx, 'damaged', sentenceOf(fresh, findingCount));
  });
  return verification;
}

/** What the last verification had found when a person settled the damage. */
async function settledFindings(ctx: Context): Promise<ReadonlySet<string>> {
  const settledAt = await readDamageSettlement(ctx.db);
  if (settledAt === null) return new Set();
  const then = await readVerification(ctx.db, settledAt);
  return new Set(then?.findings.map(({ sentence }) => sentence));
}

/** As many are named in an alarm. */
const NAMED = 5;

function sentenceOf(findings: readonly Finding[], count: number): string {
  const named = findings.slice(0, NAMED).map(({ sentence }) => sentence);
  const rest = count > named.length ? ` Và ${formatNumber(count - named.length)} chỗ khác.` : '';
  return `Kiểm tra nhật ký thấy ${formatNumber(count)} chỗ không đúng như đã ghi. ${named.join(' ')}${rest}`;
}

/** The newest verification that was kept; null before the first. */
export async function latestVerification(ctx: Context): Promise<StoredVerification | null> {
  return readVerification(ctx.db);
}
