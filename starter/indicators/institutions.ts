import { breakdown, DECADE, indicatorsOf, partsOf, share, SINCE_2015, stated } from './shape.ts';

const indicator = indicatorsOf('institutions', 'justice');
const ROUND_1 = '2008-01-01..2013-12-31';
const ROUND_2 = '2014-01-01..2018-12-31';

const KINDS = breakdown('loai', 'Loại văn bản', {
  'nghi-quyet': 'Nghị quyết của HĐND',
  'quyet-dinh': 'Quyết định của UBND',
});
const LEAST_AND_MOST = breakdown('muc', 'Mức', { 'it-nhat': 'Ít nhất', 'nhieu-nhat': 'Nhiều nhất' });

/** Legal documents: issuing, reviewing, checking, spreading (part one, II.1). */
export const INSTITUTIONS = [
  indicator(
    {
      code: 'QPPL-BANHANH',
      name: 'Văn bản quy phạm pháp luật do HĐND và UBND huyện ban hành',
      definition:
        'Nghị quyết của Hội đồng nhân dân, quyết định của Ủy ban nhân dân huyện chứa quy phạm pháp luật.',
      unitOfMeasure: 'văn bản',
      periods: ['quarter', 'half-year', 'year', 'range'],
      relations: [{ kind: 'parts', key: 'loai' }],
      breakdowns: [KINDS],
    },
    stated(SINCE_2015, 52, 423),
    partsOf(SINCE_2015, 'loai', [
      ['nghi-quyet', 40, 425],
      ['quyet-dinh', 12, 425],
    ]),
  ),
  indicator(
    {
      code: 'QPPL-XA',
      name: 'Văn bản quy phạm pháp luật do HĐND và UBND cấp xã ban hành',
      definition: 'Văn bản quy phạm pháp luật của các xã, thị trấn trên địa bàn.',
      unitOfMeasure: 'văn bản',
      periods: ['quarter', 'half-year', 'year', 'range'],
    },
    stated(SINCE_2015, 300, 431, { certainty: 'approximate', note: 'Nguồn ghi “hơn 300”.' }),
  ),
  indicator(
    {
      code: 'RS-DOT',
      name: 'Đợt rà soát, hệ thống hóa văn bản quy phạm pháp luật',
      definition: 'Số đợt rà soát, hệ thống hóa văn bản quy phạm pháp luật đã thực hiện.',
      unitOfMeasure: 'đợt',
      periods: ['year', 'range'],
    },
    stated(DECADE, 2, 474, {
      note: 'Đợt thứ nhất hệ thống hóa văn bản từ năm 2008, trước giai đoạn báo cáo.',
    }),
  ),
  indicator(
    {
      code: 'RS-VANBAN',
      name: 'Văn bản quy phạm pháp luật đã rà soát, hệ thống hóa',
      definition: 'Số văn bản được rà soát trong một kỳ hệ thống hóa, theo loại và theo hiệu lực.',
      unitOfMeasure: 'văn bản',
      periods: ['year', 'range'],
      relations: [
        { kind: 'parts', key: 'loai' },
        { kind: 'parts', key: 'hieu-luc' },
      ],
      breakdowns: [
        KINDS,
        breakdown('hieu-luc', 'Hiệu lực', {
          'nq-con-hieu-luc': 'Nghị quyết còn hiệu lực thi hành',
          'nq-het-hieu-luc': 'Nghị quyết hết hiệu lực thi hành',
          'qd-con-hieu-luc': 'Quyết định còn hiệu lực thi hành',
          'qd-het-hieu-luc': 'Quyết định hết hiệu lực thi hành',
        }),
      ],
    },
    stated(ROUND_1, 104, 480),
    partsOf(ROUND_1, 'hieu-luc', [
      ['nq-con-hieu-luc', 33, 482],
      ['nq-het-hieu-luc', 53, 482],
      ['qd-con-hieu-luc', 6, 484],
      ['qd-het-hieu-luc', 12, 484],
    ]),
    stated(ROUND_2, 55, 486),
    partsOf(ROUND_2, 'loai', [
      ['nghi-quyet', 42, 488],
      ['quyet-dinh', 13, 488],
    ]),
  ),
  indicator(
    {
      code: 'QPPL-TUKIEMTRA',
      name: 'Tỷ lệ văn bản quy phạm pháp luật của huyện đã tự kiểm tra',
      definition: 'Văn bản quy phạm pháp luật đã tự kiểm tra trên số văn bản HĐND và UBND huyện ban hành.',
      unitOfMeasure: '%',
      kind: 'ratio',
      periods: ['year', 'range'],
    },
    share(SINCE_2015, [52, 52], 510),
  ),
  indicator(
    {
      code: 'QPPL-KHONGPHUHOP',
      name: 'Văn bản có nội dung không phù hợp, phát hiện qua tự kiểm tra',
      definition: 'Văn bản của huyện có phần nội dung không còn phù hợp với văn bản hiện hành.',
      unitOfMeasure: 'văn bản',
      periods: ['year', 'range'],
    },
    stated('2018', 1, 514),
  ),
  indicator(
    {
      code: 'QPPL-BAIBO',
      name: 'Văn bản đã xử lý, bãi bỏ qua tự kiểm tra',
      definition: 'Văn bản của huyện có nội dung không phù hợp đã được bãi bỏ.',
      unitOfMeasure: 'văn bản',
      periods: ['year', 'range'],
      relations: [{ kind: 'at-most', of: 'QPPL-KHONGPHUHOP' }],
    },
    stated('2018', 1, 516, {
      said: '2018',
      note: 'Chính là văn bản phát hiện trong năm; nguồn không nhắc lại số.',
    }),
  ),
  indicator(
    {
      code: 'QPPL-XA-KIEMTRA',
      name: 'Văn bản của HĐND và UBND cấp xã đã kiểm tra',
      definition: 'Văn bản quy phạm pháp luật của các xã, thị trấn đã được huyện kiểm tra.',
      unitOfMeasure: 'văn bản',
      periods: ['year', 'range'],
      relations: [{ kind: 'at-most', of: 'QPPL-XA' }],
    },
    stated(SINCE_2015, 300, 520, {
      note: 'Nguồn không ghi kỳ riêng; hiểu theo đoạn liền trước, từ năm 2015 đến tháng 3/2020.',
    }),
  ),
  indicator(
    {
      code: 'PBPL-DOT',
      name: 'Đợt tuyên truyền, phổ biến, giáo dục pháp luật mỗi năm',
      definition: 'Số đợt tuyên truyền, phổ biến, giáo dục pháp luật tổ chức trong một năm.',
      unitOfMeasure: 'đợt/năm',
      periods: ['year', 'range'],
      breakdowns: [LEAST_AND_MOST],
    },
    stated(DECADE, null, 557, {
      content: 'Từ 3 đến 4 đợt mỗi năm',
      certainty: 'approximate',
      note: 'Nguồn chỉ nêu khoảng.',
      said: 'từ 3 đến 4',
    }),
    partsOf(DECADE, 'muc', [
      ['it-nhat', 3, 557],
      ['nhieu-nhat', 4, 557],
    ]),
  ),
  indicator(
    {
      code: 'PBPL-LUOT',
      name: 'Lượt người dự tuyên truyền, phổ biến, giáo dục pháp luật mỗi năm',
      definition: 'Số lượt người tham gia các đợt tuyên truyền, phổ biến, giáo dục pháp luật trong một năm.',
      unitOfMeasure: 'lượt người/năm',
      periods: ['year', 'range'],
      breakdowns: [LEAST_AND_MOST],
    },
    stated(DECADE, null, 559, {
      content: 'Từ 5.000 đến 6.000 lượt người mỗi năm',
      certainty: 'doubtful',
      note: 'Nguồn ghi số sau là “6.0000”: thừa một chữ số, hoặc là 60.000.',
      said: 'từ 5.000 đến 6.0000',
    }),
    partsOf(DECADE, 'muc', [
      ['it-nhat', 5000, 559],
      [
        'nhieu-nhat',
        6000,
        559,
        { certainty: 'doubtful', note: 'Nguồn ghi “6.0000”; hiểu là 6.000.', said: '6.0000' },
      ],
    ]),
  ),
];
