/** Made-up reports: a long one of thirty pages for looking at and measuring, and a short one for tests. No figure is anybody's. */
import { formatNumber } from '#kernel/vietnamese/format.ts';
import { roman } from '../templates/numbering.ts';
import type {
  Annex,
  Block,
  Footnote,
  FigureSourceLine,
  Frame,
  ReportDocument,
  Run,
  Table,
} from '../document.ts';

export const SAMPLE_FRAME: Frame = {
  parentAgency: 'UBND tỉnh Bình Định',
  agency: 'Ủy ban nhân dân huyện An Lão',
  number: '15/BC-UBND',
  place: 'An Lão',
  date: '2020-02-05',
  typeName: 'Báo cáo',
  title: 'Kết quả công tác cải cách hành chính giai đoạn 2011 - 2020 trên địa bàn huyện An Lão',
  recipients: [
    'UBND tỉnh (báo cáo)',
    'Sở Nội vụ',
    'Thường trực Huyện ủy, Thường trực HĐND huyện',
    'Chủ tịch, các Phó Chủ tịch UBND huyện',
    'Các phòng, ban, UBND các xã, thị trấn',
    'Lưu: VT, NV (02)',
  ],
  authority: ['TM. Ủy ban nhân dân', 'KT. Chủ tịch'],
  signerTitle: 'Phó Chủ tịch',
  signer: 'Đinh Văn A',
};

const AREAS = [
  'Công tác chỉ đạo, điều hành',
  'Cải cách thể chế',
  'Cải cách thủ tục hành chính',
  'Cải cách tổ chức bộ máy hành chính',
  'Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức',
  'Cải cách tài chính công',
  'Hiện đại hóa hành chính',
] as const;

const SENTENCES = [
  'Trong kỳ báo cáo, các cơ quan, đơn vị đã bám sát kế hoạch, phân công rõ người, rõ việc, rõ thời hạn hoàn thành.',
  'Việc kiểm tra được lồng ghép với kiểm tra công vụ, sau mỗi đợt đều có thông báo kết luận và thời hạn khắc phục.',
  'Bên cạnh kết quả đạt được, một số đơn vị còn chậm cập nhật số liệu, chất lượng báo cáo chưa đồng đều.',
  'Nguyên nhân chủ yếu là cán bộ kiêm nhiệm nhiều việc, hạ tầng kỹ thuật ở các xã vùng cao còn thiếu.',
  'Thời gian tới tiếp tục rà soát, cắt giảm thành phần hồ sơ không cần thiết và rút ngắn thời hạn giải quyết.',
] as const;

const COMMUNES = [
  'An Dũng',
  'An Hòa',
  'An Hưng',
  'An Nghĩa',
  'An Quang',
  'An Tân',
  'An Toàn',
  'An Trung',
  'An Vinh',
  'thị trấn An Lão',
] as const;

const words = (said: string): Run => ({ kind: 'text', text: said });

/** Counts figures and notes up as the text uses them. */
type Counters = { figure: number; note: number };

/** About thirty pages: 84 figures, 60 notes, ten annexes of which some lie on their side, and the annex of sources. */
export function longReport(): ReportDocument {
  const counters: Counters = { figure: 0, note: 0 };
  const blocks = [
    opening(counters),
    ...partBlocks(1, 'Tình hình triển khai và kết quả thực hiện', counters),
    ...partBlocks(2, 'Phương hướng, nhiệm vụ giai đoạn 2021 - 2030', counters),
  ];
  return {
    frame: SAMPLE_FRAME,
    blocks,
    notes: Array.from({ length: counters.note }, (_, index) => noteAt(index + 1)),
    annexes: Array.from({ length: 10 }, (_, index) => annexAt(index + 1)),
    sources: Array.from({ length: counters.figure }, (_, index) => sourceAt(index + 1)),
    missing: [],
    isDraft: false,
  };
}

/** The long one before it is issued: no number, no day, a mark on every page and a list of what is missing. */
export function draftReport(): ReportDocument {
  return {
    ...longReport(),
    frame: { ...SAMPLE_FRAME, number: null, date: null, signer: '' },
    missing: [
      'Cải cách tài chính công: chưa có số đơn vị sự nghiệp tự chủ năm 2016.',
      'Hiện đại hóa hành chính: xã An Toàn chưa nhập tỷ lệ văn bản điện tử năm 2019.',
    ],
    isDraft: true,
  };
}

function opening(counters: Counters): Block {
  return {
    kind: 'paragraph',
    runs: [
      words('Thực hiện kế hoạch của UBND tỉnh về tổng kết công tác cải cách hành chính'),
      note(counters),
      words(', UBND huyện báo cáo kết quả thực hiện trên địa bàn như sau:'),
    ],
  };
}

function partBlocks(part: number, title: string, counters: Counters): readonly Block[] {
  return [
    { kind: 'heading', level: 1, number: part === 1 ? 'Phần thứ nhất' : 'Phần thứ hai', text: title },
    ...[1, 2].flatMap((chapter) => chapterBlocks(chapter, counters)),
  ];
}

