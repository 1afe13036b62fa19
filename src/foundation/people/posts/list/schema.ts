import { z } from 'zod';
import { listAt } from '#web/http/list-state.ts';
import { ROLES, type Role } from '#foundation/access/roles.ts';
import { POSTS } from '../../paths.ts';

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

export const POSTS_PER_PAGE = 50;

/** What narrows the list, as its address says; what makes no sense there counts as not given. */
export const postFilter = z.object({
  unit: z.coerce.number<string>().int().positive().nullable().catch(null),
  role: z.enum(ROLES).nullable().catch(null),
  /** Only posts nobody holds. */
  vacant: z.enum(['', 'yes']).catch(''),
  page: z.coerce.number<string>().int().min(1).max(10_000).catch(1),
});
export type PostFilter = z.infer<typeof postFilter>;

export const postList = listAt(POSTS, postFilter.parse({}));
