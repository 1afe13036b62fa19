import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, ReportDocument, Run } from '../document.ts';
import type { SectionTexts } from '../schema.ts';
import { parseText } from '../templates/language/parse.ts';
import { asksIn } from './asks.ts';
import {
  answer,
  BASE,
  figuresOf,
  INDICATORS,
  inputOf,
  section,
  SURROUNDINGS,
  templateOf,
} from './report.fixture.ts';
import { figureKey } from './schema.ts';
import { writeReport } from './write.ts';

const FIGURES = figuresOf([
  [{ code: 'BC-GIAO' }, 727],
  [{ code: 'BC-GIAO', period: BASE }, 731],
  [{ code: 'BC-HC' }, 77],
  [{ code: 'BC-SN' }, 650],
  [{ code: 'BC-HC', period: BASE }, 84],
  [{ code: 'BC-SN', period: BASE }, 647],
  [{ code: 'HS-DUNGHAN' }, 0.984, { numerator: 123, denominator: 125 }],
  [{ code: 'HS-DUNGHAN', period: BASE }, 0.97],
  [{ code: 'PA-NHAN' }, 0],
  [{ code: 'HS-NHAN', unitId: 2 }, 12],
  [{ code: 'HS-NHAN' }, 125],
  [{ code: 'HS-NHAN', filter: { channel: 'counter' } }, 120],
  [{ code: 'HS-NHAN', filter: { channel: 'online' } }, 5],
  [{ code: 'HS-NHAN', filter: { channel: 'post' } }, 0],
]);

function said(runs: readonly Run[]): string {
  return runs.map((run) => (run.kind === 'note' ? `[${run.number}]` : run.text)).join('');
}

function lines(blocks: readonly Block[]): readonly string[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `${block.number}# ${block.text}`;
      case 'paragraph':
        return said(block.runs);
      case 'item':
        return `${block.mark} ${said(block.runs)}`;
      case 'table':
        return [block.table.head, ...block.table.rows.map((row) => row.map((cell) => said(cell.runs)))]
          .map((row) => row.join(' | '))
          .join('\n');
      case 'chart':
        return block.chart.bars.map(({ label, value }) => `${label}: ${value}`).join('\n');
    }
  });
}

function written(body: string): ReportDocument {
  return writeReport(inputOf(templateOf(section('a', { body }))), SURROUNDINGS, FIGURES).document;
}

