import { z } from 'zod';
import type { Declaration } from '#foundation/history/replayed.ts';

const issued = z.object({
  number: z.string(),
  kind: z.string(),
  unitId: z.number(),
  procedureVersionId: z.number(),
});

const PERSONAL = 'có dữ liệu cá nhân nên không vào lịch sử';

/** Slips given out at the counter: which, where, when and by whom. */
export const slipRecords: Declaration = {
  stream: 'slip',
  name: 'Phiếu',
  tables: {
    slips: {
      owner: 'id',
      key: 'id',
      unproven: { content: PERSONAL, sealedIdNumber: PERSONAL },
    },
  },
  label: ({ number }) => String(number),
  replay: (id, events) => {
    const [first, disposed] = events;
    const { number, kind, unitId, procedureVersionId } = issued.parse(first?.payload);
    const by = { issuedBy: first?.officerId, issuedAt: first?.at, disposedAt: disposed?.at ?? null };
    return { slips: [{ id, number, kind, unitId, procedureVersionId, ...by }] };
  },
};
