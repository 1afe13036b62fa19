/** What stands in a file beside the elements that are run: told, so that nothing goes unnoticed. */
import type { ModdleElement, ModdleWarning } from 'bpmn-moddle';
import { collaborationsOf, elementsOf, idOf, processesOf, typeOf } from './element.ts';
import { lineOf, type ReportLine } from './report.ts';

const UNRUN: ReadonlySet<string> = new Set(['dataObject', 'dataObjectReference', 'dataStoreReference']);

/** Whether a flow element is only there to be seen. */
export function isUnrun(element: ModdleElement): boolean {
  return UNRUN.has(typeOf(element));
}

const INNER = {
  documentation: 'phần ghi chú (documentation)',
  extensionElements: 'phần mở rộng của công cụ khác',
  ioSpecification: 'khai báo dữ liệu vào, ra',
  dataInputAssociations: 'liên kết dữ liệu vào',
  dataOutputAssociations: 'liên kết dữ liệu ra',
  resources: 'phân công người thực hiện',
} as const;

/** Properties of elements that are not taken over, one line for each kind. */
export function innerLines(elements: readonly ModdleElement[]): readonly ReportLine[] {
  return Object.entries(INNER).flatMap(([type, words]): readonly ReportLine[] => {
    const holders = elements.filter((element) => {
      const value = element.get(type);
      return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
    });
    if (holders.length === 0) return [];
    return [
      {
        outcome: 'dropped',
        id: '',
        type,
        name: '',
        reason: `${holders.length} phần tử có ${words}, không dùng đến.`,
      },
    ];
  });
}

/** Everything in the file beside the flow elements that are run. */
export function surroundings(file: {
  readonly process: ModdleElement;
  readonly roots: readonly ModdleElement[];
  readonly warnings: readonly ModdleWarning[];
}): readonly ReportLine[] {
  const { process, roots, warnings } = file;
  const shown = [
    ...elementsOf(process, 'flowElements').filter(isUnrun),
    ...elementsOf(process, 'artifacts'),
    ...collaborationsOf(roots).flatMap((found) => [
      ...elementsOf(found, 'messageFlows'),
      ...elementsOf(found, 'artifacts'),
    ]),
  ];
  const others = processesOf(roots).filter((found) => found !== process);
  return [
    ...shown.map((element) =>
      lineOf(element, 'dropped', 'Chỉ để minh họa, không tham gia vào việc chạy quy trình.'),
    ),
    ...others.map((element) =>
      lineOf(element, 'refused', 'Mỗi tệp chỉ nhập một quy trình; quy trình này ở tệp khác thì nhập riêng.'),
    ),
    ...warnings.map(({ message, element }) => ({
      outcome: 'dropped' as const,
      id: element === undefined ? '' : idOf(element),
      type: element === undefined ? '' : typeOf(element),
      name: '',
      reason: `Phần sau không đọc được: ${message.split('\n')[0] ?? ''}.`,
    })),
  ];
}
