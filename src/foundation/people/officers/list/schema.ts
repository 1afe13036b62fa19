import { z } from 'zod';
import { listAt } from '#web/http/list-state.ts';
import { ROLES, type Role } from '#foundation/access/roles.ts';
import { PEOPLE } from '../../paths.ts';

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

export const OFFICERS_PER_PAGE = 50;

/** What narrows the list, as its address says; what makes no sense there counts as not given. */
export const officerFilter = z.object({
  q: z.string().max(100).catch(''),
  unit: z.coerce.number<string>().int().positive().nullable().catch(null),
  role: z.enum(ROLES).nullable().catch(null),
  page: z.coerce.number<string>().int().min(1).max(10_000).catch(1),
});
export type OfficerFilter = z.infer<typeof officerFilter>;

export const officerList = listAt(PEOPLE, officerFilter.parse({}));
