import { breakdown, indicatorsOf, NOW, partsOf, share, SINCE_2015, stated } from './shape.ts';

const indicator = indicatorsOf('staff', 'home-affairs');
const YEARS = ['year', 'range'] as const;

/** Officials of the district and its communes (part one, II.4). */
export const STAFF = [
  indicator(
    {
      code: 'VTVL-PHEDUYET',
      name: 'Vị trí việc làm được phê duyệt',
      definition:
        'Vị trí việc làm thuộc Ủy ban nhân dân huyện có bản mô tả công việc, khung năng lực được phê duyệt.',
      unitOfMeasure: 'vị trí',
      periods: ['instant'],
    },
    stated(NOW, 80, 1003),
  ),
  indicator(
    {
      code: 'TD-VIENCHUC-GD',
      name: 'Viên chức giáo dục được tuyển dụng',
      definition: 'Viên chức ngành giáo dục và đào tạo tuyển dụng qua thi tuyển.',
      unitOfMeasure: 'viên chức',
      periods: YEARS,
    },
    stated('2019', 24, 1032),
  ),
  indicator(
    {
      code: 'DA600-TRITHUC',
      name: 'Trí thức trẻ làm Phó Chủ tịch xã (đề án 600)',
      definition:
        'Trí thức trẻ được tăng cường làm Phó Chủ tịch Ủy ban nhân dân xã theo đề án 600 của Chính phủ.',
      unitOfMeasure: 'người',
      periods: YEARS,
    },
    stated('2012', 8, 1038),
  ),
  indicator(
    {
      code: 'DA600-XA',
      name: 'Tỷ lệ xã có Phó Chủ tịch xã theo đề án 600',
      definition: 'Xã nhận trí thức trẻ theo đề án 600 trên tổng số xã, thị trấn.',
      unitOfMeasure: '%',
      kind: 'ratio',
      periods: ['year'],
      relations: [],
    },
    share('2012', [8, 10], 1040),
  ),
  indicator(
    {
      code: 'DA500-DOIVIEN',
      name: 'Đội viên dự án 500 trí thức trẻ',
      definition: 'Đội viên về công tác tại các xã đặc biệt khó khăn theo dự án 500 trí thức trẻ.',
      unitOfMeasure: 'đội viên',
      periods: YEARS,
    },
    stated('2015', 5, 1040),
  ),
  indicator(
    {
      code: 'CDVT',
      name: 'Công chức, viên chức chuyển đổi vị trí công tác',
      definition: 'Người được định kỳ chuyển đổi vị trí công tác (Nghị định số 158/2007/NĐ-CP).',
      unitOfMeasure: 'người',
      periods: YEARS,
    },
    stated('2019', 13, 1052),
  ),
  indicator(
    {
      code: 'DT-LOP',
      name: 'Lớp đào tạo, bồi dưỡng đã mở',
      definition: 'Lớp đào tạo, bồi dưỡng cán bộ, công chức, viên chức do huyện mở.',
      unitOfMeasure: 'lớp',
      periods: YEARS,
    },
    stated(SINCE_2015, 13, 1078),
  ),
  indicator(
    {
      code: 'DT-NGUOI',
      name: 'Người được đào tạo, bồi dưỡng',
      definition: 'Lượt cán bộ, công chức, viên chức, đại biểu được đào tạo, bồi dưỡng, theo nội dung.',
      unitOfMeasure: 'người',
      periods: YEARS,
      relations: [{ kind: 'parts', key: 'noi-dung' }],
      breakdowns: [
        breakdown('noi-dung', 'Nội dung', {
          'chuyen-mon': 'Chuyên môn, nghiệp vụ',
          'ly-luan-chinh-tri': 'Lý luận chính trị',
          'tieng-hre': 'Tiếng Hre',
          'quoc-phong-an-ninh': 'Kiến thức quốc phòng, an ninh',
          'ngach-chuyen-vien': 'Quản lý nhà nước ngạch chuyên viên',
          'dai-bieu-hdnd': 'Quản lý nhà nước cho đại biểu HĐND',
        }),
      ],
    },
    stated(SINCE_2015, 957, 1082, {
      certainty: 'approximate',
      note: 'Cộng từ các nội dung nguồn nêu; nguồn không ghi tổng, một người có thể dự nhiều lớp.',
      said: '130 người',
    }),
    partsOf(SINCE_2015, 'noi-dung', [
      ['chuyen-mon', 130, 1082],
      ['ly-luan-chinh-tri', 95, 1082],
      ['tieng-hre', 250, 1084],
      ['quoc-phong-an-ninh', 82, 1084],
      ['ngach-chuyen-vien', 150, 1086],
      ['dai-bieu-hdnd', 250, 1088],
    ]),
  ),
  indicator(
    {
      code: 'DT-SNV',
      name: 'Lượt người dự lớp bồi dưỡng do Sở Nội vụ tổ chức',
      definition: 'Lượt cán bộ, công chức, viên chức được cử dự lớp bồi dưỡng do Sở Nội vụ tổ chức.',
      unitOfMeasure: 'lượt người',
      periods: YEARS,
    },
    stated(SINCE_2015, 400, 1090, { certainty: 'approximate', note: 'Nguồn ghi “trên 400 lượt người”.' }),
  ),
  indicator(
    {
      code: 'CBX',
      name: 'Cán bộ, công chức cấp xã',
      definition: 'Tổng số cán bộ, công chức ở các xã, thị trấn, theo loại và theo trình độ đào tạo.',
      unitOfMeasure: 'người',
      periods: ['instant', 'year'],
      base: '2015',
      relations: [
        { kind: 'parts', key: 'loai' },
        { kind: 'parts', key: 'trinh-do' },
      ],
      breakdowns: [
        breakdown('loai', 'Loại', {
          'can-bo': 'Cán bộ',
          'cong-chuc': 'Công chức',
          'doi-vien-500': 'Đội viên đề án 500',
        }),
        breakdown('trinh-do', 'Trình độ', {
          'dai-hoc': 'Đại học',
          'cao-dang': 'Cao đẳng',
          'trung-cap': 'Trung cấp',
          'so-cap': 'Sơ cấp',
          'chua-dao-tao': 'Chưa qua đào tạo, bồi dưỡng',
        }),
      ],
    },
    stated('2015', 212, 1143),
    partsOf('2015', 'trinh-do', [
      ['dai-hoc', 67, 1143],
      ['cao-dang', 2, 1145],
      ['trung-cap', 99, 1145],
      ['so-cap', 5, 1145],
      ['chua-dao-tao', 39, 1145],
    ]),
    stated(NOW, 213, 1151, {
      certainty: 'doubtful',
      note: 'Theo loại thì đủ 213; theo trình độ nguồn chỉ nêu 206 người, thiếu 7 người, và không nêu số chưa qua đào tạo.',
    }),
    partsOf(NOW, 'loai', [
      ['can-bo', 101, 1151],
      ['cong-chuc', 107, 1151],
      ['doi-vien-500', 5, 1151],
    ]),
    partsOf(NOW, 'trinh-do', [
      ['dai-hoc', 137, 1153],
      ['cao-dang', 2, 1153],
      ['trung-cap', 63, 1153],
      ['so-cap', 4, 1155],
    ]),
  ),
];
