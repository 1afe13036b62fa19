import type { Topic } from './topic.fixture.ts';

/** `số hồ sơ thủ tục hành chính`, `tổng đàn gia súc`: what a sentence about an amount begins with. */
export function subjectOf({ noun, unit }: Topic): string {
  const isCounted = noun.startsWith(unit) || noun.startsWith('lượt') || /^(?:học sinh|cán bộ)/.test(noun);
  return isCounted ? `số ${noun}` : noun;
}

/** `1.234 hồ sơ thủ tục hành chính`, `500 ha`: what stands behind the verb. */
export function amountOf({ noun, unit }: Topic, number: string): string {
  return noun.startsWith(unit) ? `${number} ${noun}` : `${number} ${unit}`;
}
