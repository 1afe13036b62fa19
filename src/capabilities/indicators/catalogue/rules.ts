import type { IndicatorDeclaration } from '#foundation/figures/schema.ts';
import type { Described, Indicator } from '../schema.ts';
import type { StoredIndicator } from '../store.ts';

/** What a declaration says of itself, in the shape in which it can be edited. */
export function describedBy(declaration: IndicatorDeclaration): Described {
  const { name, definition, unitOfMeasure, area, kind, periods, method, since } = declaration;
  return {
    name,
    definition,
    unitOfMeasure,
    area,
    kind,
    periods,
    method,
    since: since ?? null,
    ownerFunction: '',
    source: 'Dữ liệu của hệ thống',
    base: '',
    relations: declaration.relations ?? [],
    breakdowns: [],
  };
}

/** Declared and kept indicators as one catalogue: declared ones first, each with what people made of its words. */
export function catalogueOf(
  declared: readonly IndicatorDeclaration[],
  stored: readonly StoredIndicator[],
): readonly Indicator[] {
  const rows = new Map(stored.map((row) => [row.code, row]));
  const computed = declared.map((declaration): Indicator => {
    const row = rows.get(declaration.code);
    rows.delete(declaration.code);
    if (!row) {
      const { code } = declaration;
      return { ...describedBy(declaration), code, computed: true, retiredOn: null, sequence: 0, declaration };
    }
    return indicatorOf(row, declaration);
  });
  // What a capability no longer computes stays with what was entered for it.
  return [...computed, ...[...rows.values()].map((row) => indicatorOf(row, null))];
}

function indicatorOf(
  { id: _id, ...row }: StoredIndicator,
  declaration: IndicatorDeclaration | null,
): Indicator {
  // How it is computed is the program's: only its words are edited.
  const fixed = declaration && { kind: declaration.kind, periods: declaration.periods };
  return { ...row, ...fixed, computed: declaration !== null, declaration };
}
