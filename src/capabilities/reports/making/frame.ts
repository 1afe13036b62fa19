/** The frame of every verb on a report: load, lock, decide, record, save, in one transaction. */
import { refuse } from '#kernel/refusal.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { readWhole, saveReport } from '../store.ts';
import type { ReportDeed, ReportEvent } from './deeds.ts';
import { applied } from './fold.ts';
import type { WholeReport } from './schema.ts';

type Decide = (tx: TransactionContext, whole: WholeReport) => Promise<readonly ReportDeed[]>;

/** Does something to a report; what was decided is recorded and its rows are written with it. */
export async function actOn(ctx: Context, id: number, decide: Decide): Promise<WholeReport> {
  return inTransaction(ctx, async (tx) => {
    const whole = (await readWhole(tx.db, id, 'lock')) ?? refuseMissing();
    const deeds = await decide(tx, whole);
    if (deeds.length === 0) return whole;
    const { sequence } = whole.report;
    await record(tx, { name: 'report', id, after: sequence }, deeds);
    const after = happened(tx, sequence, deeds).reduce(applied, whole);
    await saveReport(tx.db, whole, after);
    return after;
  });
}

/** Deeds as they stand in the history afterwards. */
export function happened(
  { now, actor }: Context,
  after: number,
  deeds: readonly ReportDeed[],
): readonly ReportEvent[] {
  return deeds.map((deed, index) => ({
    ...deed,
    sequence: after + index + 1,
    at: now,
    officerId: actor?.officerId ?? null,
  }));
}

/** A report as it is, for pages. */
export async function wholeReport(ctx: Context, id: number): Promise<WholeReport> {
  return (await readWhole(ctx.db, id)) ?? refuseMissing();
}

function refuseMissing(): never {
  return refuse('missing', 'Không có báo cáo này. Hãy mở danh sách báo cáo để tìm lại.');
}
