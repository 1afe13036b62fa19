import { breakdown, DECADE, indicatorsOf, listed, partsOf, SINCE_2015, stated } from './shape.ts';

const indicator = indicatorsOf('direction', 'home-affairs');
const FROM_2015_TO_2019 = '2015-01-01..2019-12-31';

/** Direction, checks, information (part one, I). */
export const DIRECTION = [
  indicator(
    {
      code: 'CD-VANBAN',
      name: 'Văn bản chỉ đạo, điều hành cải cách hành chính đã ban hành',
      definition:
        'Văn bản của Huyện ủy, Ủy ban nhân dân huyện chỉ đạo, đôn đốc, hướng dẫn cải cách hành chính.',
      unitOfMeasure: 'văn bản',
      periods: ['year', 'range'],
      relations: [{ kind: 'parts', key: 'giai-doan' }],
      breakdowns: [
        breakdown('giai-doan', 'Giai đoạn', {
          '2010-2015': 'Giai đoạn 2010 - 2015',
          '2016-2019': 'Giai đoạn 2016 - 2019',
        }),
      ],
    },
    stated(DECADE, 236, 77, {
      certainty: 'doubtful',
      note: 'Hai phần cộng lại đủ 236, nhưng phần đầu tính từ năm 2010 và phần sau chỉ đến năm 2019, không khớp giai đoạn 2011 - 2020.',
    }),
    partsOf(DECADE, 'giai-doan', [
      ['2010-2015', 88, 77],
      ['2016-2019', 148, 79],
    ]),
  ),
  indicator(
    {
      code: 'CD-BOTIEUCHI',
      name: 'Bộ tiêu chí đánh giá cải cách hành chính cấp xã đã ban hành',
      definition: 'Bộ tiêu chí, bộ chỉ số dùng để đánh giá cải cách hành chính của Ủy ban nhân dân cấp xã.',
      unitOfMeasure: 'bộ tiêu chí',
      periods: ['year', 'range'],
    },
    stated('2015-01-01..2020-12-31', 2, 153),
  ),
  indicator(
    {
      code: 'CD-SANGKIEN',
      name: 'Sáng kiến về cải cách hành chính',
      definition: 'Sáng kiến, giải pháp trong lĩnh vực cải cách hành chính đã được đề xuất, áp dụng.',
      unitOfMeasure: 'sáng kiến',
      periods: ['year', 'range'],
    },
    stated(SINCE_2015, 7, 183),
  ),
  indicator(
    {
      code: 'KT-LUOT-NAM',
      name: 'Lượt kiểm tra cải cách hành chính bình quân mỗi năm',
      definition: 'Số lượt cơ quan, đơn vị, địa phương được kiểm tra cải cách hành chính, bình quân một năm.',
      unitOfMeasure: 'lượt/năm',
      periods: ['range'],
    },
    stated(FROM_2015_TO_2019, 12, 223, {
      certainty: 'approximate',
      note: 'Nguồn ghi “trung bình”. Năm năm là 60 lượt, trong khi tổng số nguồn nêu là hơn 50 lượt.',
    }),
  ),
  indicator(
    {
      code: 'KT-LUOT',
      name: 'Lượt kiểm tra cải cách hành chính',
      definition: 'Số lượt cơ quan, đơn vị, địa phương được kiểm tra việc thực hiện cải cách hành chính.',
      unitOfMeasure: 'lượt',
      periods: ['quarter', 'half-year', 'year', 'range'],
    },
    stated(FROM_2015_TO_2019, 50, 225, { certainty: 'approximate', note: 'Nguồn ghi “hơn 50 lượt”.' }),
  ),
  indicator(
    {
      code: 'TTR-THAMQUAN',
      name: 'Nơi đến tham quan, học tập kinh nghiệm thực hiện cơ chế một cửa',
      definition: 'Địa phương mà huyện tổ chức đoàn đến học tập kinh nghiệm thực hiện cơ chế một cửa.',
      unitOfMeasure: 'nơi',
      kind: 'list',
      periods: ['year', 'range'],
    },
    listed('2017', ['Thành phố Quy Nhơn'], 347, { said: 'Năm 2017' }),
    listed('2018', ['Huyện Tuy Phước', 'Xã Phước Quang'], 349, { said: 'Năm 2018' }),
  ),
  indicator(
    {
      code: 'TTR-CUOCTHI',
      name: 'Tổ chức cuộc thi về cải cách hành chính',
      definition: 'Trong kỳ có tổ chức cuộc thi tìm hiểu, tuyên truyền về cải cách hành chính hay không.',
      unitOfMeasure: '',
      kind: 'yes-no',
      periods: ['year'],
    },
    stated('2018', 1, 280, { said: '2018' }),
  ),
];
