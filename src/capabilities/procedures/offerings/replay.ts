import { z } from 'zod';
import type { HistoryEvent } from '#foundation/history/schema.ts';
import { holdsOn } from '#foundation/organisation/rules.ts';
import type { Offering } from '../schema.ts';
import { isKept } from './service.ts';

const offered = z.object({
  unitIds: z.array(z.number()),
  channels: z.custom<Offering['channels']>(Array.isArray),
  validFrom: z.string(),
});
const withdrawn = z.object({ validTo: z.string() });

type Replayed = Omit<Offering, 'id' | 'procedureId'>;

/** The counters that a procedure's history leaves it with, in the order in which they were written. */
export function offeringsAfter(events: readonly HistoryEvent[]): readonly Replayed[] {
  return events.reduce<readonly Replayed[]>((current, { kind, payload }) => {
    if (kind === 'withdrawn') return endedFrom(current, withdrawn.parse(payload).validTo, () => false);
    if (kind !== 'offered') return current;
    const { unitIds, channels, validFrom } = offered.parse(payload);
    const isStaying = (one: Replayed): boolean => isKept(one, { unitIds, channels, from: validFrom });
    const kept = new Set(current.filter(isStaying).map(({ unitId }) => unitId));
    const added = unitIds.filter((unitId) => !kept.has(unitId));
    return [
      ...endedFrom(current, validFrom, isStaying),
      ...added.map((unitId) => ({ unitId, channels, validFrom, validTo: null })),
    ];
  }, []);
}

/** What still held on the day ends there; what had not begun is taken back. */
function endedFrom(
  current: readonly Replayed[],
  day: string,
  isStaying: (one: Replayed) => boolean,
): readonly Replayed[] {
  return current
    .filter((one) => isStaying(one) || one.validFrom < day)
    .map((one) => (!isStaying(one) && holdsOn(one, day) ? { ...one, validTo: day } : one));
}
