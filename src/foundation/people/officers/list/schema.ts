import { z } from 'zod';
import { ROLES, type Role } from '#foundation/access/roles.ts';

/** A post a person holds now, as a list shows it. */
export type HeldPost = {
  readonly postId: number;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly unitId: number;
};

/** A line of the list of people. */
export type OfficerLine = {
  readonly id: number;
  readonly fullName: string;
  readonly phone: string;
  readonly email: string;
  readonly login: string | null;
  readonly isDisabled: boolean;
  readonly posts: readonly HeldPost[];
};

/** What narrows the list; it stands in the address. */
export type OfficerFilter = {
  readonly q: string;
  readonly unitId: number | null;
  readonly role: Role | null;
  readonly page: number;
};

export const OFFICERS_PER_PAGE = 50;

/** The address of the list read back; what makes no sense there counts as not given. */
export const officerFilterSchema = z.object({
  q: z.string().max(100).catch(''),
  unitId: z.coerce.number<string>().int().positive().nullable().catch(null),
  role: z.enum(ROLES).nullable().catch(null),
  page: z.coerce.number<string>().int().min(1).max(10_000).catch(1),
});
