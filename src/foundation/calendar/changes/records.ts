import type { Declaration, Row } from '#foundation/history/replayed.ts';

const PROGRESS = 'đến đâu rồi; không phải là quyết định';

/** Proposals for days of the calendar and what became of them. */
export const calendarChangeRecords: Declaration = {
  stream: 'calendar-change',
  name: 'Đề nghị thay đổi lịch làm việc',
  tables: {
    calendar_changes: {
      owner: 'id',
      key: 'id',
      unproven: { countedTo: PROGRESS, countedAt: PROGRESS, movedTo: PROGRESS, settledAt: PROGRESS },
    },
  },
  replay: (id, events) => {
    const [proposed, decided] = events;
    if (proposed?.kind !== 'proposed') throw new Error('A change of the calendar begins with its proposal');
    const open = { state: 'open', decidedBy: null, decidedAt: null, note: '', dayIds: [] };
    const row: Row = {
      id,
      ...proposed.payload,
      proposedBy: proposed.officerId,
      proposedAt: proposed.at,
      ...open,
    };
    if (decided === undefined) return { calendar_changes: [row] };
    const end = { state: decided.kind, decidedBy: decided.officerId, decidedAt: decided.at };
    return { calendar_changes: [{ ...row, ...decided.payload, ...end }] };
  },
};
