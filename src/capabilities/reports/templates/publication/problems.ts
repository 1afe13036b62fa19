/** Everything that stands in the way of publishing a version. Pure. */
import type { DocumentFinder } from '../../assembly/document-names.ts';
import { headingOf } from '../../assembly/write.ts';
import type { Section, TemplateVersion } from '../../schema.ts';
import type { Node } from '../language/nodes.ts';
import { parseText } from '../language/parse.ts';
import { type Named, referencesIn } from '../language/references.ts';
import { numbersOf } from '../numbering.ts';

export type TemplateProblem = {
  /** The section that it is about; null: the version itself. */
  readonly key: string | null;
  readonly heading: string;
  /** In the text of the section, from 1; null: not about a line. */
  readonly line: number | null;
  readonly message: string;
};

/** What a template may name. */
export type Nameable = {
  readonly hasIndicator: (code: string) => boolean;
  readonly isRetired: (code: string) => boolean;
  readonly hasUnit: (code: string) => boolean;
  readonly findDocument: DocumentFinder;
};

/** All problems at once, those of the version first, then section by section. */
export function problemsOf(
  { content, legalBasis, validFrom }: Pick<TemplateVersion, 'content' | 'legalBasis' | 'validFrom'>,
  nameable: Nameable,
): readonly TemplateProblem[] {
  const numbers = numbersOf(content.sections);
  const general = [
    legalBasis === '' ? 'Chưa ghi căn cứ pháp lý.' : null,
    validFrom === null ? 'Chưa ghi ngày có hiệu lực của căn cứ pháp lý.' : null,
    content.sections.length === 0 ? 'Mẫu chưa có mục nào.' : null,
    ...titleProblems(content.frame.title, 'Trích yếu'),
  ].filter((message) => message !== null);
  return [
    ...general.map((message) => ({ key: null, heading: '', line: null, message })),
    ...content.sections.flatMap((section, index) => {
      const heading = nameOf(section, numbers[index] ?? '');
      return sectionProblems(section, nameable).map((problem) => ({ key: section.key, heading, ...problem }));
    }),
  ];
}

/** How a section is called in lists; one without a heading by where it stands. */
export function nameOf(section: Section, number: string): string {
  const heading = headingOf(section, number);
  return heading === '' ? 'Đoạn không có tiêu đề' : heading;
}

function titleProblems(title: string, what: string): readonly string[] {
  const { nodes, problems } = parseText(title);
  const isPlain = nodes.every(({ kind }) => kind === 'text' || kind === 'word');
  return [
    ...problems.map(({ message }) => `${what}: ${message}`),
    ...(isPlain ? [] : [`${what} chỉ dùng được [[kỳ]], [[kỳ so sánh]], [[đơn vị]] và [[ngày chốt]].`]),
  ];
}

type Said = Pick<TemplateProblem, 'line' | 'message'>;

function sectionProblems(section: Section, nameable: Nameable): readonly Said[] {
  const { nodes, problems } = parseText(section.body);
  const titled = titleProblems(section.title, 'Tên mục').map((message) => ({ line: null, message }));
  const { indicators, units, documents } = referencesIn(nodes);
  const said = [
    ...titled,
    ...problems.map(({ line, column, message }) => ({ line, message: `cột ${column}: ${message}` })),
    ...ownerProblems(section, nameable),
    ...annexProblems(section, nodes),
    ...indicators.flatMap((named) => indicatorProblem(named, nameable)),
    ...units.flatMap(({ line, name }) =>
      nameable.hasUnit(name) ? [] : [{ line, message: `Không có đơn vị mang mã ${name}.` }],
    ),
    ...documents.flatMap((named) => documentProblem(named, nameable)),
  ];
  const seen = new Set<string>();
  return said.filter(({ line, message }) => {
    const key = `${line}|${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

function ownerProblems({ owner }: Section, { hasUnit }: Nameable): readonly Said[] {
  if (owner === null || !('unitCode' in owner) || hasUnit(owner.unitCode)) return [];
  return [
    { line: null, message: `Đơn vị chịu trách nhiệm mang mã ${owner.unitCode} không có trong hệ thống.` },
  ];
}

function annexProblems({ place, title }: Section, nodes: readonly Node[]): readonly Said[] {
  if (place === 'text') return [];
  const isOnlyTables = nodes.every(
    (node) =>
      node.kind === 'table' || node.kind === 'chart' || (node.kind === 'text' && node.text.trim() === ''),
  );
  return [
    ...(title === '' ? [{ line: null, message: 'Phụ lục phải có tên.' }] : []),
    ...(isOnlyTables
      ? []
      : [{ line: null, message: 'Phụ lục chỉ gồm bảng và biểu đồ. Hãy chuyển lời văn sang một mục.' }]),
  ];
}

function indicatorProblem({ line, name }: Named, { hasIndicator, isRetired }: Nameable): readonly Said[] {
  if (!hasIndicator(name)) {
    return [{ line, message: `Không có chỉ tiêu mang mã ${name}. Hãy tìm mã đúng trong danh mục chỉ tiêu.` }];
  }
  return isRetired(name) ? [{ line, message: `Chỉ tiêu ${name} đã thôi dùng.` }] : [];
}

function documentProblem({ line, name }: Named, { findDocument }: Nameable): readonly Said[] {
  const found = findDocument(name);
  if (found.length === 1) return [];
  const message =
    found.length === 0
      ? `Danh mục văn bản chưa có “${name}”. Hãy nhập văn bản này, hoặc sửa số, ký hiệu.`
      : `Có ${found.length} văn bản mang tên “${name}”. Hãy ghi thêm ngày ban hành, ví dụ: ${name} ngày 1/2/2020.`;
  return [{ line, message }];
}
