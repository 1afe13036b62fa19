import type { Permission } from '../rules.ts';

/**
 * What is asked for the password again when it was given longer ago than half an hour (OWASP ASVS 5.0, V7.5): accounts and
 * recoveries of others, the policy of signing in, and ending one's own browsers. `permission` keeps the question from whoever
 * may not do it anyway.
 */
const SENSITIVE: readonly { readonly path: RegExp; readonly permission: Permission | null }[] = [
  { path: /^\/people\/accounts\/\d+\//, permission: 'account.manage' },
  { path: /^\/people\/officers\/\d+\/account$/, permission: 'account.manage' },
  { path: /^\/people\/second-factor$/, permission: 'account.manage' },
  { path: /^\/people\/recoveries\/\d+/, permission: 'recovery.confirm' },
  { path: /^\/account\/sessions\//, permission: null },
];

/** The permission that a sensitive address needs, `own` for one about oneself, null where nothing is sensitive. */
export function sensitivityOf(path: string): Permission | 'own' | null {
  const found = SENSITIVE.find((one) => one.path.test(path));
  return found === undefined ? null : (found.permission ?? 'own');
}

export const CONFIRM = '/account/confirm';

/** Where one goes on after a form that was not carried out: to the page it stands on. */
export function pageOfForm(path: string): string {
  if (path.startsWith('/account/sessions/')) return '/account';
  return path.replace(/\/cancel$/, '');
}
