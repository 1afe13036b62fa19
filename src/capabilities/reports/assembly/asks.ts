/** Which figures a text asks for. Pure. */
import type { FigureAsk } from '#capabilities/indicators/schema.ts';
import type { FigureForm, FigureReference, Node, When } from '../templates/language/nodes.ts';
import { flat } from '../templates/language/references.ts';
import { resolveWhen } from '../templates/language/when.ts';
import type { Surroundings } from './schema.ts';
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

export type Breakdown = { readonly key: string; readonly parts: readonly Part[] };

/**
 * Of what a figure is made: indicators, all of which count; or the values of breakdowns, of which a source may state some
 * and leave others out.
 */
export type PartsOfFigure = {
  readonly indicators: readonly Part[];
  readonly breakdowns: readonly Breakdown[];
};

/** The parts that a form asks for: what it names, else what the relations of the indicator say. */
export function partsOf(
  { indicators }: Surroundings,
  reference: FigureReference,
  { codes, key }: Extract<FigureForm, { kind: 'parts' }>,
): PartsOfFigure {
  const whole = indicators.get(reference.code);
  const named = codes.length > 0 || key !== null ? codes : (whole?.parts ?? []);
  if (named.length > 0) {
    const parts = named.map((code) => ({
      label: lowered(indicators.get(code)?.name ?? code),
      reference: { ...reference, code },
    }));
    return { indicators: parts, breakdowns: [] };
  }
  const wanted = (whole?.breakdowns ?? []).filter((breakdown) => key === null || breakdown.key === key);
  const breakdowns = wanted.map(({ key: own, values }) => ({
    key: own,
    parts: values.map(({ value, label }) => ({
      label: lowered(label),
      reference: { ...reference, filter: { ...reference.filter, [own]: value } },
    })),
  }));
  return { indicators: [], breakdowns };
}

/** A name in the middle of a sentence. Abbreviations keep their capitals. */
function lowered(name: string): string {
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
          ...(node.form.kind === 'parts' ? allParts(partsOf(surroundings, node.reference, node.form)) : []),
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

function allParts({ indicators, breakdowns }: PartsOfFigure): readonly FigureReference[] {
  return [...indicators, ...breakdowns.flatMap(({ parts }) => parts)].map(({ reference }) => reference);
}

export function withWhen(reference: FigureReference, when: When): FigureReference {
  return { ...reference, when };
}
