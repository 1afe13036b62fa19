import { z } from 'zod';
import { listAt } from '#web/http/list-state.ts';
import { personalDataPaths, SUBJECTS } from './schema.ts';

/** What the address of the register says; anything wrong falls back to the default. */
export const registerQuery = z.object({ of: z.enum(['', ...SUBJECTS]).catch('') });
export type RegisterQuery = z.infer<typeof registerQuery>;

export const registerList = listAt(personalDataPaths.register, registerQuery.parse({}));
