import type { Relation } from './schema.ts';

/** What a relation says, for reading; `nameOf` gives what a code is called. */
export function relationWords(
  relation: Relation,
  nameOf: (code: string) => string,
  keyName: (key: string) => string,
): string {
  switch (relation.kind) {
    case 'sum':
      return `Bằng tổng của: ${relation.of.map(nameOf).join('; ')}`;
    case 'at-most':
      return `Không lớn hơn: ${nameOf(relation.of)}`;
    case 'ratio':
      return `Bằng ${nameOf(relation.numerator)} chia cho ${nameOf(relation.denominator)}`;
    case 'parts':
      return `Bằng tổng các phần theo ${keyName(relation.key).toLocaleLowerCase('vi')}`;
  }
}
