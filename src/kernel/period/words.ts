import type { LocalDate } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import type { Period } from './period.ts';

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/**
 * A period as reports name it: `ngày 31/3/2020`, `tháng 3 năm 2020`, `quý I năm 2020`, `6 tháng đầu năm 2020`, `năm 2020`,
 * `giai đoạn 2011 - 2020`, `từ ngày 1/1/2015 đến ngày 31/3/2020`.
 */
export function periodWords({ kind, from, to }: Period): string {
  const year = from.slice(0, 4);
  const month = Number(from.slice(5, 7));
  switch (kind) {
    case 'instant':
      return `ngày ${formatDate(from)}`;
    case 'month':
      return `tháng ${month} năm ${year}`;
    case 'quarter':
      return `quý ${ROMAN[Math.ceil(month / 3) - 1] ?? ''} năm ${year}`;
    case 'half-year':
      return `6 tháng ${month <= 6 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'year':
      return `năm ${year}`;
    case 'range':
      return rangeWords(from, to);
  }
}

function rangeWords(from: LocalDate, to: LocalDate): string {
  const isWholeYears = from.endsWith('-01-01') && to.endsWith('-12-31');
  if (isWholeYears) return `giai đoạn ${from.slice(0, 4)} - ${to.slice(0, 4)}`;
  return `từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}`;
}
