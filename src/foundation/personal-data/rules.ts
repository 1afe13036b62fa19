import { BASES, type DataSubject, type PersonalRegister, PURPOSES, RETENTIONS } from './schema.ts';

/** A purpose with what is kept for it, as the public page tells it. */
export type PurposeGroup = {
  readonly purpose: string;
  readonly labels: readonly string[];
  readonly retentions: readonly string[];
  readonly bases: readonly string[];
};

/** What is kept of somebody, by purpose; what has one name in several tables is told once. */
export function groupsOf(register: PersonalRegister, subject: DataSubject): readonly PurposeGroup[] {
  const own = register.filter(({ of }) => of === subject);
  return [...Map.groupBy(own, ({ purpose }) => purpose)].map(([purpose, fields]) => ({
    purpose: PURPOSES[purpose],
    labels: unique(fields.map(({ label }) => label)),
    retentions: unique(fields.map(({ retention }) => RETENTIONS[retention])),
    bases: unique(fields.map(({ basis }) => BASES[basis])),
  }));
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
