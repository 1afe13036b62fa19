import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, asyncProperty, uint8Array } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPdf, useOfficeTemplates } from '#platform/print/typst.ts';
import { archiveOf, docxWith, PDF } from '#platform/uploads/specimens.fixture.ts';
import { textOfFile } from './file-text.ts';
import { PROBLEMS } from './lines.ts';
import { readText } from './read.ts';

const TEMPLATE = `#let form = json(bytes(sys.inputs.form))
#set document(title: "Thử", date: auto)
#set page(paper: "a4", numbering: "1")
#set text(font: "Tinos", size: 14pt, fallback: false, lang: "vi")
#for words in form.paragraphs [#words #footnote[Ghi chú của đoạn.] \\ ]
#table(columns: (1fr, 1fr, 1fr), [Năm], [Giao], [Có mặt], [2019], [731], [590])
#pagebreak()
Trang sau.`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-text-'));
  mkdirSync(join(folder, 'trial'));
  writeFileSync(join(folder, 'trial', 'report.typ'), TEMPLATE);
  useOfficeTemplates(folder);
});
afterAll(() => {
  useOfficeTemplates(null);
  rmSync(folder, { recursive: true });
});

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function docx(body: string, footnotes = ''): Buffer {
  const document = `<w:document ${WORD}><w:body>${body}</w:body></w:document>`;
  const notes = `<w:footnotes ${WORD}>${footnotes}</w:footnotes>`;
  return archiveOf([
    ['word/document.xml', document],
    ...(footnotes === '' ? [] : [['word/footnotes.xml', notes] as const]),
  ]);
}

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner: string): string => `<w:p>${inner}</w:p>`;

describe('The text of a document', () => {
  it('is a line for each paragraph, broken where its writer broke it, without what was struck out', async () => {
    const body = [
      paragraph(run('Tổng số ') + run('731 biên chế')),
      paragraph(`${run('Một')}<w:r><w:br/></w:r>${run('Hai')}`),
      paragraph(`${run('còn')}<w:del>${run(' bỏ')}</w:del>`),
      paragraph(''),
    ].join('');
    expect(await readText(docx(body))).toEqual({
      lines: ['Tổng số 731 biên chế', 'Một', 'Hai', 'còn', ''],
      pages: null,
    });
  });

  it('has a line for each row of a table, and footnotes after it with their numbers', async () => {
    const cell = (inner: string): string => `<w:tc>${inner}</w:tc>`;
    const row = [paragraph(run('Giao')), paragraph(run('84')) + paragraph(run('người'))].map(cell).join('');
    const notes = [
      `<w:footnote w:id="-1">${paragraph(run('kẻ'))}</w:footnote>`,
      `<w:footnote w:id="1">${paragraph(run(' Quyết định số 1'))}</w:footnote>`,
    ].join('');
    const read = await readText(docx(`<w:tbl><w:tr>${row}</w:tr></w:tbl>${paragraph(run('Hết'))}`, notes));
    expect(read.lines).toEqual(['Giao\t84 người', 'Hết', '1 Quyết định số 1']);
  });

  it('of a PDF stands line by line as on its pages, columns apart, the next page behind a form feed', async () => {
    const data = { paragraphs: ['Ủy ban nhân dân huyện giao 731 biên chế', 'Đã ký số ưởng ữ'] };
    const pdf = await renderPdf({
      template: 'trial/report',
      data,
      createdAt: new Date('2020-04-28T02:12:00Z'),
    });
    const { lines = [] } = await textOfFile(Uint8Array.from(pdf));
    expect(lines.some((line) => line.startsWith('Ủy ban nhân dân huyện giao 731 biên chế'))).toBe(true);
    expect(lines.some((line) => line.startsWith('Đã ký số ưởng ữ'))).toBe(true);
    expect(lines.some((line) => /^2019 {3,}731 {3,}590$/.test(line))).toBe(true);
    expect(lines.filter((line) => line.startsWith('\f'))).toEqual(['\fTrang sau.']);
    expect(lines.some((line) => line.includes('Ghi chú của đoạn.'))).toBe(true);
  });

  it.each([
    ['in UTF-8', Buffer.from('một\r\nhai\n'), ['một', 'hai']],
    ['in UTF-8 with its mark', Buffer.from('\uFEFFmột'), ['một']],
    ['in UTF-16', Buffer.from('\uFEFFmột\nhai', 'utf16le'), ['một', 'hai']],
    ['in the code page from before', Buffer.from([0x6d, 0xf4, 0xf2, 0x74]), ['mộ̣t'.normalize('NFC')]],
  ])('%s is read', async (_what, bytes, lines) => {
    const read = await readText(bytes);
    expect(read.lines?.length).toBe(lines.length);
    expect(read.lines?.[0]?.startsWith('m')).toBe(true);
  });

  it.each([
    ['nothing', Buffer.alloc(0), PROBLEMS.empty],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), PROBLEMS.unknown],
    ['a PDF without words', PDF, PROBLEMS.scanned],
    ['half a PDF', PDF.subarray(0, 40), PROBLEMS.damaged],
    ['an archive that is no document', docxWith(), PROBLEMS.empty],
    ['a document with broken XML', docx('<w:p><w:t>a</w:p>'), PROBLEMS.damaged],
  ])('of %s is refused with what to do', async (_what, bytes, problem) => {
    expect(await readText(bytes)).toEqual({ problem });
  });

  it('of an archive that unpacks to far more than it is, is refused', async () => {
    const bomb = docx(paragraph(run('a'.repeat(80_000_000))));
    expect(await readText(bomb)).toEqual({ problem: PROBLEMS.damaged });
  });

  it('that takes too long is given up with a sentence', async () => {
    expect(await textOfFile(Uint8Array.from(PDF), 1)).toEqual({ problem: PROBLEMS.hard });
  });

  it('is read from any bytes without failing', async () => {
    await assert(
      asyncProperty(uint8Array({ maxLength: 300 }), async (bytes) => {
        const read = await readText(bytes);
        expect(read.lines ?? read.problem).toBeTruthy();
        const asPdf = await readText(Uint8Array.from([...Buffer.from('%PDF-1.7\n'), ...bytes]));
        expect(asPdf.lines ?? asPdf.problem).toBeTruthy();
      }),
      { numRuns: 60 },
    );
  });
});
