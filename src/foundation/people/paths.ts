import type { AccountFilter } from './accounts/schema.ts';
import type { OfficerFilter } from './officers/list/schema.ts';
import type { PostFilter } from './posts/list/schema.ts';

export const PEOPLE = '/people';
export const POSTS = '/people/posts';
export const ACCOUNTS = '/people/accounts';

export const officerPath = (id: number) => `/people/officers/${id}`;
export const postPath = (id: number) => `/people/posts/${id}`;
export const substitutePath = (postId: number) => `/people/posts/${postId}/substitute`;
export const endSubstitutionPath = (id: number) => `/people/substitutions/${id}/end`;
export const releasePath = (holdingId: number) => `/people/holdings/${holdingId}/release`;
export const accountPath = (id: number, act: 'reset' | 'disable' | 'enable') =>
  `/people/accounts/${id}/${act}`;

/** The list of people in a state, or as a file. */
export function officersPath(filter: Partial<OfficerFilter>, format?: 'csv' | 'xlsx'): string {
  const { q, unitId, role, page } = filter;
  return withQuery(PEOPLE, { q, unit: unitId, role, page: page === 1 ? null : page, format });
}

/** The list of posts in a state, or as a file. */
export function postsPath(filter: Partial<PostFilter>, format?: 'csv' | 'xlsx'): string {
  const { unitId, role, isVacant, page } = filter;
  const query = {
    unit: unitId,
    role,
    vacant: isVacant ? 'yes' : null,
    page: page === 1 ? null : page,
    format,
  };
  return withQuery(POSTS, query);
}

/** The list of accounts in a state, or as a file. */
export function accountsPath(filter: Partial<AccountFilter>, format?: 'csv' | 'xlsx'): string {
  const { q, state, page } = filter;
  return withQuery(ACCOUNTS, { q, state, page: page === 1 ? null : page, format });
}

export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? path : `${path}?${text}`;
}
