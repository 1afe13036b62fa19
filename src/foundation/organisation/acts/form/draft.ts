import { slugOf } from '#kernel/vietnamese/slug.ts';
import { refuse } from '#kernel/refusal.ts';
import type { UnitVersion } from '../../schema.ts';
import type { ActDraft, UnitChange, UnitDescription } from '../schema.ts';
import type { ActForm } from './schema.ts';

/** What exists already, for new codes and for units that a new one takes after. */
export type Known = {
  readonly units: readonly UnitVersion[];
  readonly actCodes: readonly string[];
};

/** The act that a filled form describes, with free codes for the act and for the units it creates. */
export function draftOf(form: ActForm, known: Known): ActDraft {
  const year = form.effectiveOn.slice(0, 4);
  const { title, effectiveOn, documentNumber, documentIssuedOn, documentIssuer, certainty, note } = form;
  return {
    code: freeCode(`${year}-${slugOf(title).slice(0, 60)}`, known.actCodes),
    kind: form.kind,
    title,
    effectiveOn,
    documentNumber,
    documentIssuedOn,
    documentIssuer,
    certainty,
    note,
    changes: changesOf(form, known),
  };
}

function changesOf(form: ActForm, known: Known): readonly UnitChange[] {
  switch (form.kind) {
    case 'create':
      return [{ kind: 'create', unit: describedUnit(form, known) }];
    case 'rename':
      return [{ kind: 'rename', code: form.unit, name: form.name, shortName: form.shortName }];
    case 'move':
      return [{ kind: 'move', code: form.unit, parent: form.parent }];
    case 'merge':
      return mergerChanges(form, known);
    case 'split':
      return splitChanges(form, known);
    case 'abolish':
      return [
        {
          kind: 'abolish',
          code: form.unit,
          successors: form.successors,
          ...(form.withoutSuccessor === '' ? {} : { withoutSuccessor: form.withoutSuccessor }),
        },
      ];
    default:
      return form satisfies never;
  }
}

function describedUnit(form: Extract<ActForm, { kind: 'create' }>, known: Known): UnitDescription {
  const { name, shortName, kind: _kind, unitKind, level, parent, functions } = form;
  const { administrativeCode, agencyId, agencyIdNew } = form;
  return {
    code: newCode(name, known),
    name,
    shortName,
    kind: unitKind,
    level,
    parent: parent === '' ? null : parent,
    functions,
    administrativeCode,
    agencyId,
    agencyIdNew,
  };
}

function mergerChanges(form: Extract<ActForm, { kind: 'merge' }>, known: Known): readonly UnitChange[] {
  if (form.into !== '') return [{ kind: 'merge', from: form.from, into: form.into }];
  const unit = after(form.from[0] ?? '', { name: form.name, shortName: form.shortName || form.name }, known);
  return [
    { kind: 'create', unit },
    { kind: 'merge', from: form.from, into: unit.code },
  ];
}

function splitChanges(form: Extract<ActForm, { kind: 'split' }>, known: Known): readonly UnitChange[] {
  const parts = form.parts.map((part) => after(form.unit, part, known));
  const codes = parts.map((part) => part.code);
  return [
    ...parts.map((unit): UnitChange => ({ kind: 'create', unit })),
    { kind: 'split', code: form.unit, into: form.keeps ? [form.unit, ...codes] : codes },
  ];
}

/** A new unit of the same kind, level, parent and fields of work as one it comes from. */
function after(
  code: string,
  named: { readonly name: string; readonly shortName: string },
  known: Known,
): UnitDescription {
  const source =
    known.units.findLast((version) => version.code === code) ??
    refuse('invalid', `Không có đơn vị nào mang mã ${code}. Hãy chọn đơn vị trong danh sách.`);
  const parent = known.units.find((version) => version.unitId === source.parentId)?.code ?? null;
  return {
    code: newCode(named.name, known),
    ...named,
    kind: source.kind,
    level: source.level,
    parent,
    functions: source.functions,
    administrativeCode: null,
    agencyId: null,
    agencyIdNew: null,
  };
}

function newCode(name: string, known: Known): string {
  return freeCode(
    slugOf(name).slice(0, 60),
    known.units.map((version) => version.code),
  );
}

function freeCode(wanted: string, taken: readonly string[]): string {
  const base = wanted.replace(/-+$/, '');
  const used = new Set(taken);
  let code = base;
  for (let number = 2; used.has(code); number += 1) code = `${base}-${number}`;
  return code;
}
