/** Figures in words and as runs of a paragraph. */
import { formatNumber } from '#kernel/vietnamese/format.ts';
import { integerInWords } from '#kernel/vietnamese/number-words.ts';
import { changeWords } from '#kernel/report/figures/change-words.ts';
import { periodWords } from '#kernel/period/words.ts';
import type { Figure, FigureAsk } from '#capabilities/indicators/schema.ts';
import { figureText, figureWords } from '#capabilities/indicators/words.ts';
import type { Run } from '../document.ts';
import type { FigureForm, FigureReference } from '../templates/language/nodes.ts';
import { askOf, type Part, partsOf, withWhen } from './asks.ts';
import type { Ledger } from './ledger.ts';
import type { Surroundings } from './schema.ts';

/** What stands where there is no figure. */
const NOTHING = '(chưa có số liệu)';

/** The runs that say a figure in a form. What is missing is told to the ledger. */
export function sayFigure(
  surroundings: Surroundings,
  ledger: Ledger,
  { reference, form }: { readonly reference: FigureReference; readonly form: FigureForm },
): readonly Run[] {
  if (form.kind === 'parts') return sayParts(surroundings, ledger, { reference, form });
  const ask = askOf(surroundings, reference);
  if (ask === null) return [nothing(ledger, reference.code)];
  const figure = ledger.take(ask);
  if (figure === null) return [text(NOTHING)];
  if (form.kind !== 'change') return [figureRun(ledger, ask, { figure, words: wordsOf(figure, form.kind) })];
  const before = askOf(surroundings, withWhen(reference, form.from));
  if (before === null) return [nothing(ledger, reference.code)];
  const earlier = ledger.take(before);
  if (earlier === null) return [text(NOTHING)];
  ledger.sourceOf(before, earlier);
  const words = changeBetween(earlier, figure, periodWords(before.period));
  return [figureRun(ledger, ask, { figure, words })];
}

function wordsOf(figure: Figure, kind: Exclude<FigureForm['kind'], 'change' | 'parts'>): string {
  const { value, numerator, denominator, unitOfMeasure } = figure;
  const hasEnds = numerator !== undefined && denominator !== undefined;
  switch (kind) {
    case 'value':
      if (value === null) return figure.content;
      return `${about(figure)}${figureWords(figure, value)}`;
    case 'number':
      return `${about(figure)}${figureText(figure.kind, value)}`;
    case 'words':
      return inWords(value ?? 0, unitOfMeasure);
    case 'share':
      return hasEnds && denominator !== 0
        ? figureText('ratio', numerator / denominator)
        : figureText('ratio', value);
    case 'ratio':
      return hasEnds ? `${formatNumber(numerator)}/${formatNumber(denominator)}` : figureWords(figure, value);
  }
}

/** What its source states as more or less so is said as that. */
function about({ certainty, kind }: Figure): string {
  return certainty === 'approximate' && kind !== 'yes-no' ? 'khoảng ' : '';
}

/** `12 (mười hai) biên chế`; only whole numbers are said in words. */
function inWords(value: number, unitOfMeasure: string): string {
  const words = Number.isSafeInteger(value) && value >= 0 ? ` (${integerInWords(value)})` : '';
  return `${formatNumber(value)}${words}${unitOfMeasure === '' ? '' : ` ${unitOfMeasure}`}`;
}

/** Shares are compared in points of percentage. */
function changeBetween(from: Figure, to: Figure, base: string): string {
  const scale = to.kind === 'ratio' ? 100 : 1;
  const unit = to.kind === 'ratio' ? '%' : to.unitOfMeasure;
  const ends = { from: rounded((from.value ?? 0) * scale), to: rounded((to.value ?? 0) * scale) };
  return changeWords({ ...ends, unit, base });
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

type PartsForm = Extract<FigureForm, { kind: 'parts' }>;

/** `(trong đó: biên chế hành chính 77 biên chế; …)`; of a list what it names. Nothing when there are no parts. */
function sayParts(
  surroundings: Surroundings,
  ledger: Ledger,
  { reference, form }: { readonly reference: FigureReference; readonly form: PartsForm },
): readonly Run[] {
  const { indicators, breakdowns } = partsOf(surroundings, reference, form);
  const stated = breakdowns.map(({ parts }) => parts.filter((part) => isStated(surroundings, ledger, part)));
  const parts = indicators.length > 0 ? indicators : (stated.find((some) => some.length > 0) ?? []);
  if (parts.length === 0) return sayList(surroundings, ledger, reference);
  const said = parts.flatMap((part, index): readonly Run[] => [
    text(`${index === 0 ? '(trong đó: ' : '; '}${part.label} `),
    ...sayFigure(surroundings, ledger, { reference: part.reference, form: { kind: 'value' } }),
  ]);
  return [...said, text(')')];
}

/** A source need not divide a whole by every value that there is. */
function isStated(surroundings: Surroundings, ledger: Ledger, { reference }: Part): boolean {
  const ask = askOf(surroundings, reference);
  return ask !== null && (ledger.look(ask)?.value ?? null) !== null;
}

function sayList(surroundings: Surroundings, ledger: Ledger, reference: FigureReference): readonly Run[] {
  const ask = askOf(surroundings, reference);
  const figure = ask && ledger.take(ask);
  if (!ask || !figure || figure.content === '') return [];
  const words = `(gồm: ${figure.content.split('\n').join('; ')})`;
  return [figureRun(ledger, ask, { figure, words })];
}

export function figureRun(
  ledger: Ledger,
  ask: FigureAsk,
  { figure, words }: { readonly figure: Figure; readonly words: string },
): Run {
  return { kind: 'figure', text: words, source: ledger.sourceOf(ask, figure) };
}

function nothing(ledger: Ledger, code: string): Run {
  ledger.miss(`chưa hỏi được chỉ tiêu ${code}: không có kỳ để so sánh hoặc không có đơn vị.`);
  return text(NOTHING);
}

function text(words: string): Run {
  return { kind: 'text', text: words };
}
