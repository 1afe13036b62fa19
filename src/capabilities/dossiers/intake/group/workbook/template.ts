import { exportWorkbook } from '#web/http/export.ts';
import { COLUMNS, LIST_TITLE, TEMPLATE_FIELDS, type WorkbookColumn } from './columns.ts';

/** The workbook to fill in: the list with its head, and what goes into each column. */
export async function templateFile(slug: string): Promise<Response> {
  const columns: readonly WorkbookColumn[] = TEMPLATE_FIELDS.map((field) => COLUMNS[field]);
  return exportWorkbook(`mau-nhap-${slug}`, [
    {
      title: LIST_TITLE,
      head: columns.map(({ header }) => header),
      rows: [],
      widths: columns.map(({ width }) => width),
    },
    {
      title: 'Hướng dẫn',
      head: ['Cột', 'Ghi gì', 'Ví dụ'],
      rows: columns.map(({ header, help, example, earlier }) => [
        header,
        earlier ? `${help} Hồ sơ mới thì để trống.` : help,
        example,
      ]),
      widths: [28, 70, 32],
    },
  ]);
}
