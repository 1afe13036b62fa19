import { isDeepStrictEqual } from 'node:util';
import type { Context } from '#foundation/context.ts';
import type { HistoryEvent } from '#foundation/history/schema.ts';
import { historyOf } from '#foundation/history/service.ts';
import { readDeclaredDays } from './store.ts';
import { readSetWeeks } from './weeks/store.ts';

/**
 * Special days and working weeks whose rows differ from what their history says, by number; empty when all is well.
 * For the operator's checks.
 */
export async function calendarRecordsThatDiffer(ctx: Context): Promise<readonly number[]> {
  const stored = [...(await readDeclaredDays(ctx.db)), ...(await readSetWeeks(ctx.db))];
  const differing: number[] = [];
  for (const row of stored) {
    const events = await historyOf(ctx, 'calendar', row.id);
    if (!isDeepStrictEqual(replayRecord(row.id, events), { ...row })) differing.push(row.id);
  }
  return differing;
}

/** The row that a record's deeds make. */
export function replayRecord(
  id: number,
  events: readonly HistoryEvent[],
): Readonly<Record<string, unknown>> | null {
  return events.reduce<Readonly<Record<string, unknown>> | null>((row, { kind, payload, at }) => {
    switch (kind) {
      case 'day-declared':
        return { ...payload, id, withdrawnAt: null, withdrawalReason: '' };
      case 'week-set':
        return { ...payload, id, withdrawnAt: null };
      case 'day-withdrawn':
        return { ...row, withdrawnAt: at, withdrawalReason: payload['reason'] };
      case 'week-ended':
        return { ...row, validTo: payload['validTo'] };
      case 'week-replaced':
        return { ...row, withdrawnAt: at };
      default:
        throw new Error(`The calendar knows no deed ${kind}`);
    }
  }, null);
}
