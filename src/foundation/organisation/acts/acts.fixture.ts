import type { LocalDate } from '#kernel/local-date.ts';
import { replayActs } from './rules.ts';
import type { ActDraft, Organisation, UnitChange, UnitDescription } from './schema.ts';

/** A department under the district, or what is given instead. */
export function unit(code: string, rest: Partial<UnitDescription> = {}): UnitDescription {
  return {
    code,
    name: `Phòng ${code}`,
    shortName: code,
    kind: 'department',
    level: 'district',
    parent: null,
    functions: [],
    administrativeCode: null,
    agencyId: null,
    agencyIdNew: null,
    ...rest,
  };
}

export function creation(code: string, rest: Partial<UnitDescription> = {}): UnitChange {
  return { kind: 'create', unit: unit(code, rest) };
}

/** An act named after its date. */
export function actOn(
  effectiveOn: LocalDate,
  changes: readonly UnitChange[],
  code = `act-${effectiveOn}`,
): ActDraft {
  return {
    code,
    kind: changes[0]?.kind ?? 'create',
    title: `Quyết định ngày ${effectiveOn}`,
    effectiveOn,
    documentNumber: '1/QĐ-UBND',
    documentIssuedOn: effectiveOn,
    documentIssuer: 'Ủy ban nhân dân huyện',
    changes,
    certainty: 'sure',
    note: '',
  };
}

/** The organisation that acts make, or an error when they do not go together. */
export function made(...acts: readonly ActDraft[]): Organisation {
  const outcome = replayActs(acts);
  if ('problems' in outcome) throw new Error(outcome.problems.join(' '));
  return outcome.organisation;
}

/** The reasons why acts do not go together; empty when they do. */
export function problemsOf(...acts: readonly ActDraft[]): string {
  const outcome = replayActs(acts);
  return 'problems' in outcome ? outcome.problems.join(' ') : '';
}

/** The units that stand on a date, by code. */
export function standingOn(organisation: Organisation, date: LocalDate) {
  const standing = organisation.periods.filter(
    (period) => period.validFrom <= date && (period.validTo === null || date < period.validTo),
  );
  return new Map(standing.map((period) => [period.code, period]));
}
