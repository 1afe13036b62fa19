import type { LocalDate } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { applyChange, called, standing } from './changes.ts';
import type { Act, ActDraft, Organisation, UnitPeriod } from './schema.ts';

/** Before the first act nothing exists. */
export const NO_ORGANISATION: Organisation = { periods: [], successions: [] };

/** What an act makes of the organisation, or every reason why it cannot. */
export type ActOutcome =
  { readonly organisation: Organisation } | { readonly problems: readonly string[]; readonly act: ActDraft };

/**
 * Applies one act at the end of the history so far: `organisation` must hold nothing later than the act's date.
 * Returns the new organisation (periods closed and opened, successions), or the Vietnamese reasons against it.
 */
export function applyAct(
  organisation: Organisation,
  act: ActDraft,
  creations: ReadonlyMap<string, LocalDate> = new Map(),
): ActOutcome {
  const frame = { act: act.code, effectiveOn: act.effectiveOn, creations };
  const problems: string[] = [];
  let changed = organisation;
  for (const change of act.changes) {
    const outcome = applyChange(changed, change, frame);
    if ('problem' in outcome) problems.push(outcome.problem);
    else changed = outcome;
  }
  if (problems.length === 0) problems.push(...flawsOf(changed, act));
  return problems.length > 0 ? { problems: [...new Set(problems)], act } : { organisation: changed };
}

/**
 * The organisation as all acts in force make it: the replay of which `unit_versions` and `unit_successions` are the
 * projection. Acts count from their dates; of one date, in the order in which they were put in force.
 */
export function replayActs(acts: readonly ActDraft[]): ActOutcome {
  const ordered = acts.toSorted((a, b) => a.effectiveOn.localeCompare(b.effectiveOn));
  const creations = creationDates(ordered);
  let organisation = NO_ORGANISATION;
  for (const act of ordered) {
    const outcome = applyAct(organisation, act, creations);
    if ('problems' in outcome) return outcome;
    organisation = outcome.organisation;
  }
  return { organisation };
}

/** Whether an act may be put in force beside those in force already; a later act it would break is named. */
export function decideInForce(inForce: readonly Act[], act: ActDraft): ActOutcome {
  const outcome = replayActs([...inForce, act]);
  if ('organisation' in outcome || outcome.act.code === act.code) return outcome;
  return explainBroken(outcome.act, outcome.problems, act);
}

/** Whether an act in force may be taken out again before its date. */
export function decideWithdrawn(inForce: readonly Act[], act: Act, today: LocalDate): ActOutcome {
  if (act.effectiveOn <= today) {
    const problem = `Quyết định đã có hiệu lực từ ngày ${formatDate(act.effectiveOn)} nên không rút được. Hãy lập quyết định mới để điều chỉnh.`;
    return { problems: [problem], act };
  }
  const outcome = replayActs(inForce.filter((other) => other.code !== act.code));
  if ('organisation' in outcome) return outcome;
  return explainBroken(outcome.act, outcome.problems, act);
}

function explainBroken(later: ActDraft, problems: readonly string[], act: ActDraft): ActOutcome {
  const head = `Quyết định “${later.title}” (hiệu lực ${formatDate(later.effectiveOn)}) đã đưa vào thi hành sẽ không còn thực hiện được:`;
  return { problems: problems.map((problem) => `${head} ${problem}`), act };
}

/** What is wrong with the tree after an act: every standing unit has a standing parent, no circle, no code twice. */
function flawsOf(organisation: Organisation, act: ActDraft): readonly string[] {
  const units = organisation.periods.filter((period) => period.validTo === null);
  return [
    ...orphans(organisation, units),
    ...circles(organisation, units),
    // A sector agency carries the code of the division it serves, beside that division's committee.
    ...sharedCodes(units.filter(isCommittee), 'administrativeCode', 'Mã đơn vị hành chính'),
    ...sharedCodes(units, 'agencyId', 'Mã định danh'),
    ...sharedCodes(units, 'agencyIdNew', 'Mã định danh'),
    ...lostSuccessors(organisation, act),
  ];
}

function isCommittee(unit: UnitPeriod): boolean {
  return unit.kind === 'people-committee';
}

function orphans(organisation: Organisation, units: readonly UnitPeriod[]): readonly string[] {
  return units
    .filter((unit) => unit.parent !== null && !standing(organisation, unit.parent))
    .map((unit) => {
      const parent = organisation.periods.findLast((period) => period.code === unit.parent);
      const why = parent ? `${called(parent)} không còn` : `không có đơn vị nào mang mã ${unit.parent}`;
      return `${called(unit)} mất cơ quan cấp trên: ${why}. Hãy chuyển đơn vị này về cơ quan khác trong cùng quyết định hoặc trong quyết định thi hành trước.`;
    });
}

function circles(organisation: Organisation, units: readonly UnitPeriod[]): readonly string[] {
  const circling = units.find((unit) => isBelowItself(organisation, unit));
  return circling
    ? [`${called(circling)} trở thành cấp dưới của chính nó. Hãy chọn cơ quan cấp trên khác.`]
    : [];
}

function isBelowItself(organisation: Organisation, unit: UnitPeriod): boolean {
  const seen = new Set([unit.code]);
  for (let above = unit.parent; above !== null;) {
    if (seen.has(above)) return true;
    seen.add(above);
    above = standing(organisation, above)?.parent ?? null;
  }
  return false;
}

function sharedCodes(
  units: readonly UnitPeriod[],
  field: 'administrativeCode' | 'agencyId' | 'agencyIdNew',
  label: string,
): readonly string[] {
  const owners = new Map<string, UnitPeriod>();
  return units.flatMap((unit) => {
    const code = unit[field];
    if (code === null) return [];
    const owner = owners.get(code);
    owners.set(code, unit);
    if (!owner) return [];
    return [
      `${label} ${code} bị trùng giữa ${called(owner)} và ${called(unit)}. Mỗi mã chỉ dùng cho một đơn vị trong cùng thời kỳ.`,
    ];
  });
}

function lostSuccessors(organisation: Organisation, act: ActDraft): readonly string[] {
  return organisation.successions
    .filter((succession) => succession.act === act.code && !standing(organisation, succession.successor))
    .map(
      ({ predecessor, successor }) =>
        `Đơn vị kế thừa ${successor} của ${predecessor} cũng kết thúc trong quyết định này. Hãy chọn đơn vị kế thừa còn hoạt động.`,
    );
}

function creationDates(acts: readonly ActDraft[]): ReadonlyMap<string, LocalDate> {
  return new Map(
    acts.flatMap((act) =>
      act.changes.flatMap((change) =>
        change.kind === 'create' ? [[change.unit.code, act.effectiveOn] as const] : [],
      ),
    ),
  );
}
