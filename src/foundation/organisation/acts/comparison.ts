import { applyAct, replayActs } from './rules.ts';
import { standing } from './changes.ts';
import type { Act, Organisation, UnitPeriod } from './schema.ts';

export type Difference = 'same' | 'new' | 'changed' | 'ended';

/** A unit as it stands on one side of an act, and what the act does to it. */
export type ComparedUnit = { readonly unit: UnitPeriod; readonly difference: Difference };

/** The units that an act touches with everything above them, right before it and from it on. */
export type Comparison = {
  readonly before: readonly ComparedUnit[];
  readonly after: readonly ComparedUnit[];
};

/**
 * What an act changes, seen from the acts in force before it. Null when it cannot be applied there; the reasons come
 * from `decideInForce`.
 */
export function compareAct(acts: readonly Act[], act: Act): Comparison | null {
  const earlier = replayActs(actsBefore(acts, act));
  if ('problems' in earlier) return null;
  const later = applyAct(earlier.organisation, act);
  if ('problems' in later) return null;
  const [before, after] = [earlier.organisation, later.organisation];
  const codes = new Set([...standingCodes(before), ...standingCodes(after)]);
  const changed = [...codes].filter((code) => differenceOf(before, after, code) !== 'same');
  return {
    before: sideOf(before, changed, (code) => differenceOf(before, after, code)),
    after: sideOf(after, changed, (code) => differenceOf(before, after, code)),
  };
}

/** Acts in force that count before this one; `acts` come in the order in which they count. */
function actsBefore(acts: readonly Act[], act: Act): readonly Act[] {
  const place = acts.findIndex((other) => other.code === act.code);
  return acts.filter((other, index) => {
    if (other.state !== 'in-force' || other.code === act.code) return false;
    if (other.effectiveOn !== act.effectiveOn) return other.effectiveOn < act.effectiveOn;
    return act.state !== 'in-force' || index < place;
  });
}

function sideOf(
  organisation: Organisation,
  changed: readonly string[],
  differenceOfCode: (code: string) => Difference,
): readonly ComparedUnit[] {
  const shown = new Set(changed.flatMap((code) => lineOf(organisation, code)));
  return organisation.periods
    .filter((period) => period.validTo === null && shown.has(period.code))
    .map((unit) => ({ unit, difference: differenceOfCode(unit.code) }));
}

/** The unit and everything above it, as far as it stands. */
function lineOf(organisation: Organisation, code: string): readonly string[] {
  const unit = standing(organisation, code);
  if (!unit) return [];
  return unit.parent === null ? [code] : [code, ...lineOf(organisation, unit.parent)];
}

function differenceOf(before: Organisation, after: Organisation, code: string): Difference {
  const [was, is] = [standing(before, code), standing(after, code)];
  if (!was) return 'new';
  if (!is) return 'ended';
  return was.act === is.act && was.validFrom === is.validFrom ? 'same' : 'changed';
}

function standingCodes(organisation: Organisation): readonly string[] {
  return organisation.periods.filter((period) => period.validTo === null).map((period) => period.code);
}
