import { formatNumber } from '#kernel/vietnamese/format.ts';
import type { IndicatorKind } from '#foundation/figures/schema.ts';
import type { Relation } from './schema.ts';
import { figureText, figureWords } from './words.ts';

/** A figure as far as relations look at it. */
export type RelatedFigure = {
  readonly name: string;
  readonly kind: IndicatorKind;
  readonly unitOfMeasure: string;
  readonly value: number | null;
};

/** What is known in one unit and period: figures by the codes of their indicators, and the parts of a breakdown of the one looked at. */
export type KnownFigures = {
  readonly figure: (code: string) => RelatedFigure | null;
  readonly parts: (key: string) => readonly RelatedFigure[];
};

/** A share is written with one or two decimals, so it may differ from its ends by half of the last. */
const ROUNDING = 0.000_5;
/** What adding up fractions leaves behind. */
const NEARLY = 1e-9;

/** Codes whose figures a relation needs besides the one it is declared on. */
export function codesNeeded(relation: Relation): readonly string[] {
  switch (relation.kind) {
    case 'sum':
      return relation.of;
    case 'at-most':
      return [relation.of];
    case 'ratio':
      return [relation.numerator, relation.denominator];
    case 'parts':
      return [];
  }
}

/** Why a relation does not hold between what is known, in a sentence; null while it does or too little is known. */
export function brokenRelation(own: RelatedFigure, relation: Relation, known: KnownFigures): string | null {
  if (own.value === null) return null;
  const whole = { ...own, value: own.value };
  switch (relation.kind) {
    case 'sum':
      return brokenSum(
        whole,
        relation.of.map((code) => known.figure(code) ?? nothingKnown(code)),
      );
    case 'parts':
      return brokenSum(whole, known.parts(relation.key));
    case 'at-most':
      return brokenLimit(whole, known.figure(relation.of));
    case 'ratio':
      return brokenShare(whole, known.figure(relation.numerator), known.figure(relation.denominator));
  }
}

type Whole = RelatedFigure & { readonly value: number };

function brokenSum(whole: Whole, parts: readonly RelatedFigure[]): string | null {
  const stated = parts.flatMap((part) => (part.value === null ? [] : [{ ...part, value: part.value }]));
  if (stated.length === 0) return null;
  const sum = stated.reduce((total, { value }) => total + value, 0);
  const difference = sum - whole.value;
  const isAllStated = stated.length === parts.length;
  if (Math.abs(difference) <= NEARLY * Math.max(1, Math.abs(sum))) return null;
  // What is missing can only add to the sum.
  if (!isAllStated && difference < 0) return null;
  const listed = stated
    .map(({ name, kind, value }) => `${lower(name)} ${figureText(kind, value)}`)
    .join('; ');
  const found = `${whole.name}: ${figureWords(whole, whole.value)}; các phần cộng lại là ${figureText(whole.kind, sum)}`;
  const excess = figureText(whole.kind, Math.abs(difference));
  const rest = isAllStated ? '' : ', dù còn phần chưa có số liệu';
  return `${found} (${listed}), ${difference > 0 ? 'nhiều' : 'ít'} hơn ${excess}${rest}.`;
}

function brokenLimit(own: Whole, limit: RelatedFigure | null): string | null {
  if (limit === null || limit.value === null || own.value <= limit.value) return null;
  const excess = figureText(own.kind, own.value - limit.value);
  return `${own.name}: ${figureWords(own, own.value)}, vượt ${lower(limit.name)} (${figureWords(limit, limit.value)}) là ${excess}.`;
}

function brokenShare(
  own: Whole,
  numerator: RelatedFigure | null,
  denominator: RelatedFigure | null,
): string | null {
  if (numerator?.value == null || denominator?.value == null) return null;
  if (denominator.value === 0) return null;
  const share = numerator.value / denominator.value;
  if (Math.abs(share - own.value) <= ROUNDING + NEARLY) return null;
  const ends = `${lower(numerator.name)} ${formatNumber(numerator.value)} trên ${lower(denominator.name)} ${formatNumber(denominator.value)}`;
  return `${own.name}: ${figureText(own.kind, own.value)}, trong khi ${ends} là ${figureText('ratio', share)}.`;
}

function nothingKnown(code: string): RelatedFigure {
  return { name: code, kind: 'count', unitOfMeasure: '', value: null };
}

/** A name inside a sentence; abbreviations stay as they are. */
function lower(name: string): string {
  const [first = '', second = ''] = name;
  return second === second.toLocaleUpperCase('vi') && second.toLocaleLowerCase('vi') !== second
    ? name
    : first.toLocaleLowerCase('vi') + name.slice(first.length);
}
