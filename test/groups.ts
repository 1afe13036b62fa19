import {
  COLUMNS,
  LIST_TITLE,
  TEMPLATE_FIELDS,
} from '#capabilities/dossiers/intake/group/workbook/columns.ts';
import { planWorkbook } from '#capabilities/dossiers/intake/group/workbook/service.ts';
import {
  type CommonInput,
  commonInput,
  type Line,
  LINE_FIELDS,
} from '#capabilities/dossiers/intake/group/schema.ts';
import { receiveSheet } from '#capabilities/dossiers/intake/group/sheet/service.ts';
import type { Context } from '#foundation/context.ts';
import { workbookOf } from '#web/http/export.ts';
import { actAs } from './cast.ts';
import type { TestSystem } from './database.ts';
import { receptionOf } from './dossiers.ts';
import { uploadOf } from './uploads.ts';

const SLUG = 'chung-thuc-ban-sao-tu-ban-chinh';

/** What the lines of a group have in common. */
export async function commonOf(ctx: Context): Promise<CommonInput> {
  return commonInput.parse(await receptionOf(ctx, SLUG));
}

/** A group of An Hòa with a line that was not received, and a workbook that was only looked at. */
export async function groupsOf(
  system: TestSystem,
): Promise<{ readonly batch: string; readonly plan: string }> {
  const ctx = await actAs(system, 'mot-cua.an-hoa');
  const common = await commonOf(ctx);
  const lines = [lineOf(1, 'Nguyễn Thị B', ''), lineOf(2, 'Lê Văn C', 'sai số')];
  const batch = await receiveSheet(ctx, { common, lines, mode: 'good' });
  const bytes = await workbookOf([
    {
      title: LIST_TITLE,
      head: TEMPLATE_FIELDS.map((field) => COLUMNS[field].header),
      rows: [
        ['Đinh Thị D', '', '', '', 'Thôn 3, xã An Hòa'],
        ['Đinh Văn E', '12', '', '', ''],
      ],
    },
  ]);
  const file = await uploadOf(system, bytes, { name: 'danh-sach.xlsx', field: 'file' });
  return { batch, plan: await planWorkbook(ctx, { common, earlier: false, file }) };
}

function lineOf(line: number, fullName: string, idNumber: string): Line {
  const empty = Object.fromEntries(LINE_FIELDS.map((field) => [field, '']));
  return { ...empty, fullName, idNumber, address: 'Thôn 3, xã An Hòa', line } as Line; // Every field is there.
}