describe('The text of a report', () => {
  it.each([
    ['Giao [[BC-GIAO]].', 'Giao 727 biên chế.'],
    ['[[BC-GIAO | kỳ so sánh | số]]', '731'],
    ['Biên chế [[BC-GIAO | thay đổi so với năm 2015]]', 'Biên chế giảm 4 biên chế so với năm 2015'],
    [
      '[[BC-GIAO]] [[BC-GIAO | cơ cấu]]',
      '727 biên chế (trong đó: biên chế hành chính 77 biên chế; biên chế sự nghiệp 650 biên chế)',
    ],
    ['[[HS-NHAN | cơ cấu]]', '(trong đó: trực tiếp 120 hồ sơ; trực tuyến 5 hồ sơ; bưu chính 0 hồ sơ)'],
    ['đạt [[HS-DUNGHAN]], [[HS-DUNGHAN | tỷ số]]', 'đạt 98,4%, 123/125'],
    ['[[HS-DUNGHAN | thay đổi]]', 'tăng 1,4 điểm phần trăm so với năm 2015'],
    ['[[BC-HC | bằng chữ]]', '77 (bảy mươi bảy) biên chế'],
    ['[[HS-NHAN | tại: xa-a]] [[kỳ]] của [[đơn vị]]', '12 hồ sơ năm 2020 của Ủy ban nhân dân huyện An Lão'],
    ['[[nếu PA-NHAN > 0]]Có [[PA-NHAN]][[nếu không]]Không có phản ánh[[hết]].', 'Không có phản ánh.'],
    ['[[nếu có BC-GIAO | năm 1999]]cũ[[nếu không]]chưa rõ[[hết]]', 'chưa rõ'],
    ['- Theo kế hoạch [[văn bản: QĐ 1/QĐ-UBND]], giao', '- Theo kế hoạch[1], giao'],
    ['+  một \n\n– hai', '+ một\n- hai'],
  ])('%s says: %s', (body, expected) => {
    expect(lines(written(body).blocks).join('\n')).toBe(expected);
  });

  it('lists where each figure comes from once, under the number that the text carries', () => {
    const { sources, blocks } = written('[[BC-GIAO]] và [[BC-HC]], tức [[BC-GIAO | số]]');
    expect(
      sources.map(({ number, indicatorCode, value, source }) => [number, indicatorCode, value, source]),
    ).toEqual([
      [1, 'BC-GIAO', '727 biên chế', 'Sổ theo dõi, dòng 3'],
      [2, 'BC-HC', '77 biên chế', 'Sổ theo dõi, dòng 3'],
    ]);
    const [first] = blocks;
    const runs = first?.kind === 'paragraph' ? first.runs : [];
    expect(runs.flatMap((run) => (run.kind === 'figure' ? [run.source] : []))).toEqual([1, 2, 1]);
  });

  it('says at the top what it has no data for, with its section, and leaves a mark in the text', () => {
    const template = templateOf(
      section('a', {
        title: 'Biên chế',
        body: 'Giao [[BC-GIAO | năm 1999]][[văn bản: QĐ 9/QĐ-UBND]]\n[[viết: đánh giá]]',
      }),
    );
    const { document } = writeReport(inputOf(template), SURROUNDINGS, FIGURES);
    expect(lines(document.blocks)).toEqual(['1.# Biên chế', 'Giao (chưa có số liệu)[1]']);
    expect(document.missing).toEqual([
      '1. Biên chế: chưa có số liệu “Biên chế được giao” (BC-GIAO) năm 1999 của Ủy ban nhân dân huyện An Lão.',
      '1. Biên chế: danh mục văn bản chưa có “QĐ 9/QĐ-UBND”.',
      '1. Biên chế: chưa viết: đánh giá',
    ]);
  });

  it('puts tables together: over periods, over units, over a breakdown without what is nothing', () => {
    const body = [
      '[[bảng: Biên chế | hàng: BC-GIAO; BC-HC; BC-SN | cột: năm 2015; năm 2020; thay đổi; tăng giảm %; cơ cấu]]',
      '[[bảng: Theo xã | hàng: các xã | cột: HS-NHAN]]',
      '[[bảng: Theo kênh | hàng: theo channel | cột: HS-NHAN]]',
      '[[biểu đồ: Biên chế | hàng: BC-HC; BC-SN | cột: năm 2020]]',
    ].join('\n');
    expect(lines(written(body).blocks)).toEqual([
      'STT | Chỉ tiêu | Đơn vị tính | Năm 2015 | Năm 2020 | Tăng, giảm | Tăng, giảm (%) | Cơ cấu (%)\n' +
        '1 | Biên chế được giao | biên chế | 731 | 727 | -4 | -0,55 | 100\n' +
        '2 | Biên chế hành chính | biên chế | 84 | 77 | -7 | -8,33 | 10,59\n' +
        '3 | Biên chế sự nghiệp | biên chế | 647 | 650 | +3 | +0,46 | 89,41',
      'STT | Đơn vị | Hồ sơ tiếp nhận (hồ sơ)\n1 | Xã số 2 | 12\n2 | Xã số 3 | ',
      'STT | Kênh nộp | Hồ sơ tiếp nhận (hồ sơ)\n1 | Tổng số | 125\n2 | trực tiếp | 120\n3 | trực tuyến | 5',
      'Biên chế hành chính: 77\nBiên chế sự nghiệp: 650',
    ]);
  });

  it('takes what people wrote: instead of a body, in a place for writing, and from communes', () => {
    const template = templateOf(
      section('a', { title: 'Một', body: 'Mẫu\n[[viết: đánh giá]]' }),
      section('b', { title: 'Hai', body: 'Mẫu' }),
      section('c', { title: 'Ba', isCollected: true }),
    );
    const texts = new Map<string, SectionTexts>([
      ['a', { body: null, writings: { 1: 'Làm tốt.\n- Một việc' }, parts: [] }],
      ['b', { body: 'Sửa lại: [[BC-HC]]', writings: {}, parts: [] }],
      ['c', { body: null, writings: {}, parts: [{ unitName: 'Xã số 2', text: 'Đã xong' }] }],
    ]);
    const { document, sections } = writeReport(inputOf(template, { texts }), SURROUNDINGS, FIGURES);
    expect(lines(document.blocks)).toEqual([
      '1.# Một',
      'Mẫu',
      'Làm tốt.',
      '- Một việc',
      '2.# Hai',
      'Sửa lại: 77 biên chế',
      '3.# Ba',
      'Xã số 2:',
      'Đã xong',
    ]);
    expect(document.missing).toEqual([]);
    expect(sections.map(({ heading }) => heading)).toEqual(['1. Một', '2. Hai', '3. Ba']);
  });

  it('moves tables of annexes behind the text, and fills the frame', () => {
    const { frame, blocks, annexes } = writeReport(
      inputOf(
        templateOf(
          section('a', { body: 'Kính gửi' }),
          section('p', {
            title: 'Biên chế',
            place: 'annex',
            body: '[[bảng: Bảng 1 | hàng: BC-HC | cột: năm 2020]]',
          }),
        ),
        { issued: { number: '15/BC-UBND', date: '2021-01-10' } },
      ),
      SURROUNDINGS,
      FIGURES,
    ).document;
    expect(lines(blocks)).toEqual(['Kính gửi']);
    expect(annexes).toMatchObject([{ number: 'I', title: 'Biên chế', tables: [{ caption: 'Bảng 1' }] }]);
    expect(frame).toMatchObject({
      agency: 'ỦY BAN NHÂN DÂN HUYỆN AN LÃO',
      parentAgency: null,
      title: 'Kết quả cải cách hành chính năm 2020',
      number: '15/BC-UBND',
      date: '2021-01-10',
    });
  });

  it('asks beforehand for every figure that it then says, whatever there is and is not', () => {
    const codes = [...INDICATORS.keys()];
    const piece = fc
      .tuple(
        fc.constantFrom(...codes),
        fc.constantFrom(
          '',
          ' | kỳ trước',
          ' | năm 2015',
          ' | thay đổi',
          ' | cơ cấu',
          ' | tỷ lệ',
          ' | tại: xa-a',
        ),
      )
      .map(([code, option]) => `[[${code}${option}]] `);
    const condition = fc
      .tuple(fc.constantFrom(...codes), piece, piece)
      .map(([code, yes, no]) => `[[nếu ${code} > 10]]${yes}[[nếu không]]${no}[[hết]]\n`);
    const body = fc.array(fc.oneof(piece, condition), { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(body, fc.array(fc.option(fc.nat(1000))), (text, values) => {
        const asks = asksIn(SURROUNDINGS, parseText(text).nodes);
        const figures = new Map(
          asks.map((ask, index) => [
            figureKey(ask),
            answer(ask, values[index % (values.length || 1)] ?? null),
          ]),
        );
        const { sections, document } = writeReport(
          inputOf(templateOf(section('a', { body: text }))),
          SURROUNDINGS,
          figures,
        );
        for (const key of sections[0]?.figures ?? []) expect(figures.has(key)).toBe(true);
        const highest = document.sources.length;
        for (const block of document.blocks) {
          for (const run of block.kind === 'paragraph' ? block.runs : []) {
            if (run.kind === 'figure') expect(run.source).toBeLessThanOrEqual(highest);
          }
        }
      }),
    );
  });
});
