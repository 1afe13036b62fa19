/** Numbers of headings in the manner of administrative documents (Decree 30/2020/NĐ-CP, annex I, part I, section II, item 5). Pure. */
import { legalLetters } from '#kernel/vietnamese/collate.ts';
import type { Level, Section } from '../schema.ts';

/** The numbers of sections in their order; empty where a section has no heading or takes no number. */
export function numbersOf(sections: readonly Section[]): readonly string[] {
  let counts: readonly number[] = [0, 0, 0, 0, 0];
  let annexes = 0;
  return sections.map((section) => {
    if (section.place === 'annex') {
      annexes += 1;
      return roman(annexes);
    }
    if (!section.isNumbered || section.title === '') {
      if (section.title !== '') counts = below(counts, section.level);
      return '';
    }
    counts = counted(counts, section.level);
    return numberOf(counts, section.level);
  });
}

/** One more on a level; whatever is deeper begins again. */
function counted(counts: readonly number[], level: Level): readonly number[] {
  return counts.map((count, index) => {
    if (index === level - 1) return count + 1;
    return index < level - 1 ? count : 0;
  });
}

function below(counts: readonly number[], level: Level): readonly number[] {
  return counts.map((count, index) => (index < level ? count : 0));
}

const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'] as const;

function numberOf(counts: readonly number[], level: Level): string {
  const own = counts[level - 1] ?? 0;
  switch (level) {
    case 1:
      return `Phần thứ ${ORDINALS[own - 1] ?? own}`;
    case 2:
      return `${roman(own)}.`;
    case 3:
      return `${own}.`;
    case 4:
      return counts[2] === 0 ? `${own}.` : `${counts[2]}.${own}.`;
    case 5:
      return `${letter(own)})`;
  }
}

/** `a`, `b`, `c`, `d`, `đ`, `e`; behind the last one letters double. */
export function letter(number: number): string {
  const index = (number - 1) % legalLetters.length;
  return (legalLetters[index] ?? '').repeat(Math.ceil(number / legalLetters.length));
}

const ROMAN = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/** For numbers from 1. */
export function roman(number: number): string {
  const found = ROMAN.find(([value]) => value <= number);
  return found ? found[1] + roman(number - found[0]) : '';
}
