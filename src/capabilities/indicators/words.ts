import { codesOf, type Labels } from '#kernel/labels.ts';
import { formatNumber } from '#kernel/vietnamese/format.ts';
import type { IndicatorKind } from '#foundation/figures/schema.ts';

export type Certainty = 'certain' | 'approximate' | 'doubtful';

/** How far an entered figure is to be trusted. */
export const CERTAINTY_LABELS = {
  certain: 'Chắc chắn',
  approximate: 'Gần đúng',
  doubtful: 'Còn nghi ngờ',
} as const satisfies Labels<Certainty>;

export const CERTAINTIES = codesOf(CERTAINTY_LABELS);

export type FigureOrigin = 'computed' | 'observed' | 'none';

export const ORIGIN_LABELS = {
  computed: 'Tính từ dữ liệu',
  observed: 'Nhập từ nguồn',
  none: 'Chưa có số liệu',
} as const satisfies Labels<FigureOrigin>;

const UNKNOWN = 'chưa có số liệu';

/** A figure as it is written, without what it counts: `1.234`, `98,4%`, `có`. */
export function figureText(kind: IndicatorKind, value: number | null): string {
  if (value === null) return UNKNOWN;
  if (kind === 'ratio') return `${formatNumber(Math.round(value * 10_000) / 100)}%`;
  if (kind === 'yes-no') return value === 0 ? 'không' : 'có';
  return formatNumber(kind === 'average' ? Math.round(value * 10) / 10 : value);
}

/** The same with what it counts: `1.234 hồ sơ`. */
export function figureWords(
  { kind, unitOfMeasure }: { readonly kind: IndicatorKind; readonly unitOfMeasure: string },
  value: number | null,
): string {
  const text = figureText(kind, value);
  const counts = value !== null && kind !== 'ratio' && kind !== 'yes-no' && unitOfMeasure !== '';
  return counts ? `${text} ${unitOfMeasure}` : text;
}
