import { indicatorsOf, listed, NOW, share, stated } from './shape.ts';

const indicator = indicatorsOf('modernisation', 'culture');
const STATES = ['instant', 'year'] as const;

/** Information technology and quality management (part one, II.6). */
export const MODERNISATION = [
  indicator(
    {
      code: 'CNTT-MAYTINH',
      name: 'Tỷ lệ cán bộ, công chức được trang bị máy tính',
      definition: 'Cán bộ, công chức có máy tính phục vụ công việc.',
      unitOfMeasure: '%',
      kind: 'ratio',
      periods: STATES,
    },
    stated(NOW, 1, 1321),
  ),
  indicator(
    {
      code: 'CNTT-LAN',
      name: 'Tỷ lệ cơ quan, đơn vị có mạng nội bộ',
      definition: 'Cơ quan, đơn vị đã triển khai mạng nội bộ (mạng LAN).',
      unitOfMeasure: '%',
      kind: 'ratio',
      periods: STATES,
    },
    stated(NOW, 1, 1323),
  ),
  indicator(
    {
      code: 'CNTT-CHUNGTHU',
      name: 'Chứng thư số đã cấp',
      definition: 'Chứng thư số cấp cho cán bộ, công chức.',
      unitOfMeasure: 'chứng thư số',
      periods: STATES,
    },
    stated(NOW, 289, 1325),
  ),
  indicator(
    {
      code: 'VPDT-CQ',
      name: 'Tỷ lệ cơ quan chuyên môn dùng Văn phòng điện tử',
      definition: 'Cơ quan chuyên môn thuộc huyện đã triển khai hệ thống Văn phòng điện tử.',
      unitOfMeasure: '%',
      kind: 'ratio',
      periods: STATES,
    },
    share(NOW, [13, 13], 1345),
  ),
  indicator(
    {
      code: 'VPDT-XA',
      name: 'Tỷ lệ xã, thị trấn dùng Văn phòng điện tử',
      definition: 'Ủy ban nhân dân xã, thị trấn đã triển khai hệ thống Văn phòng điện tử.',
      unitOfMeasure: '%',
      kind: 'ratio',
      periods: STATES,
    },
    share(NOW, [10, 10], 1345),
  ),
  indicator(
    {
      code: 'VB-DIENTU',
      name: 'Tỷ lệ văn bản hành chính trao đổi dưới dạng điện tử',
      definition: 'Văn bản hành chính các cơ quan, đơn vị, địa phương trao đổi dưới dạng điện tử.',
      unitOfMeasure: '%',
      kind: 'ratio',
      periods: STATES,
    },
    stated(NOW, 1, 1351),
  ),
  indicator(
    {
      code: 'KYSO-VANBAN',
      name: 'Tỷ lệ văn bản ban hành có ký số',
      definition:
        'Văn bản của Ủy ban nhân dân huyện và các cơ quan chuyên môn được ký số; thực hiện từ ngày 31/10/2019.',
      unitOfMeasure: '%',
      kind: 'ratio',
      periods: STATES,
    },
    stated(NOW, 1, 1359),
  ),
  indicator(
    {
      code: 'THU-CAP',
      name: 'Tỷ lệ cán bộ, công chức có hộp thư điện tử công vụ',
      definition: 'Cán bộ, công chức được cấp tài khoản thư điện tử công vụ.',
      unitOfMeasure: '%',
      kind: 'ratio',
      periods: STATES,
    },
    stated(NOW, 1, 1377, {
      certainty: 'doubtful',
      note: 'Nguồn ghi “trên 100%”; tỷ lệ này không thể vượt 100%. Phần tồn tại của báo cáo nêu tỷ lệ sử dụng còn thấp.',
    }),
  ),
  indicator(
    {
      code: 'ISO-DONVI',
      name: 'Cơ quan áp dụng hệ thống quản lý chất lượng ISO 9001',
      definition: 'Cơ quan, đơn vị của huyện đang áp dụng hệ thống quản lý chất lượng theo TCVN ISO 9001.',
      unitOfMeasure: 'cơ quan',
      kind: 'list',
      periods: STATES,
    },
    listed(
      NOW,
      [
        'Ủy ban nhân dân huyện',
        'Phòng Tài nguyên và Môi trường',
        'Phòng Giáo dục và Đào tạo',
        'Ủy ban nhân dân xã An Hòa',
      ],
      1419,
    ),
  ),
  indicator(
    {
      code: 'ISO-APDUNG',
      name: 'Cơ quan bắt đầu áp dụng ISO 9001 trong năm',
      definition: 'Cơ quan, đơn vị được triển khai áp dụng hệ thống quản lý chất lượng trong năm.',
      unitOfMeasure: 'cơ quan',
      kind: 'list',
      periods: ['year'],
    },
    listed('2014', ['Ủy ban nhân dân huyện'], 1431, { said: 'Năm 2014' }),
    listed('2015', ['Phòng Giáo dục và Đào tạo', 'Phòng Tài nguyên và Môi trường'], 1431, {
      said: 'Năm 2015',
    }),
    listed('2016', ['Ủy ban nhân dân xã An Hòa'], 1433, { said: 'năm 2016' }),
  ),
];
