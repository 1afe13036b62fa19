import { z } from 'zod';
import type { Declaration } from '#foundation/history/replayed.ts';

const made = z.object({ agencyId: z.string(), publicKey: z.string() });

/** Keys that receipts are believed by: each with its agency and its period. */
export const unitKeyRecords: Declaration = {
  stream: 'unit-key',
  name: 'Khóa ký biên nhận',
  tables: {
    unit_keys: {
      owner: 'id',
      key: 'id',
      unproven: { agencyName: 'tên gọi để đọc, mã cơ quan mới là căn cứ' },
    },
  },
  label: ({ id, agencyId }) => `${String(id)} của ${String(agencyId)}`,
  replay: (id, events) => {
    const [first, ended] = events;
    const { agencyId, publicKey } = made.parse(first?.payload);
    const period = { validFrom: first?.at, validTo: ended?.at ?? null };
    return { unit_keys: [{ id, agencyId, publicKey: Buffer.from(publicKey, 'hex'), ...period }] };
  },
};
