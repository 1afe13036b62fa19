import {
  COLUMNS,
  LIST_TITLE,
  TEMPLATE_FIELDS,
} from '#capabilities/dossiers/intake/group/workbook/columns.ts';
import { findBatch, type StoredBatch } from '#capabilities/dossiers/intake/group/batches/store.ts';
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
import { formOf } from './page.ts';
import { uploadOf } from './uploads.ts';
import type { Visited, Visitor } from './visitor.ts';

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
  const lines = [lineOf(1, { idNumber: '' }), lineOf(2, { fullName: 'Lê Văn C', idNumber: 'sai số' })];
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

let lastId = 500;

/** The number of somebody who was never received. */
export function newIdNumber(): string {
  lastId += 1;
  return `052090${String(lastId).padStart(6, '0')}`;
}

/** A line that can be received, unless it is said otherwise. */
export function lineOf(line: number, change: Partial<Line> = {}): Line {
  const empty = Object.fromEntries(LINE_FIELDS.map((field) => [field, '']));
  const person = { fullName: `Nguyễn Thị B${line}`, idNumber: newIdNumber(), address: 'Thôn 3, xã An Hòa' };
  return { ...empty, ...person, ...change, line } as Line; // Every field is there.
}

export async function countDossiers({ superuser }: TestSystem): Promise<number> {
  const { rows } = await superuser.query<{ total: number }>('select count(*)::int as total from dossiers');
  return rows[0]?.total ?? 0;
}

export async function batchOf({ db }: TestSystem, number: string): Promise<StoredBatch> {
  const batch = await findBatch(db, number);
  if (!batch) throw new Error(`No batch ${number}`);
  return batch;
}

/** Presses a button of a page that sends its form, found by the end of its address, to another one. */
export async function press(
  visitor: Visitor,
  { html }: Visited,
  [form, address, fields = {}]: readonly [string, string, Readonly<Record<string, string>>?],
): Promise<Visited> {
  const { action, fields: typed } = formOf(html, form);
  return visitor.post(action.slice(0, -form.length) + address, { ...typed, ...fields });
}
