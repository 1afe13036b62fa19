import { z } from 'zod';
import { ROLES, type Role } from '../../roles.ts';

/** Which roles work only with a second step of signing in. */
export type SecondFactorPolicy = { readonly requiredRoles: readonly string[]; readonly sequence: number };

export const policySchema = z.object({
  roles: z.array(z.enum(ROLES)),
  sequence: z.coerce.number<string>().int().min(0),
}) satisfies z.ZodType<{ readonly roles: readonly Role[]; readonly sequence: number }>;
