/** Documents of the centre that reports really cite: facts about published law. All were signed on days of work. */
import type { Paper } from './papers.fixture.ts';

type Line = readonly [type: string, symbol: string, date: string, issuer: string, title: string];

const LINES: readonly Line[] = [
  [
    'Nghị định',
    '61/2018/NĐ-CP',
    '2018-04-23',
    'Chính phủ',
    'thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính',
  ],
  ['Nghị định', '63/2010/NĐ-CP', '2010-06-08', 'Chính phủ', 'kiểm soát thủ tục hành chính'],
  [
    'Nghị định',
    '48/2013/NĐ-CP',
    '2013-05-14',
    'Chính phủ',
    'sửa đổi, bổ sung một số điều của các nghị định liên quan đến kiểm soát thủ tục hành chính',
  ],
  [
    'Nghị định',
    '92/2017/NĐ-CP',
    '2017-08-07',
    'Chính phủ',
    'sửa đổi, bổ sung một số điều của các nghị định liên quan đến kiểm soát thủ tục hành chính',
  ],
  [
    'Nghị định',
    '107/2021/NĐ-CP',
    '2021-12-06',
    'Chính phủ',
    'sửa đổi, bổ sung quy định về thực hiện cơ chế một cửa, một cửa liên thông',
  ],
  [
    'Nghị định',
    '45/2020/NĐ-CP',
    '2020-04-08',
    'Chính phủ',
    'thực hiện thủ tục hành chính trên môi trường điện tử',
  ],
  ['Nghị định', '30/2020/NĐ-CP', '2020-03-05', 'Chính phủ', 'công tác văn thư'],
  [
    'Nghị định',
    '42/2022/NĐ-CP',
    '2022-06-24',
    'Chính phủ',
    'cung cấp thông tin và dịch vụ công trực tuyến của cơ quan nhà nước trên môi trường mạng',
  ],
  ['Nghị định', '108/2014/NĐ-CP', '2014-11-20', 'Chính phủ', 'chính sách tinh giản biên chế'],
  [
    'Nghị định',
    '113/2018/NĐ-CP',
    '2018-12-31',
    'Chính phủ',
    'sửa đổi, bổ sung một số điều về chính sách tinh giản biên chế',
  ],
  [
    'Nghị định',
    '117/2013/NĐ-CP',
    '2013-10-07',
    'Chính phủ',
    'sửa đổi, bổ sung chế độ tự chủ, tự chịu trách nhiệm về sử dụng biên chế và kinh phí quản lý hành chính',
  ],
  [
    'Nghị định',
    '130/2005/NĐ-CP',
    '2005-10-17',
    'Chính phủ',
    'chế độ tự chủ, tự chịu trách nhiệm về sử dụng biên chế và kinh phí quản lý hành chính',
  ],
  [
    'Nghị định',
    '60/2021/NĐ-CP',
    '2021-06-21',
    'Chính phủ',
    'cơ chế tự chủ tài chính của đơn vị sự nghiệp công lập',
  ],
  ['Nghị định', '138/2020/NĐ-CP', '2020-11-27', 'Chính phủ', 'tuyển dụng, sử dụng và quản lý công chức'],
  [
    'Nghị quyết',
    '76/NQ-CP',
    '2021-07-15',
    'Chính phủ',
    'ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030',
  ],
  [
    'Nghị quyết',
    '30c/NQ-CP',
    '2011-11-08',
    'Chính phủ',
    'ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2011 - 2020',
  ],
  [
    'Quyết định',
    '749/QĐ-TTg',
    '2020-06-03',
    'Thủ tướng Chính phủ',
    'phê duyệt Chương trình Chuyển đổi số quốc gia',
  ],
  [
    'Quyết định',
    '06/QĐ-TTg',
    '2022-01-06',
    'Thủ tướng Chính phủ',
    'phê duyệt Đề án phát triển ứng dụng dữ liệu về dân cư',
  ],
  [
    'Chỉ thị',
    '26/CT-TTg',
    '2016-09-05',
    'Thủ tướng Chính phủ',
    'tăng cường kỷ luật, kỷ cương trong các cơ quan hành chính nhà nước các cấp',
  ],
  [
    'Chỉ thị',
    '13/CT-TTg',
    '2015-06-10',
    'Thủ tướng Chính phủ',
    'tăng cường trách nhiệm của người đứng đầu trong cải cách thủ tục hành chính',
  ],
  [
    'Thông tư',
    '02/2017/TT-VPCP',
    '2017-10-31',
    'Văn phòng Chính phủ',
    'hướng dẫn về nghiệp vụ kiểm soát thủ tục hành chính',
  ],
  [
    'Thông tư',
    '01/2018/TT-VPCP',
    '2018-11-23',
    'Văn phòng Chính phủ',
    'hướng dẫn thực hiện cơ chế một cửa, một cửa liên thông',
  ],
  ['Luật', '80/2015/QH13', '2015-06-22', 'Quốc hội', 'Ban hành văn bản quy phạm pháp luật'],
  ['Luật', '77/2015/QH13', '2015-06-19', 'Quốc hội', 'Tổ chức chính quyền địa phương'],
];

export const CENTRAL: readonly Paper[] = LINES.map(([type, written, date, issuer, title]) => {
  const [number = '', ...rest] = written.split('/');
  const year = rest.length > 1 ? Number(rest[0]) : null;
  return { type, number, year, symbol: rest.at(-1) ?? '', date, issuer, title };
});
