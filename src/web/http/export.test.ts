import { array, assert, asyncProperty, constantFrom, oneof, property, string } from 'fast-check';
import readSheets from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { openArchive } from '#platform/archive/zip.ts';
import { CONTENT_LIMITS } from '#platform/uploads/limits.ts';
import { csvOf, exportFormatOf, exportTable, workbookOf } from './export.ts';

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

describe('Whatever people wrote', () => {
  const sign = constantFrom('=', '+', '-', '@', '＝', '\t', '\r', '\n', ';', ',', '"', "'", ' ', 'a', 'đ');
  const hostile = oneof(
    array(sign, { maxLength: 8 }).map((signs) => signs.join('')),
    string({ unit: 'grapheme', maxLength: 12 }),
    constantFrom(
      'toString',
      '__proto__',
      "=cmd|'/c calc'!A1",
      '@SUM(1)',
      ' =1',
      '"=1',
      'x;=1',
      'x\n+1',
      'x\t-1',
    ),
  );
  const lines = array(array(hostile, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });

  test('is no formula in CSV, at whichever mark the spreadsheet cuts the line', () => {
    assert(
      property(lines, constantFrom(',', ';', '\t'), (rows, mark) => {
        const cells = cellsOf(csvOf(rows).slice(1), mark);
        const formula = mark === ',' ? /^[\s"]*[=+\-@＝＋－＠]|^[\t\r]/ : /^[\s"]*[=+\-@＝＋－＠]/;
        expect(cells.filter((cell) => formula.test(cell))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('comes back from CSV as it was, but for the apostrophe', () => {
    assert(
      property(lines, (rows) => {
        const plain = (text: string): string => text.replaceAll("'", '');
        const written = rows.flat().map(plain);
        expect(cellsOf(csvOf(rows).slice(1), ',').slice(0, written.length).map(plain)).toEqual(written);
      }),
    );
  });

  test('is text in XLSX, never a formula, and comes back', async () => {
    await assert(
      asyncProperty(lines, async (rows) => {
        const bytes = await workbookOf([{ title: 'Danh sách', head: ['A'], rows }]);
        const parts = openArchive(bytes, CONTENT_LIMITS.archive) ?? [];
        const xml = parts
          .filter(({ name }) => name.includes('worksheets'))
          .map(({ content }) => String(content()));
        expect(xml.length).toBeGreaterThan(0);
        for (const sheet of xml) expect(sheet).not.toMatch(/<f[\s>]/);
        const [sheet] = await readSheets(Buffer.from(bytes), { trim: false });
        const written = rows.flat().filter((text) => text.trim() !== '');
        const read = sheet?.data
          .slice(1)
          .flat()
          .filter((cell) => String(cell ?? '').trim() !== '');
        const spaced = written.map((text) => (text in {} ? `${text} ` : text));
        expect(read?.map((cell) => lineEnds(String(cell)))).toEqual(spaced.map(lineEnds));
      }),
      { numRuns: 60 },
    );
  });

  test('of nothing but line ends is written without looking at each of them time and again', () => {
    const blank = '\n'.repeat(60_000);
    expect(csvOf([[blank]])).toContain(blank);
  });

  /** XML knows one line end. */
  function lineEnds(text: string): string {
    return text.replaceAll(/\r\n?/g, '\n');
  }

  /** Cells as a spreadsheet finds them: quotation marks count where a cell begins. */
  function cellsOf(text: string, mark: string): readonly string[] {
    const cells: string[] = [];
    for (let at = 0; at <= text.length; at += 1) {
      let cell = '';
      if (text[at] === '"') {
        for (at += 1; at < text.length && (text[at] !== '"' || text[at + 1] === '"'); at += 1) {
          if (text[at] === '"') at += 1;
          cell += text[at];
        }
        at += 1;
      }
      while (at < text.length && text[at] !== mark && text[at] !== '\n' && text[at] !== '\r')
        cell += text[at++];
      cells.push(cell);
      if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    }
    return cells;
  }
});
