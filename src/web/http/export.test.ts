import readSheets from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { csvOf, exportFormatOf, exportTable } from './export.ts';

const rows = [
  { name: 'Nguyễn Thị B', phone: '+84 905', fee: 8000, at: new Date('2020-04-28T02:12:00Z') },
  { name: '=HYPERLINK("x")', phone: '', fee: -5, at: null },
];
const columns = [
  { header: 'Họ và tên', value: (row: (typeof rows)[number]) => row.name },
  { header: 'Điện thoại', value: (row: (typeof rows)[number]) => row.phone },
  { header: 'Lệ phí', value: (row: (typeof rows)[number]) => row.fee },
  { header: 'Lúc', value: (row: (typeof rows)[number]) => row.at },
];

describe('a list as CSV', () => {
  test('is read by Excel as Vietnamese and never runs a formula', async () => {
    const response = await exportTable({ name: 'danh-sach', columns, rows, format: 'csv' });
    const bytes = new Uint8Array(await response.clone().arrayBuffer());
    const text = await response.text();
    expect(Buffer.from(bytes.subarray(0, 3)).toString('hex')).toBe('efbbbf');
    expect(text).toContain('Họ và tên,Điện thoại,Lệ phí,Lúc');
    expect(text).toContain("Nguyễn Thị B,'+84 905,8000,28/4/2020 09:12");
    expect(text).toContain(`"'=HYPERLINK(""x"")",,-5,`);
    expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''danh-sach.csv");
  });

  test('keeps commas, quotes and line ends inside a cell', () => {
    expect(csvOf([['a,b', 'nói "thế"', 'hai\ndòng']])).toBe('\uFEFF"a,b","nói ""thế""","hai\ndòng"\r\n');
  });
});

test('a list as XLSX keeps text as text, numbers as numbers and the clock of Vietnam', async () => {
  const response = await exportTable({ name: 'danh-sach', columns, rows, format: 'xlsx' });
  const [sheet] = await readSheets(Buffer.from(await response.arrayBuffer()));
  expect(sheet?.data[0]).toEqual(['Họ và tên', 'Điện thoại', 'Lệ phí', 'Lúc']);
  const [name, phone, fee, at] = sheet?.data[1] ?? [];
  expect([name, phone, fee]).toEqual(['Nguyễn Thị B', '+84 905', 8000]);
  // A spreadsheet counts days as a fraction, which loses less than a millisecond.
  expect(new Date(Number(at) + 1).toISOString().slice(0, 16)).toBe('2020-04-28T09:12');
  expect(sheet?.data[2]?.slice(0, 3)).toEqual(['=HYPERLINK("x")', null, -5]);
});

test('an unknown format is a page', () => {
  expect(exportFormatOf('xlsx')).toBe('xlsx');
  expect(exportFormatOf('pdf')).toBeNull();
  expect(exportFormatOf(undefined)).toBeNull();
});
