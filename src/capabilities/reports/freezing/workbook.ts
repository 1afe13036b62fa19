/** Tables and sources of a report as a workbook, a sheet each. */
import { type CellValue, type ExportedSheet, workbookOf } from '#web/http/export.ts';
import { formatDateTime, parseNumber } from '#kernel/vietnamese/format.ts';
import type { ReportDocument, Run, Table } from '../document.ts';

/** The workbook of a report: tables of the text, tables of its annexes, and where each figure comes from. */
export async function annexWorkbook(document: ReportDocument): Promise<Uint8Array> {
  const inText = document.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  const tables = [...inText, ...document.annexes.flatMap((annex) => annex.tables)];
  return workbookOf([...tables.map(sheetOf), sourcesOf(document)]);
}

function sheetOf({ head, rows }: Table, index: number): ExportedSheet {
  return {
    title: `Bảng ${index + 1}`,
    head,
    rows: rows.map((row) => row.map(({ runs, align }) => cellOf(runs.map(wordsOf).join(''), align))),
  };
}

function wordsOf(run: Run): string {
  return run.kind === 'note' ? '' : run.text;
}

/** What stands at the right of its cell is a number, when it is one and nothing else. */
function cellOf(text: string, align: string): CellValue {
  return align === 'end' ? (parseNumber(text) ?? text) : text;
}

function sourcesOf({ sources }: ReportDocument): ExportedSheet {
  return {
    title: 'Nguồn số liệu',
    head: ['STT', 'Mã', 'Chỉ tiêu', 'Giá trị', 'Kỳ', 'Đơn vị', 'Nguồn', 'Lấy lúc'],
    rows: sources.map((line) => [
      line.number,
      line.indicatorCode,
      line.name,
      line.value,
      line.period,
      line.unit,
      line.source,
      formatDateTime(line.takenAt),
    ]),
  };
}
