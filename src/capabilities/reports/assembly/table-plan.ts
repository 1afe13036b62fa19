/** What stands where in a table before any figure is known. Pure. */
import { periodsWithin, type Period } from '#kernel/period/period.ts';
import { periodWords } from '#kernel/period/words.ts';
import type { FigureAsk } from '#capabilities/indicators/schema.ts';
import type { TableColumn, TableRows, TableSpecification } from '../templates/language/nodes.ts';
import { resolveWhen } from '../templates/language/when.ts';
import type { Surroundings } from './schema.ts';

/** `against` is the earlier figure of a change, or the whole of a share. Without an `ask` the cell stays empty. */
export type PlannedCell = {
  readonly kind: 'figure' | 'change' | 'growth' | 'share';
  readonly ask: FigureAsk | null;
  readonly against: FigureAsk | null;
};

export type PlannedRow = {
  readonly label: string;
  /** What stands between the label and the cells. */
  readonly unitOfMeasure: string | null;
  readonly cells: readonly PlannedCell[];
  /** Left out when all its cells are nothing: one of many values of a breakdown. */
  readonly isOptional: boolean;
};

export type TablePlan = { readonly head: readonly string[]; readonly rows: readonly PlannedRow[] };

/** Rows and columns of a table in a report. */
export function planOf(surroundings: Surroundings, table: TableSpecification): TablePlan {
  if (table.rows.kind === 'indicators') return indicatorPlan(surroundings, table, table.rows.codes);
  const { indicators } = surroundings;
  const heads = table.columns.map((column) => columnHead(surroundings, column));
  const rows = subjectsOf(surroundings, table.rows, table).map(({ label, isOptional, ask }) => ({
    label,
    isOptional,
    unitOfMeasure: null,
    cells: table.columns.map((column): PlannedCell => {
      const code = column.kind === 'code' && indicators.has(column.code) ? column.code : null;
      return {
        kind: 'figure',
        ask: code === null || ask === null ? null : { code, ...ask },
        against: null,
      };
    }),
  }));
  return { head: ['STT', subjectHead(surroundings, table), ...heads], rows };
}

function indicatorPlan(
  surroundings: Surroundings,
  { columns }: TableSpecification,
  codes: readonly string[],
): TablePlan {
  const { scope, indicators } = surroundings;
  const periods = columns.flatMap((column) =>
    column.kind === 'when' ? [resolveWhen(column.when, scope)] : [],
  );
  const [first = null, last = null] = [periods[0], periods.at(-1)];
  const [whole] = codes;
  const ask = (code: string | undefined, period: Period | null): FigureAsk | null =>
    code === undefined || period === null || !indicators.has(code)
      ? null
      : { code, unitId: scope.unitId, period };
  const cellOf = (code: string, column: TableColumn): PlannedCell => {
    if (column.kind === 'when') {
      return { kind: 'figure', ask: ask(code, resolveWhen(column.when, scope)), against: null };
    }
    if (column.kind === 'share') return { kind: 'share', ask: ask(code, last), against: ask(whole, last) };
    const kind = column.kind === 'growth' ? 'growth' : 'change';
    return { kind, ask: ask(code, last), against: ask(code, first) };
  };
  return {
    head: ['STT', 'Chỉ tiêu', 'Đơn vị tính', ...columns.map((column) => columnHead(surroundings, column))],
    rows: codes.map((code) => ({
      label: indicators.get(code)?.name ?? code,
      unitOfMeasure: indicators.get(code)?.unitOfMeasure ?? '',
      isOptional: false,
      cells: columns.map((column) => cellOf(code, column)),
    })),
  };
}

type Subject = {
  readonly label: string;
  readonly isOptional: boolean;
  readonly ask: Omit<FigureAsk, 'code'> | null;
};

function subjectsOf(
  surroundings: Surroundings,
  rows: Exclude<TableRows, { kind: 'indicators' }>,
  table: TableSpecification,
): readonly Subject[] {
  const { scope, unitsBelow } = surroundings;
  const period = resolveWhen(table.when, scope);
  const { unitId } = scope;
  switch (rows.kind) {
    case 'units':
      return unitsBelow[rows.which].map(({ id, name }) => ({
        label: name,
        isOptional: false,
        ask: period && { unitId: id, period },
      }));
    case 'periods':
      return periodsWithin(period ?? scope.period, rows.every).map((one) => ({
        label: capitalised(periodWords(one)),
        isOptional: false,
        ask: { unitId, period: one },
      }));
    case 'breakdown': {
      const values = breakdownOf(surroundings, rows.key, table)?.values ?? [];
      const whole: Subject = { label: 'Tổng số', isOptional: false, ask: period && { unitId, period } };
      const parts = values.map(({ value, label }) => ({
        label,
        isOptional: true,
        ask: period && { unitId, period, filter: { [rows.key]: value } },
      }));
      return [whole, ...parts];
    }
  }
}

/** A breakdown of the first column that has it. */
function breakdownOf({ indicators }: Surroundings, key: string, { columns }: TableSpecification) {
  return columns
    .flatMap((column) => (column.kind === 'code' ? (indicators.get(column.code)?.breakdowns ?? []) : []))
    .find((breakdown) => breakdown.key === key);
}

const COLUMN_HEADS = { change: 'Tăng, giảm', growth: 'Tăng, giảm (%)', share: 'Cơ cấu (%)' } as const;

function columnHead({ scope, indicators }: Surroundings, column: TableColumn): string {
  switch (column.kind) {
    case 'when': {
      const period = resolveWhen(column.when, scope);
      return period === null ? 'Kỳ so sánh' : capitalised(periodWords(period));
    }
    case 'code': {
      const indicator = indicators.get(column.code);
      if (!indicator) return column.code;
      return indicator.unitOfMeasure === ''
        ? indicator.name
        : `${indicator.name} (${indicator.unitOfMeasure})`;
    }
    case 'change':
    case 'growth':
    case 'share':
      return COLUMN_HEADS[column.kind];
  }
}

function subjectHead(surroundings: Surroundings, table: TableSpecification): string {
  if (table.rows.kind === 'units') return 'Đơn vị';
  if (table.rows.kind === 'breakdown') {
    return breakdownOf(surroundings, table.rows.key, table)?.label ?? 'Nội dung';
  }
  return 'Kỳ';
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
