import { formatDate } from '#kernel/vietnamese/format.ts';
import type { Act, ActDraft, UnitChange } from './schema.ts';

/** Finds what a unit is called, for sentences about acts. */
export type NameOf = (code: string) => string;

/**
 * Names by code from the descriptions that acts give, and otherwise the code itself. A new unit with the name of an
 * older one (a commune of 2025 that keeps its name) is told apart by the day it begins.
 */
export function namesIn(acts: readonly Act[]): NameOf {
  const names = new Map<string, string>();
  for (const act of acts) {
    for (const change of act.changes) {
      if (change.kind === 'create') {
        const { code, name } = change.unit;
        const isTaken = [...names.values()].includes(name);
        names.set(code, isTaken ? `${name} (từ ${formatDate(act.effectiveOn)})` : name);
      }
      // A later name is used for earlier acts too: a reader looks for the unit as it is known now.
      if (change.kind === 'rename' && act.state === 'in-force') names.set(change.code, change.name);
    }
  }
  return (code) => names.get(code) ?? code;
}

/** One change as a Vietnamese sentence without a full stop. */
export function sentenceOf(change: UnitChange, nameOf: NameOf): string {
  const list = (codes: readonly string[]) => codes.map(nameOf).join(', ');
  switch (change.kind) {
    case 'create': {
      const parent = change.unit.parent === null ? '' : `, trực thuộc ${nameOf(change.unit.parent)}`;
      return `Thành lập ${change.unit.name}${parent}`;
    }
    case 'rename':
      return `Đổi tên, điều chỉnh ${nameOf(change.code)} thành ${change.name}`;
    case 'move':
      return change.parent === null
        ? `Tách ${nameOf(change.code)} khỏi cơ quan cấp trên`
        : `Chuyển ${nameOf(change.code)} về ${nameOf(change.parent)} quản lý`;
    case 'merge':
      return `Sáp nhập ${list(change.from)} vào ${nameOf(change.into)}`;
    case 'split':
      return splitSentence(change, nameOf);
    case 'abolish':
      return change.successors.length > 0
        ? `Kết thúc hoạt động ${nameOf(change.code)}; công việc chuyển cho ${list(change.successors)}`
        : `Kết thúc hoạt động ${nameOf(change.code)}; ${change.withoutSuccessor ?? 'không có đơn vị kế thừa'}`;
    default:
      return change satisfies never;
  }
}

/** Codes of the units a change is about: those that begin, change, end or take over. */
export function codesTouched(change: UnitChange): readonly string[] {
  switch (change.kind) {
    case 'create':
      return [change.unit.code];
    case 'merge':
      return [...change.from, change.into];
    case 'split':
      return [change.code, ...change.into];
    case 'abolish':
      return [change.code, ...change.successors];
    case 'rename':
    case 'move':
      return [change.code];
    default:
      return change satisfies never;
  }
}

/** The changes of an act that are about a unit. */
export function changesTouching(act: ActDraft, code: string): readonly UnitChange[] {
  return act.changes.filter((change) => codesTouched(change).includes(code));
}

/**
 * Prepared acts that must be put in force before this one, because they create units that it speaks of, directly or
 * through each other; in the order of `acts`.
 */
export function actsNeededFirst(acts: readonly Act[], act: Act): readonly Act[] {
  const needed = new Set<Act>();
  const visit = (one: Act): void => {
    for (const other of creatorsFor(acts, one)) {
      if (other.code === act.code || needed.has(other)) continue;
      needed.add(other);
      visit(other);
    }
  };
  visit(act);
  return acts.filter((other) => needed.has(other));
}

function creatorsFor(acts: readonly Act[], act: Act): readonly Act[] {
  const spokenOf = new Set(
    act.changes.flatMap((change) => [...codesTouched(change), ...parentsNamed(change)]),
  );
  return acts.filter(
    (other) =>
      other.state === 'prepared' &&
      other.changes.some((change) => change.kind === 'create' && spokenOf.has(change.unit.code)),
  );
}

function parentsNamed(change: UnitChange): readonly string[] {
  if (change.kind === 'create') return change.unit.parent === null ? [] : [change.unit.parent];
  return change.kind === 'move' && change.parent !== null ? [change.parent] : [];
}

/** The deciding document in words: `Nghị quyết … số 203/2025/QH15`, or that its number is not known. */
export function documentOf(act: Pick<Act, 'documentNumber' | 'documentIssuer'>): string {
  return act.documentNumber === ''
    ? `Văn bản của ${act.documentIssuer} (chưa rõ số)`
    : `${act.documentNumber} của ${act.documentIssuer}`;
}

function splitSentence(change: Extract<UnitChange, { kind: 'split' }>, nameOf: NameOf): string {
  const parts = change.into
    .filter((code) => code !== change.code)
    .map(nameOf)
    .join(', ');
  return change.into.includes(change.code)
    ? `Tách một phần ${nameOf(change.code)} thành ${parts}`
    : `Chia ${nameOf(change.code)} thành ${parts}`;
}
