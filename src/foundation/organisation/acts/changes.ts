import type { LocalDate } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import type { Organisation, UnitChange, UnitDescription, UnitPeriod } from './schema.ts';

/** The act in whose name a change happens, and since when units exist that other acts create. */
export type ChangeFrame = {
  readonly act: string;
  readonly effectiveOn: LocalDate;
  readonly creations: ReadonlyMap<string, LocalDate>;
};

/** A changed organisation, or a Vietnamese sentence saying why the change cannot be made. */
export type ChangeOutcome = Organisation | { readonly problem: string };

type Change<Kind extends UnitChange['kind']> = Extract<UnitChange, { kind: Kind }>;

/** Carries out one change at the end of the organisation's history so far. */
export function applyChange(
  organisation: Organisation,
  change: UnitChange,
  frame: ChangeFrame,
): ChangeOutcome {
  if (change.kind === 'create') return create(organisation, change, frame);
  if (change.kind === 'merge') return merge(organisation, change, frame);
  if (change.kind === 'split') return split(organisation, change, frame);
  if (change.kind === 'abolish') return abolish(organisation, change, frame);
  return alter(organisation, change, frame);
}

/** The period in which a unit stands after everything applied so far, if it stands. */
export function standing(organisation: Organisation, code: string): UnitPeriod | undefined {
  return organisation.periods.find((period) => period.code === code && period.validTo === null);
}

/** A unit as messages name it. */
export function called(unit: Pick<UnitDescription, 'name' | 'code'>): string {
  return `${unit.name} (${unit.code})`;
}

function create(organisation: Organisation, { unit }: Change<'create'>, frame: ChangeFrame): ChangeOutcome {
  const earlier = organisation.periods.findLast((period) => period.code === unit.code);
  if (earlier) {
    const until =
      earlier.validTo === null ? 'đang hoạt động' : `đã hoạt động đến ${formatDate(earlier.validTo)}`;
    return {
      problem: `Mã ${unit.code} đã dùng cho ${earlier.name}, ${until}. Hãy đặt mã khác cho đơn vị thành lập mới.`,
    };
  }
  return append(organisation, unit, frame);
}

function alter(
  organisation: Organisation,
  change: Change<'rename'> | Change<'move'>,
  frame: ChangeFrame,
): ChangeOutcome {
  const before = standing(organisation, change.code);
  if (!before) return { problem: absence(organisation, change.code, frame) };
  const names =
    change.kind === 'rename' ? { name: change.name, shortName: change.shortName } : { parent: change.parent };
  // `code` and the period are not among the facets, so a change never turns one unit into another.
  const {
    validFrom: _from,
    validTo: _to,
    act: _act,
    ...description
  } = { ...before, ...change.also, ...names };
  return append(end(organisation, change.code, frame), description, frame);
}

function merge(organisation: Organisation, change: Change<'merge'>, frame: ChangeFrame): ChangeOutcome {
  if (change.from.includes(change.into)) {
    return {
      problem: `Đơn vị ${change.into} không thể sáp nhập vào chính nó. Hãy bỏ nó khỏi các đơn vị được sáp nhập.`,
    };
  }
  const missing = [...change.from, change.into].find((code) => !standing(organisation, code));
  if (missing !== undefined) return { problem: absence(organisation, missing, frame) };
  return endAll(organisation, { codes: change.from, successors: [change.into] }, frame);
}

function split(organisation: Organisation, change: Change<'split'>, frame: ChangeFrame): ChangeOutcome {
  const missing = [change.code, ...change.into].find((code) => !standing(organisation, code));
  if (missing !== undefined) return { problem: absence(organisation, missing, frame) };
  // A unit that a part was taken from goes on: it keeps its work and has no successor.
  if (change.into.includes(change.code)) return organisation;
  return endAll(organisation, { codes: [change.code], successors: change.into }, frame);
}

function abolish(organisation: Organisation, change: Change<'abolish'>, frame: ChangeFrame): ChangeOutcome {
  const unit = standing(organisation, change.code);
  if (!unit) return { problem: absence(organisation, change.code, frame) };
  if (change.successors.length === 0 && !change.withoutSuccessor) {
    return {
      problem: `Chưa có đơn vị kế thừa công việc của ${called(unit)}. Hãy chọn đơn vị kế thừa hoặc ghi lý do không có.`,
    };
  }
  const missing = change.successors.find((code) => !standing(organisation, code) || code === change.code);
  if (missing !== undefined) return { problem: absence(organisation, missing, frame) };
  return endAll(organisation, { codes: [change.code], successors: change.successors }, frame);
}

function endAll(
  organisation: Organisation,
  { codes, successors }: { readonly codes: readonly string[]; readonly successors: readonly string[] },
  frame: ChangeFrame,
): ChangeOutcome {
  const newborn = codes.find((code) => beganOn(organisation, code) === frame.effectiveOn);
  if (newborn !== undefined) {
    return {
      problem: `Đơn vị ${newborn} mới thành lập trong chính ngày ${formatDate(frame.effectiveOn)}, không thể kết thúc ngay ngày đó. Hãy sửa ngày hiệu lực.`,
    };
  }
  const ended = codes.reduce((state, code) => end(state, code, frame), organisation);
  const successions = codes.flatMap((predecessor) =>
    successors.map((successor) => ({
      predecessor,
      successor,
      act: frame.act,
      effectiveOn: frame.effectiveOn,
    })),
  );
  return { ...ended, successions: [...ended.successions, ...successions] };
}

/** Ends the standing period the day before; a period that began the same day never was. */
function end(organisation: Organisation, code: string, { effectiveOn }: ChangeFrame): Organisation {
  const periods = organisation.periods.flatMap((period) => {
    if (period.code !== code || period.validTo !== null) return [period];
    return period.validFrom === effectiveOn ? [] : [{ ...period, validTo: effectiveOn }];
  });
  return { ...organisation, periods };
}

function append(organisation: Organisation, unit: UnitDescription, frame: ChangeFrame): Organisation {
  const period = { ...unit, validFrom: frame.effectiveOn, validTo: null, act: frame.act };
  return { ...organisation, periods: [...organisation.periods, period] };
}

function beganOn(organisation: Organisation, code: string): LocalDate | undefined {
  return organisation.periods.find((period) => period.code === code)?.validFrom;
}

function absence(organisation: Organisation, code: string, frame: ChangeFrame): string {
  const day = formatDate(frame.effectiveOn);
  const ended = organisation.periods.findLast((period) => period.code === code);
  if (ended?.validTo) {
    return `${called(ended)} đã kết thúc hoạt động từ ngày ${formatDate(ended.validTo)}, trước ngày ${day}. Hãy chọn đơn vị kế thừa.`;
  }
  const creation = frame.creations.get(code);
  if (creation !== undefined && creation > frame.effectiveOn) {
    return `Ngày ${day} đơn vị ${code} chưa thành lập (thành lập từ ${formatDate(creation)}). Hãy sửa ngày hiệu lực.`;
  }
  return `Không có đơn vị nào mang mã ${code} vào ngày ${day}. Hãy kiểm tra mã đơn vị, hoặc đưa quyết định thành lập vào thi hành trước.`;
}
