import { z } from 'zod';
import type { Declaration } from '#foundation/history/replayed.ts';

const required = z.object({ roles: z.array(z.string()) });

/** Who must sign in with two steps. Until somebody decides, nobody must. */
export const policyRecords: Declaration = {
  stream: 'second-factor-policy',
  name: 'Quy định đăng nhập hai bước',
  tables: { second_factor_policies: { owner: 'id', key: 'id', unproven: {} } },
  beginsWithoutHistory: true,
  replay: (id, events) => {
    const last = events.at(-1);
    const requiredRoles = last ? required.parse(last.payload).roles : [];
    return { second_factor_policies: [{ id, requiredRoles, sequence: events.length }] };
  },
};