function chapterBlocks(chapter: number, counters: Counters): readonly Block[] {
  const title = chapter === 1 ? 'Kết quả đạt được' : 'Tồn tại, hạn chế và nguyên nhân';
  return [
    { kind: 'heading', level: 2, number: `${roman(chapter)}.`, text: title },
    ...AREAS.flatMap((area, index) => areaBlocks(area, index + 1, counters)),
    { kind: 'table', table: communeTable('Bảng tổng hợp hồ sơ theo xã, thị trấn', 5) },
    {
      kind: 'chart',
      chart: {
        caption: 'Hồ sơ tiếp nhận theo năm',
        unitOfMeasure: 'hồ sơ',
        bars: [2016, 2017, 2018, 2019, 2020].map((year, index) => ({
          label: `Năm ${year}`,
          value: year === 2016 ? null : 4200 + index * 913,
        })),
      },
    },
  ];
}

function areaBlocks(area: string, number: number, counters: Counters): readonly Block[] {
  return [
    { kind: 'heading', level: 3, number: `${number}.`, text: area },
    said(counters, SENTENCES),
    { kind: 'heading', level: 4, number: `${number}.1.`, text: 'Kết quả cụ thể' },
    said(counters, SENTENCES.slice(0, 3)),
    ...['-', '+'].map((mark): Block => ({
      kind: 'item',
      mark: mark === '-' ? '-' : '+',
      runs: [
        words('Số hồ sơ giải quyết đúng hạn là '),
        figure(counters),
        words(`; ${SENTENCES[number % 5] ?? ''}`),
      ],
    })),
    { kind: 'heading', level: 5, number: 'a)', text: 'Về tổ chức thực hiện' },
    { kind: 'paragraph', runs: [words(SENTENCES.join(' '))] },
  ];
}

function said(counters: Counters, sentences: readonly string[]): Block {
  const isNoted = counters.note < 60;
  return {
    kind: 'paragraph',
    runs: [
      words(`${sentences[0] ?? ''} Đến nay có `),
      figure(counters),
      words(' được thực hiện theo quy định'),
      ...(isNoted ? [note(counters)] : []),
      words(`. ${sentences.slice(1).join(' ')}`),
      ...(isNoted ? [note(counters)] : []),
    ],
  };
}

function figure(counters: Counters): Run {
  counters.figure += 1;
  return { kind: 'figure', text: valueAt(counters.figure), source: counters.figure };
}

function note(counters: Counters): Run {
  counters.note += 1;
  return { kind: 'note', number: counters.note };
}

function valueAt(number: number): string {
  return `${formatNumber(137 * number + 11)} hồ sơ`;
}

function noteAt(number: number): Footnote {
  const extra =
    number % 7 === 0
      ? '; các văn bản hướng dẫn, đôn đốc việc thực hiện ban hành trong cùng năm và những năm tiếp theo'
      : '';
  return {
    number,
    text: `Kế hoạch số ${100 + number}/KH-UBND ngày 15/${(number % 12) + 1}/${2011 + (number % 9)} của UBND huyện về cải cách hành chính${extra}.`,
  };
}

function sourceAt(number: number): FigureSourceLine {
  return {
    number,
    indicatorCode: `HS-${100 + number}`,
    name: 'Hồ sơ giải quyết đúng hạn của các phòng chuyên môn và UBND cấp xã',
    value: valueAt(number),
    period: 'năm 2019',
    unit: 'Huyện An Lão',
    source: number % 2 === 0 ? 'tính từ hồ sơ' : 'Báo cáo của Phòng Nội vụ, dòng 840',
    takenAt: new Date('2020-02-03T02:30:00Z'),
    href: `/indicators/HS-${100 + number}`,
  };
}

function annexAt(number: number): Annex {
  const isWide = number % 3 === 0;
  return {
    number: roman(number),
    title: isWide
      ? 'Số liệu cải cách hành chính qua các năm'
      : 'Kết quả giải quyết hồ sơ của các xã, thị trấn',
    tables: [communeTable('', isWide ? 11 : 5)],
  };
}

/** Names of communes and so many columns of figures. */
function communeTable(caption: string, columns: number): Table {
  const years = Array.from({ length: columns }, (_, index) => 2020 - columns + 1 + index);
  return {
    caption,
    head: ['STT', 'Đơn vị', ...years.map((year) => `Năm ${year}`), 'Ghi chú'],
    rows: COMMUNES.map((commune, row) => [
      { runs: [words(String(row + 1))], align: 'middle' as const },
      { runs: [words(commune)], align: 'start' as const },
      ...years.map((year) => ({
        runs: [words(formatNumber((year - 2000) * 61 + row * 97))],
        align: 'end' as const,
      })),
      { runs: row === 3 ? [words('Sáp nhập từ năm 2019')] : [], align: 'start' as const },
    ]),
  };
}
