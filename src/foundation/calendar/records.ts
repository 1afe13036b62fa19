import type { Declaration, Row } from '#foundation/history/replayed.ts';
import type { HistoryEvent } from '#foundation/history/schema.ts';

/** Weeks and special days share one numbering; each is the whole of its history. */
export const calendarRecords: Declaration = {
  stream: 'calendar',
  name: 'Mục lịch làm việc',
  tables: {
    special_days: { owner: 'id', key: 'id', unproven: {} },
    working_weeks: { owner: 'id', key: 'id', unproven: {} },
  },
  replay: (id, events) => {
    const row = replayRecord(id, events);
    if (row === null) throw new Error('A calendar record begins with its declaration');
    const table = events[0]?.kind === 'week-set' ? 'working_weeks' : 'special_days';
    return { [table]: [row] };
  },
};

/** The row that a record's deeds make. */
function replayRecord(id: number, events: readonly HistoryEvent[]): Row | null {
  return events.reduce<Row | null>((row, { kind, payload, at }) => {
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
