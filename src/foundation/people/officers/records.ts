import { z } from 'zod';
import { fold } from '#kernel/vietnamese/fold.ts';
import type { Declaration } from '#foundation/history/replayed.ts';

const CONTACT = 'thông tin liên hệ là dữ liệu cá nhân; lịch sử chỉ ghi rằng đã đổi';
const named = z.object({ fullName: z.string() });

/** A person by the name that the history gives. */
export const officerRecords: Declaration = {
  stream: 'officer',
  name: 'Cán bộ',
  tables: {
    officers: { owner: 'id', key: 'id', unproven: { phone: CONTACT, email: CONTACT, note: CONTACT } },
  },
  replay: (id, events) => {
    const last = events.findLast(({ kind }) => kind === 'created' || kind === 'renamed');
    const { fullName } = named.parse(last?.payload);
    return { officers: [{ id, fullName, foldedName: fold(fullName), sequence: events.length }] };
  },
};
