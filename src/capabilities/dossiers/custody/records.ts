import { z } from 'zod';
import type { Declaration } from '#foundation/history/replayed.ts';
import { listNumber } from './lists/schema.ts';

const made = z.object({
  unitId: z.number(),
  toUnitId: z.number(),
  year: z.number(),
  line: z.number(),
  items: z.array(z.object({ dossierId: z.number(), handedAt: z.string() })),
});

/** Lists of the courier: made once, never changed. */
export const courierRecords: Declaration = {
  stream: 'courier-list',
  name: 'Danh sách bàn giao',
  tables: {
    courier_lists: { owner: 'id', key: 'id', unproven: {} },
    courier_list_items: { owner: 'list_id', key: 'position', unproven: {} },
  },
  // The columns of a list are read as they were written.
  label: (row) => listNumber({ line: Number(row['line']), year: Number(row['year']) }),
  replay: (id, [first]) => {
    const { items, ...head } = made.parse(first?.payload);
    return {
      courier_lists: [{ id, ...head, madeBy: first?.officerId, madeAt: first?.at }],
      courier_list_items: items.map((item, position) => ({ listId: id, position, ...item })),
    };
  },
};
