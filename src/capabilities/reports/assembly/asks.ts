/** Which figures a text asks for. Pure. */
import type { FigureAsk } from '#capabilities/indicators/schema.ts';
import type { FigureReference, Node, When } from '../templates/language/nodes.ts';
import { flat } from '../templates/language/references.ts';
import { resolveWhen } from '../templates/language/when.ts';
import type { KnownIndicator, Surroundings } from './schema.ts';
import { planOf } from './table-plan.ts';

/** The question of a reference; null when its period or its unit is not there, or no such indicator. */
export function askOf(
  { scope, unitIds, indicators }: Surroundings,
  { code, when, unitCode, filter }: FigureReference,
): FigureAsk | null {
  const period = resolveWhen(when, scope);
  const unitId = unitCode === null ? scope.unitId : unitIds.get(unitCode);
  if (period === null || unitId === undefined || !indicators.has(code)) return null;
  return { code, unitId, period, filter };
}

export type Part = { readonly label: string; readonly reference: FigureReference };

/** What a figure is made of: the codes that are given, else those of its relations, else its first breakdown. */
export function partsOf(
  { indicators }: Surroundings,
  reference: FigureReference,
  codes: readonly string[],
): readonly Part[] {
  const whole = indicators.get(reference.code);
  const named = codes.length > 0 ? codes : (whole?.parts ?? []);
  if (named.length > 0) {
    return named.map((code) => ({ label: lowered(indicators.get(code)), reference: { ...reference, code } }));
  }
  const [breakdown] = whole?.breakdowns ?? [];
  return (breakdown?.values ?? []).map(({ value, label }) => ({
    label,
    reference: { ...reference, filter: { ...reference.filter, [breakdown?.key ?? '']: value } },
  }));
}

/** A name in the middle of a sentence. Abbreviations and names of places keep their capitals. */
function lowered(indicator: KnownIndicator | undefined): string {
  const name = indicator?.name ?? '';
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Every question of a text, also those under conditions that may turn out not to hold. */
export function asksIn(surroundings: Surroundings, nodes: readonly Node[]): readonly FigureAsk[] {
  return flat(nodes).flatMap((node) => {
    switch (node.kind) {
      case 'figure':
        return [
          node.reference,
          ...(node.form.kind === 'change' ? [withWhen(node.reference, node.form.from)] : []),
          ...(node.form.kind === 'parts'
            ? partsOf(surroundings, node.reference, node.form.codes).map(({ reference }) => reference)
            : []),
        ].flatMap((reference) => askOf(surroundings, reference) ?? []);
      case 'condition':
        return askOf(surroundings, node.test.reference) ?? [];
      case 'table':
      case 'chart':
        return planOf(surroundings, node.table).rows.flatMap(({ cells }) =>
          cells.flatMap((cell) => [cell.ask, cell.against]).filter((ask) => ask !== null),
        );
      case 'text':
      case 'word':
      case 'documents':
      case 'note':
      case 'writing':
        return [];
    }
  });
}

export function withWhen(reference: FigureReference, when: When): FigureReference {
  return { ...reference, when };
}
