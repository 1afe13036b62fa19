import { slugOf } from '#kernel/vietnamese/slug.ts';
import type { ObservedBreakdown, Relation } from '../schema.ts';

/** Relations as they are typed, one a line: `tổng: A, B`, `không quá: A`, `tỷ lệ: A / B`, `các phần: khoá`. */
export function relationsText(relations: readonly Relation[]): string {
  return relations.map(relationLine).join('\n');
}

function relationLine(relation: Relation): string {
  switch (relation.kind) {
    case 'sum':
      return `tổng: ${relation.of.join(', ')}`;
    case 'at-most':
      return `không quá: ${relation.of}`;
    case 'ratio':
      return `tỷ lệ: ${relation.numerator} / ${relation.denominator}`;
    case 'parts':
      return `các phần: ${relation.key}`;
  }
}

/** The same read back; a line that says none of them stays as it is, for the schema to refuse. */
export function relationsIn(text: string): readonly unknown[] {
  return linesOf(text).map((line) => {
    const [word = '', ...rest] = line.split(':');
    const said = rest.join(':').trim();
    const codes = said.split(/[,/]/).map((code) => code.trim().toUpperCase());
    switch (word.trim().toLocaleLowerCase('vi')) {
      case 'tổng':
        return { kind: 'sum', of: codes };
      case 'không quá':
        return { kind: 'at-most', of: said.toUpperCase() };
      case 'tỷ lệ':
      case 'tỉ lệ':
        return { kind: 'ratio', numerator: codes[0], denominator: codes[1] };
      case 'các phần':
        return { kind: 'parts', key: said };
      default:
        return line;
    }
  });
}

/** Breakdowns as they are typed, one a line: `Cấp [cap]: huyện [huyen]; xã [xa]`. */
export function breakdownsText(breakdowns: readonly ObservedBreakdown[]): string {
  return breakdowns
    .map(({ key, label, values }) => {
      const parts = values.map((part) => `${part.label} [${part.value}]`).join('; ');
      return `${label} [${key}]: ${parts}`;
    })
    .join('\n');
}

/** The same read back; a part without a code gets one from its words. */
export function breakdownsIn(text: string): readonly unknown[] {
  return linesOf(text).map((line) => {
    const at = line.indexOf(':');
    if (at < 0) return line;
    const { code: key, label } = coded(line.slice(0, at));
    const values = line
      .slice(at + 1)
      .split(';')
      .filter((part) => part.trim() !== '')
      .map(coded)
      .map(({ code: value, label: name }) => ({ value, label: name }));
    return { key, label, values };
  });
}

function coded(text: string): { readonly code: string; readonly label: string } {
  const [, label = '', code] = /^(.*?)(?:\[([^\]]*)\])?$/s.exec(text.trim()) ?? [];
  const name = label.trim();
  return { code: code ?? slugOf(name).slice(0, 30), label: name };
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
