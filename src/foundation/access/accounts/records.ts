import { z } from 'zod';
import type { Declaration } from '#foundation/history/replayed.ts';

const PASSWORD = 'mật khẩu và hạn của nó không vào lịch sử';
const created = z.object({ officerId: z.number(), login: z.string() });

/** Whose account it is, what it is called, and whether it is closed. */
export const accountRecords: Declaration = {
  stream: 'account',
  name: 'Tài khoản',
  tables: {
    accounts: {
      owner: 'id',
      key: 'id',
      unproven: { passwordHash: PASSWORD, mustChangePassword: PASSWORD, passwordExpiresAt: PASSWORD },
    },
  },
  label: ({ login }) => String(login),
  replay: (id, events) => {
    const [first] = events;
    const { officerId, login } = created.parse(first?.payload);
    const closing = events.findLast(({ kind }) => kind === 'disabled' || kind === 'enabled');
    const disabledAt = closing?.kind === 'disabled' ? closing.at : null;
    return {
      accounts: [{ id, officerId, login, createdAt: first?.at, disabledAt, sequence: events.length }],
    };
  },
};
