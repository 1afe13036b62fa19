import { z } from 'zod';
import { ROLES, type Role } from '#foundation/access/roles.ts';

/** A post as a list shows it: who holds it now and who acts in it now. */
export type PostLine = {
  readonly id: number;
  readonly unitId: number;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly validTo: Date | null;
  readonly holderId: number | null;
  readonly holderName: string | null;
  readonly substituteName: string | null;
  readonly substituteUntil: Date | null;
};

export type PostFilter = {
  readonly unitId: number | null;
  readonly role: Role | null;
  /** Only posts nobody holds. */
  readonly isVacant: boolean;
  readonly page: number;
};

export const POSTS_PER_PAGE = 50;

/** The address of the list read back; what makes no sense there counts as not given. */
export const postFilterSchema = z.object({
  unitId: z.coerce.number<string>().int().positive().nullable().catch(null),
  role: z.enum(ROLES).nullable().catch(null),
  isVacant: z.boolean(),
  page: z.coerce.number<string>().int().min(1).max(10_000).catch(1),
});
