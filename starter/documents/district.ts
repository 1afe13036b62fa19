import type { Cited } from './shape.ts';

const DISTRICT = 'UBND huyện An Lão';
const PARTY = 'Huyện ủy An Lão';

type Row = readonly [
  type: Cited['type'],
  code: string,
  date: string,
  title: string,
  lines: readonly number[],
  doubts?: NonNullable<Cited['doubts']>,
];

const CITED_BY_NUMBER_ALONE = [
  'title',
  'doubtful',
  'Báo cáo chỉ nêu số và ngày; trích yếu suy từ câu nói tới.',
] as const;

/** What the district's committee issued, by day. */
const OF_THE_COMMITTEE: readonly Row[] = [
  [
    'CV',
    '10/UBND',
    '2012-01-10',
    'Đẩy mạnh triển khai thực hiện công tác cải cách hành chính nhà nước',
    [81],
  ],
  [
    'QĐ',
    '187/QĐ-UBND',
    '2014-03-03',
    'Tổng rà soát, hệ thống hóa văn bản quy phạm pháp luật ban hành từ năm 2008 đến năm 2013',
    [524],
  ],
  [
    'QĐ',
    '1546/QĐ-UBND',
    '2015-07-10',
    'Phân công nhiệm vụ thẩm định dự án đầu tư và thẩm định thiết kế, dự toán xây dựng công trình',
    [965],
  ],
  [
    'QĐ',
    '1699/QĐ-UBND',
    '2015-07-20',
    'Phân công, phân cấp quản lý nhà nước về chất lượng xây dựng công trình',
    [967],
  ],
  [
    'QĐ',
    '4100/QĐ-UBND',
    '2015-12-21',
    'Bộ chỉ số đánh giá kết quả thực hiện công tác cải cách hành chính',
    [162],
    [CITED_BY_NUMBER_ALONE],
  ],
  [
    'QĐ',
    '3734/QĐ-UBND',
    '2016-03-04',
    'Kế hoạch cải cách hành chính, trọng tâm là cải cách thủ tục hành chính',
    [70],
    [['date', 'doubtful', 'Số 3734 vào tháng 3 cao hơn các số cuối năm 2016; có thể ngày hoặc số bị nhầm.']],
  ],
  [
    'KH',
    '11/KH-UBND',
    '2016-03-28',
    'Ứng dụng và phát triển công nghệ thông tin trong cơ quan nhà nước huyện năm 2016',
    [1332],
  ],
  [
    'KH',
    '28/KH-UBND',
    '2016-07-13',
    'Triển khai Chỉ thị số 13/CT-TTg về trách nhiệm của người đứng đầu trong cải cách thủ tục hành chính',
    [85],
  ],
  [
    'CV',
    '765/UBND',
    '2016-09-06',
    'Tiếp tục chấn chỉnh lề lối làm việc, tăng cường kỷ luật, kỷ cương hành chính',
    [95],
  ],
  [
    'QĐ',
    '2683/QĐ-UBND',
    '2016-10-09',
    'Quy định về khen thưởng thành tích thực hiện công tác cải cách hành chính',
    [253],
    [['date', 'doubtful', 'Ngày 9/10/2016 là Chủ nhật.']],
  ],
  [
    'QĐ',
    '3944/QĐ-UBND',
    '2016-12-23',
    'Kế hoạch thực hiện Chỉ thị số 26/CT-TTg về tăng cường kỷ luật, kỷ cương',
    [1162],
  ],
  [
    'QĐ',
    '2298/QĐ-UBND',
    '2017-08-21',
    'Kế hoạch chi tiết thực hiện kế hoạch của Huyện ủy về Chương trình hành động của Tỉnh ủy về cải cách hành chính',
    [107],
  ],
  [
    'QĐ',
    '4308/QĐ-UBND',
    '2017-11-26',
    'Kế hoạch cải cách hành chính năm 2018',
    [72],
    [['date', 'doubtful', 'Ngày 26/11/2017 là Chủ nhật.']],
  ],
  ['QĐ', '465/QĐ-UBND', '2018-04-03', 'Kế hoạch hệ thống hóa văn bản quy phạm pháp luật kỳ 2014-2018', [528]],
  ['KH', '33/KH-UBND', '2018-05-15', 'Tuyên truyền cải cách hành chính năm 2018', [335]],
  [
    'KH',
    '51a/KH-UBND',
    '2018-08-13',
    'Ứng dụng công nghệ thông tin trong hoạt động cơ quan nhà nước năm 2018',
    [1336],
  ],
  [
    'QĐ',
    '2874/QĐ-UBND',
    '2018-11-08',
    'Kế hoạch điều tra xã hội học xác định mức độ hài lòng đối với bộ phận một cửa',
    [249],
    [CITED_BY_NUMBER_ALONE],
  ],
  [
    'QĐ',
    '2875/QĐ-UBND',
    '2018-11-09',
    'Bộ chỉ số đánh giá kết quả thực hiện công tác cải cách hành chính trên địa bàn huyện',
    [162],
  ],
  ['QĐ', '3561/QĐ-UBND', '2018-12-12', 'Kế hoạch cải cách hành chính năm 2019', [74]],
  [
    'QĐ',
    '666/QĐ-UBND',
    '2019-03-18',
    'Kế hoạch tuyên truyền cải cách hành chính huyện An Lão năm 2019',
    [339],
    [['title', 'doubtful', 'Cùng trích yếu với Quyết định số 1146/QĐ-UBND ngày 27/5/2019.']],
  ],
  [
    'QĐ',
    '848/QĐ-UBND',
    '2019-04-12',
    'Kế hoạch ứng dụng công nghệ thông tin trong các cơ quan nhà nước của huyện năm 2019',
    [1340],
  ],
  [
    'QĐ',
    '1146/QĐ-UBND',
    '2019-05-27',
    'Kế hoạch tuyên truyền cải cách hành chính huyện An Lão năm 2019',
    [337],
    [['title', 'doubtful', 'Cùng trích yếu với Quyết định số 666/QĐ-UBND ngày 18/3/2019.']],
  ],
  [
    'QĐ',
    '3696/QĐ-UBND',
    '2019-09-13',
    'Phê duyệt bản mô tả công việc và khung năng lực các vị trí việc làm thuộc UBND huyện',
    [1069],
    [['issuer', 'doubtful', 'Báo cáo chỉ ghi “của UBND”.']],
  ],
  [
    'KH',
    '102/KH-UBND',
    '2019-10-14',
    'Xây dựng hệ thống phần mềm một cửa điện tử liên thông trên địa bàn huyện',
    [791],
  ],
  [
    'QĐ',
    '3198/QĐ-UBND',
    '2019-10-21',
    'Kế hoạch điều tra xã hội học xác định mức độ hài lòng đối với bộ phận một cửa các xã, thị trấn',
    [249],
  ],
  ['QĐ', '3898/QĐ-UBND', '2019-12-10', 'Kiện toàn Ban Chỉ đạo cải cách hành chính của huyện', [51]],
  ['QĐ', '4481/QĐ-UBND', '2019-12-26', 'Kế hoạch cải cách hành chính năm 2020', [74]],
  [
    'QĐ',
    '393/QĐ-UBND',
    '2020-02-28',
    'Kế hoạch chuyển đổi sang hệ thống quản lý chất lượng TCVN ISO 9001:2015',
    [1438],
  ],
  [
    'QĐ',
    '400/QĐ-UBND',
    '2020-03-02',
    'Kế hoạch tuyên truyền cải cách hành chính năm 2020',
    [341],
    [['title', 'doubtful', 'Cùng trích yếu với Quyết định số 778/QĐ-UBND ngày 9/4/2020.']],
  ],
  [
    'QĐ',
    '778/QĐ-UBND',
    '2020-04-09',
    'Kế hoạch tuyên truyền cải cách hành chính năm 2020',
    [343],
    [['title', 'doubtful', 'Cùng trích yếu với Quyết định số 400/QĐ-UBND ngày 02/3/2020.']],
  ],
];

/** What the district's Party committee issued, by day. */
const OF_THE_PARTY: readonly Row[] = [
  [
    'CT',
    '12/CT/HU',
    '2016-08-04',
    'Tăng cường trách nhiệm của cán bộ, công chức, viên chức và người đứng đầu',
    [91],
  ],
  [
    'KH',
    '51/KH/HU',
    '2017-05-12',
    'Thực hiện Chương trình hành động của Tỉnh ủy về cải cách hành chính',
    [101],
  ],
  [
    'CT',
    '36/CT/HU',
    '2018-05-18',
    'Chấn chỉnh tác phong, lề lối làm việc và nâng cao tinh thần trách nhiệm',
    [115],
    [['symbol', 'checked', 'Báo cáo viết rời: 36 CT/HU.']],
  ],
];

function citedBy(issuer: string): (row: Row) => Cited {
  return ([type, code, date, title, lines, doubts = []]) => ({
    type,
    code,
    issuer,
    date,
    title,
    lines,
    doubts,
  });
}

/** Documents of the district that the report cites. */
export const OF_THE_DISTRICT: readonly Cited[] = [
  ...OF_THE_COMMITTEE.map(citedBy(DISTRICT)),
  ...OF_THE_PARTY.map(citedBy(PARTY)),
];
