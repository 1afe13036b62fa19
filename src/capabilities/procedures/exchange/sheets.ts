/** The sheets of a workbook: one row a procedure, and one sheet for every list, its rows named by the procedure's address. */
import { ROLE_LABELS } from '#foundation/access/roles.ts';
import { UNIT_FUNCTION_LABELS } from '#foundation/organisation/schema.ts';
import type { ExportedSheet } from '#web/http/export.ts';
import { ASKED_PAPER_LABELS } from '#capabilities/slips/words.ts';
import type { ProcedureContent } from '../content.ts';
import {
  APPLICANT_LABELS,
  EXTERNAL_LABELS,
  FIELD_TYPE_LABELS,
  LEVEL_LABELS,
  LIMIT_UNIT_LABELS,
  ONLINE_LEVEL_LABELS,
  SCOPE_LABELS,
} from '../labels.ts';
import {
  type Cell,
  dateCell,
  labelCell,
  labelsCell,
  linesCell,
  namesCell,
  numberCell,
  optionalNumberCell,
  textCell,
  yesNoCell,
} from './cells.ts';
import type { CatalogueEntry } from './schema.ts';

export type SheetColumn = { readonly key: string; readonly header: string; readonly cell: Cell };

/** A list of the content on its own sheet. `flatten` and `nest` put `place` of a step into single columns and back. */
export type ListSheet = {
  readonly part: 'papers' | 'steps' | 'fees' | 'legalBasis' | 'extensions' | 'eform';
  readonly title: string;
  readonly columns: readonly SheetColumn[];
};

export const MAIN_TITLE = 'Thủ tục';
export const SLUG_HEADER = 'Mã định danh';

/** Columns of the main sheet after the address; keys with a dot are inside the time limit. */
export const MAIN_COLUMNS: readonly SheetColumn[] = [
  column('code', 'Mã thủ tục', textCell),
  column('name', 'Tên thủ tục', textCell),
  column('shortName', 'Tên gọi tắt', textCell),
  column('domain', 'Lĩnh vực', textCell),
  column('level', 'Cấp giải quyết', labelCell(LEVEL_LABELS)),
  column('applicants', 'Đối tượng', labelsCell(APPLICANT_LABELS)),
  column('onlineLevel', 'Mức độ trực tuyến', labelCell(ONLINE_LEVEL_LABELS)),
  column('postal', 'Bưu chính công ích', yesNoCell),
  column('timeLimit.value', 'Thời hạn', numberCell),
  column('timeLimit.unit', 'Đơn vị thời hạn', labelCell(LIMIT_UNIT_LABELS)),
  column('timeLimit.cutoff', 'Giờ nhận cuối', textCell),
  column('timeLimit.note', 'Ghi chú thời hạn', textCell),
  column('results', 'Kết quả', namesCell),
  column('conditions', 'Yêu cầu, điều kiện', textCell),
  column('forms', 'Mẫu đơn, tờ khai', namesCell),
  column('lifeEvents', 'Sự kiện đời sống', linesCell),
  column('synonyms', 'Cách gọi khác', linesCell),
  column('validFrom', 'Hiệu lực từ', dateCell),
];

export const LIST_SHEETS: readonly ListSheet[] = [
  {
    part: 'papers',
    title: 'Thành phần hồ sơ',
    columns: [
      column('name', 'Tên giấy tờ', textCell),
      column('kind', 'Loại', labelCell(ASKED_PAPER_LABELS)),
      column('copies', 'Số bản', numberCell),
      column('required', 'Bắt buộc', yesNoCell),
      column('condition', 'Điều kiện, ghi chú', textCell),
    ],
  },
  {
    part: 'steps',
    title: 'Các bước',
    columns: [
      column('name', 'Tên bước', textCell),
      column('place.scope', 'Nơi thực hiện', labelCell(SCOPE_LABELS)),
      column(
        'place.function',
        'Cơ quan, lĩnh vực',
        labelCell({ ...UNIT_FUNCTION_LABELS, ...EXTERNAL_LABELS }),
      ),
      column('place.role', 'Vai trò', labelCell(ROLE_LABELS)),
      column('workingHours', 'Số giờ làm việc', numberCell),
    ],
  },
  {
    part: 'fees',
    title: 'Phí, lệ phí',
    columns: [
      column('name', 'Tên khoản thu', textCell),
      column('amountVnd', 'Mức thu (đồng)', numberCell),
      column('per', 'Đơn vị tính', textCell),
      column('laterFrom', 'Mức khác từ đơn vị thứ', optionalNumberCell),
      column('laterVnd', 'Mức thu từ đơn vị đó (đồng)', optionalNumberCell),
      column('maximumVnd', 'Mức thu cao nhất (đồng)', optionalNumberCell),
      column('note', 'Miễn, giảm, ghi chú', textCell),
      column('setBy', 'Nơi quy định', textCell),
    ],
  },
  {
    part: 'legalBasis',
    title: 'Căn cứ pháp lý',
    columns: [
      column('number', 'Số, ký hiệu', textCell),
      column('title', 'Tên văn bản', textCell),
      column('issuer', 'Cơ quan ban hành', textCell),
      column('date', 'Ngày ban hành', dateCell),
    ],
  },
  {
    part: 'extensions',
    title: 'Kéo dài thời hạn',
    columns: [
      column('when', 'Trường hợp', textCell),
      column('addWorkingDays', 'Thêm ngày làm việc', numberCell),
    ],
  },
  {
    part: 'eform',
    title: 'Biểu mẫu điện tử',
    columns: [
      column('name', 'Mã trường', textCell),
      column('label', 'Nhãn', textCell),
      column('type', 'Kiểu', labelCell(FIELD_TYPE_LABELS)),
      column('required', 'Bắt buộc', yesNoCell),
      column('options', 'Lựa chọn', linesCell),
      column('hint', 'Gợi ý', textCell),
    ],
  },
];

/** The whole catalogue as sheets. */
export function sheetsOf(entries: readonly CatalogueEntry[]): readonly ExportedSheet[] {
  const main = {
    title: MAIN_TITLE,
    head: [SLUG_HEADER, ...MAIN_COLUMNS.map(({ header }) => header)],
    rows: entries.map((entry) => mainRow(entry)),
  };
  return [main, ...LIST_SHEETS.map((sheet) => listSheet(sheet, entries))];
}

function mainRow({ slug, code, validFrom, content }: CatalogueEntry) {
  const values = { ...content, code, validFrom };
  return [slug, ...MAIN_COLUMNS.map(({ key, cell }) => cell.write(valueAt(values, key)))];
}

function listSheet({ part, title, columns }: ListSheet, entries: readonly CatalogueEntry[]): ExportedSheet {
  const rows = entries.flatMap(({ slug, content }) =>
    linesOf(content, part).map((line) => [
      slug,
      ...columns.map(({ key, cell }) => cell.write(valueAt(line, key))),
    ]),
  );
  return { title, head: [SLUG_HEADER, ...columns.map(({ header }) => header)], rows };
}

function linesOf(content: ProcedureContent, part: ListSheet['part']): readonly object[] {
  return content[part];
}

/** `place.scope` of a step; undefined where there is no such part. */
function valueAt(value: object, key: string): unknown {
  const [first = '', ...rest] = key.split('.');
  const part: unknown = Object.entries(value).find(([name]) => name === first)?.[1];
  if (rest.length === 0) return part;
  return typeof part === 'object' && part !== null ? valueAt(part, rest.join('.')) : undefined;
}

function column(key: string, header: string, cell: Cell): SheetColumn {
  return { key, header, cell };
}
