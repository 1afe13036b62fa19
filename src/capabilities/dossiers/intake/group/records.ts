import { z } from 'zod';
import type { Declaration } from '#foundation/history/replayed.ts';

const begun = z.object({
  number: z.string(),
  unitId: z.number(),
  procedureId: z.number(),
  source: z.string(),
  state: z.string(),
  earlier: z.boolean(),
  total: z.number(),
});

/** Groups of dossiers: who began them, where, and how they ended. What became of a line is in the history of its dossier. */
export const batchRecords: Declaration = {
  stream: 'intake-batch',
  name: 'Nhóm tiếp nhận',
  tables: {
    intake_batches: {
      owner: 'id',
      key: 'id',
      unproven: {
        common: 'phần chung của các dòng; từng hồ sơ có lịch sử riêng',
        fileHash: 'tệp chỉ giữ một thời gian',
      },
    },
  },
  label: ({ number }) => String(number),
  replay: (id, events) => {
    const [first] = events;
    const { state, ...told } = begun.parse(first?.payload);
    const at = (kind: string) => events.find((event) => event.kind === kind)?.at ?? null;
    const ended = at('ended') ?? at('withdrawn');
    const by = { accountId: first?.accountId, postId: first?.postId, officerId: first?.officerId };
    return {
      intake_batches: [
        {
          id,
          ...told,
          ...by,
          state: stateAfter(state, new Set(events.map(({ kind }) => kind))),
          createdAt: first?.at,
          startedAt: at('started'),
          endedAt: ended,
          sequence: events.length,
        },
      ],
    };
  },
};

function stateAfter(begunAs: string, kinds: ReadonlySet<string>): string {
  if (kinds.has('withdrawn')) return 'withdrawn';
  if (kinds.has('ended')) return 'done';
  return kinds.has('started') ? 'receiving' : begunAs;
}
