import { z } from 'zod';
import type { Declaration, Row } from '#foundation/history/replayed.ts';
import type { HistoryEvent } from '#foundation/history/schema.ts';

const issued = z.object({
  unitId: z.number(),
  year: z.number(),
  bookNumber: z.number(),
  dossierId: z.number(),
  kind: z.string(),
  issuedOn: z.string(),
  signer: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  verifyCode: z.string(),
  hash: z.string().nullable(),
});
const proposed = z.object({
  changeId: z.number(),
  kind: z.string(),
  decisionNumber: z.string(),
  decidedOn: z.string(),
});
const answered = z.object({
  changeId: z.number(),
  outcome: z.enum(['approved', 'rejected']),
  effect: z.record(z.string(), z.unknown()),
});

const PERSONAL = 'dữ liệu cá nhân không vào lịch sử, để xóa được';
const OF_BYTES = 'suy ra từ nội dung tệp; nội dung được so bằng mã băm';

/** Results in the registers: where they stand, for how long they hold, and by which decisions they changed. */
export const resultRecords: Declaration = {
  stream: 'result',
  name: 'Kết quả giải quyết',
  tables: {
    results: {
      owner: 'id',
      key: 'id',
      unproven: {
        title: PERSONAL,
        documentNumber: PERSONAL,
        holder: PERSONAL,
        searchText: PERSONAL,
        fileName: PERSONAL,
        mediaType: OF_BYTES,
        size: OF_BYTES,
      },
    },
    result_changes: {
      owner: 'result_id',
      key: 'id',
      unproven: { reason: PERSONAL, changes: PERSONAL, answer: PERSONAL },
    },
  },
  label: ({ bookNumber, year }) => `số ${String(bookNumber)}/${String(year)}`,
  replay: (id, events) => {
    const [first] = events;
    const begun: Row = {
      id,
      ...issued.parse(first?.payload),
      standing: 'issued',
      endedOn: null,
      disposedAt: null,
      enteredBy: first?.officerId,
      enteredAt: first?.at,
    };
    const result = events.slice(1).reduce(changed, begun);
    const { hash } = result;
    return {
      results: [{ ...result, hash: result['disposedAt'] === null ? hash : null, sequence: events.length }],
      result_changes: changesIn(id, events),
    };
  },
};

/** The result after one more event. */
function changed(result: Row, { kind, payload, at }: HistoryEvent): Row {
  if (kind === 'completed' || kind === 'file-attached') return { ...result, ...payload };
  if (kind === 'change-answered') return { ...result, ...answered.parse(payload).effect };
  return kind === 'disposed' ? { ...result, disposedAt: at } : result;
}

function changesIn(resultId: number, events: readonly HistoryEvent[]): readonly Row[] {
  return events.flatMap((event): readonly Row[] => {
    if (event.kind !== 'change-proposed') return [];
    const { changeId: id, ...change } = proposed.parse(event.payload);
    const answer = events.find(
      ({ kind, payload }) => kind === 'change-answered' && answered.parse(payload).changeId === id,
    );
    return [
      {
        id,
        resultId,
        ...change,
        proposedBy: event.officerId,
        proposedAt: event.at,
        outcome: answer ? answered.parse(answer.payload).outcome : null,
        answeredBy: answer?.officerId ?? null,
        answeredAt: answer?.at ?? null,
      },
    ];
  });
}
