import { type Role, ROLES } from './roles.ts';

/**
 * What can be asked of the system, and who may ask it.
 *
 * `scope` says for which units: `own` is the unit of the acting post, `subtree` that unit and all below it, `committee` the
 * nearest People's Committee and all below it (an office that works for the whole committee),
 * `all` everything in this installation.
 * The verb names the permission; a permission that no line grants is refused.
 */
export type Scope = 'own' | 'subtree' | 'committee' | 'all';

export type Grant = { readonly roles: readonly Role[]; readonly scope: Scope };

/** Whatever the post, throughout the installation. */
const EVERYBODY = { roles: ROLES, scope: 'all' } as const satisfies Grant;

export const PERMISSIONS = {
  // Decree 61/2018/ND-CP, Art. 17: the one-stop receives; Art. 20: it returns the result.
  'dossier.receive': [{ roles: ['one-stop'], scope: 'own' }],
  'dossier.return': [{ roles: ['one-stop'], scope: 'own' }],
  'slip.issue': [{ roles: ['one-stop'], scope: 'own' }],
  // Decree 61/2018/ND-CP, Art. 18–19: whoever the step names handles it.
  'dossier.handle': [
    { roles: ['one-stop', 'specialist', 'unit-leader', 'chairman', 'records-clerk'], scope: 'own' },
  ],
  // Sees to it that a notice that did not arrive is sent again, or to another address.
  'dossier.notify': [
    { roles: ['one-stop'], scope: 'own' },
    { roles: ['unit-leader', 'chairman'], scope: 'subtree' },
  ],
  // Hands results to the public post and takes papers from it (Decision 45/2016/QĐ-TTg).
  'dossier.post': [{ roles: ['one-stop'], scope: 'own' }],
  // Sees what the system should have done with a dossier and did not, and has it tried again or gives it up.
  'dossier.guard': [
    { roles: ['unit-leader', 'chairman'], scope: 'subtree' },
    { roles: ['home-affairs'], scope: 'committee' },
  ],
  'dossier.assign': [{ roles: ['unit-leader', 'chairman'], scope: 'own' }],
  // Decree 61/2018/ND-CP, Art. 19: pauses, extensions, refusals and stops are approved by whoever leads the unit.
  'dossier.decide': [{ roles: ['unit-leader', 'chairman'], scope: 'subtree' }],
  'dossier.read': [
    { roles: ['one-stop', 'specialist', 'records-clerk'], scope: 'own' },
    { roles: ['unit-leader', 'chairman'], scope: 'subtree' },
    { roles: ['home-affairs', 'inspector'], scope: 'committee' },
  ],
  'dossier.read-personal': [
    { roles: ['one-stop', 'specialist', 'unit-leader', 'chairman', 'records-clerk'], scope: 'own' },
    { roles: ['inspector'], scope: 'committee' },
  ],
  // Decree 61/2018/ND-CP, Art. 31: heads and the office that leads procedure control judge how dossiers were handled.
  'dossier.score': [
    { roles: ['unit-leader', 'chairman'], scope: 'subtree' },
    { roles: ['home-affairs'], scope: 'committee' },
  ],
  // Registers of results: whoever issues keeps them; what was issued changes by a proposal and the answer of another person.
  'result.read': [
    { roles: ['one-stop', 'specialist', 'records-clerk'], scope: 'own' },
    { roles: ['unit-leader', 'chairman'], scope: 'subtree' },
    { roles: ['home-affairs', 'inspector'], scope: 'committee' },
  ],
  'result.enter': [
    { roles: ['one-stop', 'specialist', 'records-clerk', 'unit-leader', 'chairman'], scope: 'own' },
  ],
  'result.propose': [{ roles: ['specialist', 'records-clerk', 'unit-leader', 'chairman'], scope: 'own' }],
  'result.decide': [{ roles: ['unit-leader', 'chairman'], scope: 'subtree' }],
  // Decree 13/2023/ND-CP, Art. 28; Law 91/2025/QH15: whoever answers for the protection of personal data sees who read what.
  'reads.review': [
    { roles: ['unit-leader', 'chairman'], scope: 'subtree' },
    { roles: ['inspector', 'data-protection'], scope: 'committee' },
  ],
  // What is kept of whom, why and how long is no secret in the house; the public has a page of its own.
  'personal-register.read': [EVERYBODY],
  // Law on Archives 33/2024/QH15: the clerk of archives proposes, the head of the agency decides; never one person both.
  'retention.read': [
    { roles: ['unit-leader', 'chairman', 'records-clerk'], scope: 'subtree' },
    { roles: ['home-affairs', 'inspector', 'data-protection'], scope: 'committee' },
  ],
  'retention.propose': [{ roles: ['records-clerk'], scope: 'subtree' }],
  'retention.decide': [{ roles: ['unit-leader', 'chairman'], scope: 'subtree' }],
  'retention.withdraw': [{ roles: ['unit-leader', 'chairman', 'records-clerk'], scope: 'subtree' }],
  'retention.hold': [
    { roles: ['unit-leader', 'chairman', 'records-clerk'], scope: 'subtree' },
    { roles: ['inspector', 'data-protection'], scope: 'committee' },
  ],
  'retention.rules': [{ roles: ['home-affairs'], scope: 'all' }],
  // Law on Fees and Charges 97/2015/QH13, Art. 14: whoever collects gives a receipt; Law on Accounting 88/2015/QH13: who holds
  // the cash neither confirms it nor approves what is paid out of it.
  'fee.read': [
    { roles: ['one-stop'], scope: 'own' },
    { roles: ['unit-leader', 'chairman', 'records-clerk'], scope: 'subtree' },
    { roles: ['home-affairs', 'inspector'], scope: 'committee' },
  ],
  'fee.collect': [{ roles: ['one-stop'], scope: 'own' }],
  'fee.approve': [{ roles: ['unit-leader', 'chairman'], scope: 'subtree' }],
  'fee.books': [{ roles: ['unit-leader', 'chairman', 'records-clerk'], scope: 'subtree' }],
  'fee.accounts': [{ roles: ['unit-leader', 'chairman'], scope: 'subtree' }],
  'fee.rules': [{ roles: ['home-affairs'], scope: 'all' }],
  'tracking-book.read': [
    { roles: ['one-stop'], scope: 'own' },
    { roles: ['unit-leader', 'chairman'], scope: 'subtree' },
    { roles: ['home-affairs', 'inspector'], scope: 'committee' },
  ],
  // Decree 63/2010/ND-CP on procedure control; the office that leads it keeps the catalogue.
  'procedure.edit': [{ roles: ['home-affairs'], scope: 'all' }],
  'procedure.publish': [{ roles: ['home-affairs'], scope: 'all' }],
  'procedure.read-drafts': [{ roles: ['home-affairs', 'inspector'], scope: 'all' }],
  // Which forms are used since when is decided by circulars; the office that leads procedure control keeps them up.
  'form-set.read': [EVERYBODY],
  'form-set.change': [{ roles: ['home-affairs'], scope: 'all' }],
  // How long is waited and who is warned follows decrees; reasons are those of the house.
  'clock-rules.read': [EVERYBODY],
  'clock-rules.change': [{ roles: ['home-affairs'], scope: 'all' }],
  'scoring-set.read': [EVERYBODY],
  'scoring-set.change': [{ roles: ['home-affairs'], scope: 'all' }],
  // Decree 09/2019/ND-CP on reporting of state agencies: units answer for their figures and parts, the home-affairs office for
  // the whole (Art. 11–12). Figures and documents are read by every officer.
  'indicator.read': [EVERYBODY],
  'indicator.enter': [
    { roles: ['one-stop', 'specialist', 'records-clerk'], scope: 'own' },
    { roles: ['unit-leader', 'chairman'], scope: 'subtree' },
    { roles: ['home-affairs'], scope: 'committee' },
  ],
  'indicator.manage': [{ roles: ['home-affairs'], scope: 'all' }],
  'document.read': [EVERYBODY],
  'document.keep': [{ roles: ['home-affairs', 'records-clerk'], scope: 'all' }],
  'report.read': [EVERYBODY],
  'report.write': [
    { roles: ['one-stop', 'specialist', 'records-clerk', 'unit-leader', 'chairman'], scope: 'own' },
    { roles: ['home-affairs'], scope: 'committee' },
  ],
  'report.assemble': [
    { roles: ['unit-leader'], scope: 'own' },
    { roles: ['home-affairs'], scope: 'committee' },
  ],
  'report.freeze': [
    { roles: ['home-affairs'], scope: 'committee' },
    { roles: ['chairman'], scope: 'subtree' },
  ],
  'report-template.change': [{ roles: ['home-affairs'], scope: 'all' }],
  'report.check': [EVERYBODY],
  'organisation.read': [EVERYBODY],
  'organisation.change': [{ roles: ['home-affairs', 'it-administrator'], scope: 'all' }],
  'people.read': [
    { roles: ['unit-leader', 'chairman'], scope: 'subtree' },
    { roles: ['home-affairs', 'it-administrator', 'inspector'], scope: 'all' },
  ],
  'people.change': [{ roles: ['home-affairs', 'it-administrator'], scope: 'all' }],
  'account.manage': [{ roles: ['it-administrator'], scope: 'all' }],
  // What applicants and officers are told, in which words, and when.
  'notification.manage': [{ roles: ['home-affairs', 'it-administrator'], scope: 'all' }],
  // Watching over the installation: jobs, disks, backups; nothing of any dossier.
  'operations.manage': [{ roles: ['it-administrator'], scope: 'all' }],
  // The second of the two people who give an account back to whoever lost every way into it.
  'recovery.confirm': [
    { roles: ['unit-leader', 'chairman'], scope: 'subtree' },
    { roles: ['it-administrator'], scope: 'all' },
  ],
  'substitution.appoint': [
    { roles: ['unit-leader', 'chairman'], scope: 'subtree' },
    { roles: ['home-affairs', 'it-administrator'], scope: 'all' },
  ],
  'calendar.read': [EVERYBODY],
  'calendar.change': [{ roles: ['home-affairs', 'it-administrator'], scope: 'all' }],
  // A day moves promises, so a second person answers for it; a chairman does for the units below.
  'calendar.confirm': [
    { roles: ['home-affairs', 'it-administrator'], scope: 'all' },
    { roles: ['chairman'], scope: 'subtree' },
  ],
} as const satisfies Record<string, readonly Grant[]>;

export type Permission = keyof typeof PERMISSIONS;

/** The widest scope that any of the roles gives for a permission, or null when none does. */
export function scopeOf(roles: readonly Role[], permission: Permission): Scope | null {
  const grants: readonly Grant[] = PERMISSIONS[permission];
  const granted = grants.filter((grant) => grant.roles.some((role) => roles.includes(role)));
  const scopes = new Set(granted.map(({ scope }) => scope));
  return (['all', 'committee', 'subtree', 'own'] as const).find((scope) => scopes.has(scope)) ?? null;
}
