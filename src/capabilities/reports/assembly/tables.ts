/** Tables and charts with their figures. */
import { formatNumber } from '#kernel/vietnamese/format.ts';
import { figureText } from '#capabilities/indicators/words.ts';
import type { Figure } from '#capabilities/indicators/schema.ts';
import type { Chart, Run, Table, TableCell } from '../document.ts';
import type { TableSpecification } from '../templates/language/nodes.ts';
import type { Ledger } from './ledger.ts';
import { figureRun } from './say.ts';
import type { Surroundings } from './schema.ts';
import { type PlannedCell, type PlannedRow, planOf } from './table-plan.ts';

/** A table as it stands in the report; a row of a breakdown that is all nothing is left out. */
export function tableOf(surroundings: Surroundings, ledger: Ledger, table: TableSpecification): Table {
  const { head, rows } = planOf(surroundings, table);
  const kept = rows
    .map((row) => ({ row, values: row.cells.map((cell) => valueOf(ledger, cell, row.isOptional)) }))
    .filter(({ row, values }) => !row.isOptional || values.some((value) => (value?.amount ?? 0) !== 0));
  return {
    caption: table.caption,
    head,
    rows: kept.map(({ row, values }, index) => [
      cell([{ kind: 'text', text: String(index + 1) }], 'middle'),
      cell([{ kind: 'text', text: row.label }], 'start'),
      ...(row.unitOfMeasure === null ? [] : [cell([{ kind: 'text', text: row.unitOfMeasure }], 'middle')]),
      ...values.map((value) => cell(value ? [value.run] : [], 'end')),
    ]),
  };
}

/** The bars of a table with one column of figures. */
export function chartOf(surroundings: Surroundings, ledger: Ledger, table: TableSpecification): Chart {
  const { rows } = planOf(surroundings, table);
  const bars = rows
    .map((row) => ({ row, value: valueOfFirst(ledger, row) }))
    .filter(({ row, value }) => !row.isOptional || (value ?? 0) !== 0)
    .map(({ row, value }) => ({ label: row.label, value }));
  const code = rows[0]?.cells[0]?.ask?.code ?? '';
  const unitOfMeasure = surroundings.indicators.get(code)?.unitOfMeasure ?? '';
  return { caption: table.caption, unitOfMeasure, bars };
}

function valueOfFirst(ledger: Ledger, { cells, isOptional }: PlannedRow): number | null {
  const [first] = cells;
  return (first && valueOf(ledger, first, isOptional)?.amount) ?? null;
}

type CellValue = { readonly run: Run; readonly amount: number };

/** Null: nothing to show. A cell that should have a figure is told as missing; of a breakdown nobody misses one. */
function valueOf(ledger: Ledger, planned: PlannedCell, isOptional: boolean): CellValue | null {
  const { ask, against, kind } = planned;
  if (ask === null) return null;
  const figure = isOptional ? ledger.look(ask) : ledger.take(ask);
  if (figure === null || figure.value === null) return null;
  const value = figure.value;
  if (kind === 'figure') {
    const isNothing = isOptional && value === 0;
    const run: Run = isNothing
      ? { kind: 'text', text: '0' }
      : figureRun(ledger, ask, { figure, words: figureText(figure.kind, value) });
    return { run, amount: value };
  }
  const base = against && ledger.take(against);
  if (!base || base.value === null) return null;
  const derived = derivedFrom(kind, { from: base.value, to: value }, figure);
  return derived && { run: { kind: 'text', text: derived.words }, amount: derived.amount };
}

type Ends = { readonly from: number; readonly to: number };
type Derived = { readonly words: string; readonly amount: number };

function derivedFrom(
  kind: 'change' | 'growth' | 'share',
  { from, to }: Ends,
  { kind: of }: Figure,
): Derived | null {
  if (kind === 'change') {
    const amount = rounded((to - from) * (of === 'ratio' ? 100 : 1));
    return { amount, words: signed(amount) };
  }
  if (from === 0) return null;
  if (kind === 'share') {
    const amount = rounded((to / from) * 100);
    return { amount, words: formatNumber(amount) };
  }
  const amount = rounded(((to - from) / from) * 100);
  return { amount, words: signed(amount) };
}

function signed(amount: number): string {
  return amount > 0 ? `+${formatNumber(amount)}` : formatNumber(amount);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function cell(runs: readonly Run[], align: TableCell['align']): TableCell {
  return { runs, align };
}
