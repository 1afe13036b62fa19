import { spawnSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '../document.ts';
import { writeDocx } from './docx/write.ts';
import { linesOf } from './lines.ts';
import { printReport } from './print.ts';
import { draftReport, longReport, SAMPLE_FRAME } from './sample.fixture.ts';
import { balancedLines } from './text-width.ts';
import { ReportView } from './web/view.tsx';

const madeAt = new Date('2020-02-05T02:00:00Z');

/** Two notes mentioned in the other order and once more, a figure with a source, markup and letters that are no letters. */
const SHORT: ReportDocument = {
  frame: { ...SAMPLE_FRAME, number: '5/BC-UBND' },
  blocks: [
    { kind: 'heading', level: 1, number: 'Phần thứ nhất', text: 'Kết quả thực hiện' },
    {
      kind: 'paragraph',
      runs: [
        { kind: 'text', text: 'Đã nhận ' },
        { kind: 'figure', text: '727 hồ sơ', source: 1 },
        { kind: 'note', number: 2 },
        { kind: 'text', text: ' và lại' },
        { kind: 'note', number: 2 },
        { kind: 'text', text: ' rồi' },
        { kind: 'note', number: 1 },
      ],
    },
    {
      kind: 'item',
      mark: '-',
      runs: [{ kind: 'text', text: '#panic() <w:p> & *đậm* $x$ \u0000\u202E\uD800 "nháy"' }],
    },
  ],
  notes: [
    { number: 1, text: 'Chú thích của rồi.' },
    { number: 2, text: 'Chú thích của nhận.' },
  ],
  annexes: [],
  sources: longReport().sources.slice(0, 1),
  missing: [],
  isDraft: false,
};

async function partsOf(document: ReportDocument): Promise<Readonly<Record<string, string>>> {
  const parts = unzipSync(await writeDocx(document, madeAt));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** Letters and digits alone: how lines are broken is not what is compared. */
const lettersOf = (text: string): string => text.normalize('NFC').replaceAll(/[^\p{L}\p{N}]/gu, '');

function pdfText(pdf: Uint8Array): string {
  return spawnSync('pdftotext', ['-raw', '-', '-'], { input: pdf, maxBuffer: 1e8 }).stdout.toString('utf8');
}

describe('the file for Word', () => {
  it('has Word’s own notes, one for each, in the order of the text', async () => {
    const { 'word/footnotes.xml': notes = '', 'word/document.xml': text = '' } = await partsOf(SHORT);
    expect(notes.indexOf('Chú thích của nhận.')).toBeLessThan(notes.indexOf('Chú thích của rồi.'));
    expect(text.match(/<w:footnoteReference /g)).toHaveLength(2);
  });

  it('leads from a figure to its line among the sources and back', async () => {
    const { 'word/document.xml': text = '' } = await partsOf(SHORT);
    for (const place of ['nguon_so_lieu_1', 'so_lieu_1']) {
      expect(text).toContain(`w:anchor="${place}"`);
      expect(text).toContain(`w:name="${place}"`);
    }
  });

  it('counts the pages of every annex by itself, on a page on its side where a table is wide', async () => {
    const { 'word/document.xml': text = '' } = await partsOf(longReport());
    const sections = text.match(/<w:sectPr.*?<\/w:sectPr>/g) ?? [];
    expect(sections).toHaveLength(12);
    for (const section of sections) expect(section).toContain('w:start="1"');
    expect(sections.filter((section) => section.includes('landscape')).length).toBeGreaterThan(2);
  });

  it('has the margins, the typeface and the sizes of the decree', async () => {
    const { 'word/document.xml': text = '', 'word/styles.xml': styles = '' } = await partsOf(SHORT);
    expect(text).toMatch(/w:left="1701"/);
    expect(styles).toContain('Times New Roman');
    expect(styles).toMatch(/w:styleId="Heading5"/);
  });

  it('has the same bytes whenever it is made again', async () => {
    const [first, second] = [await writeDocx(longReport(), madeAt), await writeDocx(longReport(), madeAt)];
    expect(Buffer.compare(first, second)).toBe(0);
  });
});

describe('a report in all its forms', () => {
  it('says the same words on paper, on the page and to the checker', async () => {
    const lines = linesOf(SHORT);
    const onPaper = lettersOf(pdfText(await printReport(SHORT, madeAt)));
    const onPage = lettersOf(renderToString(<ReportView document={SHORT} />).replaceAll(/<[^>]*>/g, ''));
    const { 'word/document.xml': word = '' } = await partsOf(SHORT);
    const inWord = lettersOf(word.replaceAll(/<[^>]*>/g, ''));
    for (const said of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'KẾT QUẢ THỰC HIỆN',
      '727 hồ sơ',
      'Số: 05/BC-UBND',
      'Đinh Văn A',
    ]) {
      expect(lines.join('\n')).toContain(said);
      for (const text of [onPaper, onPage, inWord]) expect(text).toContain(lettersOf(said));
    }
  });

  it('shows markup of any kind as the letters it is', async () => {
    expect(pdfText(await printReport(SHORT, madeAt))).toContain('#panic() <w:p> & *đậm* $x$');
    const { 'word/document.xml': word = '' } = await partsOf(SHORT);
    expect(word).toContain('#panic() &lt;w:p&gt; &amp; *đậm* $x$');
    expect(word).not.toMatch(/[\u0000\u202E]/); // oxlint-disable-line no-control-regex -- exactly these must not be there
  });

  it('is a PDF/A that stays one with thirty pages, notes and wide tables', async () => {
    const pdf = await printReport(longReport(), madeAt);
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/pdfaid:part>2</);
    expect(pdfText(pdf)).toContain('Phụ lục XI');
  });

  it('is marked while it is a draft, and says what is missing', async () => {
    const text = pdfText(await printReport(draftReport(), madeAt));
    expect(text.match(/DỰ THẢO/g)?.length).toBeGreaterThan(25);
    expect(text).toContain('Còn thiếu số liệu');
    expect(pdfText(await printReport(longReport(), madeAt))).not.toContain('DỰ THẢO');
  });

  it('opens each figure on the page where it comes from', () => {
    expect(renderToString(<ReportView document={SHORT} />)).toMatch(
      /href="\/indicators\/HS-101"[^>]*>727 hồ sơ/,
    );
  });
});

describe('a long title', () => {
  it('is broken before a new thought, never before a year or a dash', () => {
    expect(
      balancedLines(
        'Kết quả công tác cải cách hành chính giai đoạn 2011 - 2020 trên địa bàn huyện An Lão',
        150,
        14,
      )[1],
    ).toMatch(/^(giai|trên)/);
  });
});
