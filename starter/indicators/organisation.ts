import { breakdown, indicatorsOf, listed, NOW, partsOf, SINCE_2015, stated } from './shape.ts';

const indicator = indicatorsOf('organisation', 'home-affairs');
const STATES = ['instant', 'year'] as const;
const AGREED = ['year'] as const;
const DERIVED = 'Suy từ mức tăng, giảm mà nguồn nêu; nguồn không ghi số của năm 2015.';

/** Units and their posts (part one, II.3). */
export const ORGANISATION = [
  indicator(
    {
      code: 'TC-CQCM',
      name: 'Cơ quan chuyên môn cấp huyện',
      definition: 'Số cơ quan chuyên môn thuộc Ủy ban nhân dân huyện.',
      unitOfMeasure: 'đơn vị',
      periods: STATES,
      base: '2015',
    },
    stated(NOW, 13, 832),
  ),
  indicator(
    {
      code: 'TC-DVSN',
      name: 'Đơn vị sự nghiệp công lập của huyện',
      definition: 'Đơn vị sự nghiệp công lập thuộc Ủy ban nhân dân huyện và thuộc Phòng Giáo dục và Đào tạo.',
      unitOfMeasure: 'đơn vị',
      periods: STATES,
      base: '2015',
      relations: [
        { kind: 'sum', of: ['TC-DVSN-HUYEN', 'TC-DVSN-GD'] },
        { kind: 'sum', of: ['TCTC-DVSN-BAODAM', 'TCTC-DVSN-MOTPHAN'] },
      ],
    },
    stated(NOW, 30, 1247),
  ),
  indicator(
    {
      code: 'TC-DVSN-HUYEN',
      name: 'Đơn vị sự nghiệp thuộc huyện',
      definition: 'Đơn vị sự nghiệp công lập trực thuộc Ủy ban nhân dân huyện.',
      unitOfMeasure: 'đơn vị',
      periods: STATES,
      base: '2015',
    },
    stated(NOW, 5, 832),
  ),
  indicator(
    {
      code: 'TC-DVSN-GD',
      name: 'Đơn vị sự nghiệp thuộc Phòng Giáo dục và Đào tạo',
      definition: 'Trường học và đơn vị sự nghiệp công lập thuộc Phòng Giáo dục và Đào tạo.',
      unitOfMeasure: 'đơn vị',
      periods: STATES,
      base: '2015',
    },
    stated(NOW, 25, 834),
    stated('2015', 28, 834, { certainty: 'approximate', note: DERIVED, said: 'giảm 3 đơn vị' }),
  ),
  indicator(
    {
      code: 'TC-DVSN-GD-GIAM',
      name: 'Đơn vị sự nghiệp thuộc Phòng Giáo dục và Đào tạo giảm so với năm 2015',
      definition: 'Mức giảm mà báo cáo nêu, để đối chiếu với số đơn vị của hai năm.',
      unitOfMeasure: 'đơn vị',
      periods: STATES,
      base: '2015',
    },
    stated(NOW, 3, 834),
  ),
  indicator(
    {
      code: 'TC-GIAM-DUKIEN',
      name: 'Đơn vị hành chính dự kiến tinh gọn',
      definition: 'Cơ quan chuyên môn dự kiến sáp nhập, giải thể.',
      unitOfMeasure: 'đơn vị',
      kind: 'list',
      periods: ['range'],
    },
    listed('2020-01-01..2021-12-31', ['Phòng Y tế'], 802),
  ),
  indicator(
    {
      code: 'TC-SAPXEP',
      name: 'Việc sắp xếp, sáp nhập đơn vị sự nghiệp',
      definition: 'Các việc chuyển, sáp nhập đơn vị sự nghiệp công lập đã thực hiện trong năm.',
      unitOfMeasure: 'việc',
      kind: 'list',
      periods: AGREED,
    },
    listed(
      '2019',
      [
        'Nhận Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên từ Sở Giáo dục và Đào tạo',
        'Chuyển Văn phòng Đăng ký quyền sử dụng đất về Sở Tài nguyên và Môi trường',
        'Sáp nhập hai trường tiểu học ở An Hòa thành Trường Tiểu học An Hòa',
        'Nhập các trạm chăn nuôi - thú y, bảo vệ thực vật, khuyến nông thành Trung tâm Dịch vụ nông nghiệp',
        'Nhập Đài Truyền thanh với Trung tâm Văn hóa thông tin - Thể thao',
        'Nhập Trung tâm Phát triển quỹ đất với Ban quản lý dự án đầu tư xây dựng',
      ],
      804,
      { said: '2019', note: 'Đếm từ danh sách nguồn nêu; nguồn không ghi tổng số.' },
    ),
  ),
  indicator(
    {
      code: 'TC-SAPNHAP-TRUONG',
      name: 'Trường học được sáp nhập',
      definition: 'Số trường được nhập vào nhau thành trường mới.',
      unitOfMeasure: 'trường',
      periods: AGREED,
    },
    stated('2019', 2, 810),
  ),
  indicator(
    {
      code: 'BC-GIAO',
      name: 'Biên chế được giao',
      definition: 'Tổng biên chế công chức và biên chế sự nghiệp được tỉnh giao trong năm.',
      unitOfMeasure: 'biên chế',
      periods: AGREED,
      base: '2015',
      relations: [{ kind: 'sum', of: ['BC-HC', 'BC-SN'] }],
    },
    stated('2015', 731, 840),
    stated('2020', 727, 842),
  ),
  indicator(
    {
      code: 'BC-HC',
      name: 'Biên chế hành chính được giao',
      definition: 'Biên chế công chức trong các cơ quan hành chính của huyện được giao trong năm.',
      unitOfMeasure: 'biên chế',
      periods: AGREED,
      base: '2015',
      relations: [{ kind: 'at-most', of: 'BC-GIAO' }],
    },
    stated('2015', 84, 840),
    stated('2020', 77, 844),
  ),
  indicator(
    {
      code: 'BC-HC-GIAM',
      name: 'Biên chế hành chính giảm so với năm 2015',
      definition: 'Mức giảm mà báo cáo nêu, để đối chiếu với biên chế giao của hai năm.',
      unitOfMeasure: 'biên chế',
      periods: AGREED,
      base: '2015',
    },
    stated('2020', 7, 844),
  ),
  indicator(
    {
      code: 'BC-SN',
      name: 'Biên chế sự nghiệp được giao',
      definition: 'Số người làm việc trong các đơn vị sự nghiệp công lập được giao trong năm.',
      unitOfMeasure: 'biên chế',
      periods: AGREED,
      base: '2015',
      relations: [
        { kind: 'at-most', of: 'BC-GIAO' },
        { kind: 'sum', of: ['VC-COMAT', 'BC-SN-CHUADUNG'] },
      ],
    },
    stated('2015', 647, 842),
    stated('2020', 650, 844, {
      certainty: 'doubtful',
      note: 'Viên chức có mặt 590 cộng biên chế chưa dùng 54 là 644; mức tăng nguồn nêu (5) cũng không khớp 647 của năm 2015.',
    }),
  ),
  indicator(
    {
      code: 'BC-SN-TANG',
      name: 'Biên chế sự nghiệp tăng so với năm 2015',
      definition: 'Mức tăng mà báo cáo nêu, để đối chiếu với biên chế giao của hai năm.',
      unitOfMeasure: 'biên chế',
      periods: AGREED,
      base: '2015',
    },
    stated('2020', 5, 844, {
      certainty: 'doubtful',
      note: 'Từ 647 (năm 2015) đến 650 (năm 2020) là tăng 3, không phải 5; có thể nguồn đã tính riêng 5 biên chế hội đặc thù.',
    }),
  ),
  indicator(
    {
      code: 'BC-HOI',
      name: 'Biên chế hội đặc thù',
      definition: 'Biên chế giao cho các hội có tính chất đặc thù, trong biên chế sự nghiệp.',
      unitOfMeasure: 'biên chế',
      periods: AGREED,
      relations: [{ kind: 'at-most', of: 'BC-SN' }],
    },
    stated('2015', 5, 842),
  ),
  indicator(
    {
      code: 'CC-COMAT',
      name: 'Công chức hành chính có mặt',
      definition: 'Số công chức hành chính có mặt tại thời điểm báo cáo.',
      unitOfMeasure: 'người',
      periods: STATES,
      relations: [{ kind: 'at-most', of: 'BC-HC' }],
    },
    stated(NOW, 78, 848, {
      certainty: 'doubtful',
      note: 'Nhiều hơn 1 người so với 77 biên chế hành chính giao năm 2020.',
    }),
  ),
  indicator(
    {
      code: 'VC-COMAT',
      name: 'Viên chức có mặt',
      definition: 'Số viên chức có mặt tại thời điểm báo cáo.',
      unitOfMeasure: 'người',
      periods: STATES,
      relations: [{ kind: 'at-most', of: 'BC-SN' }],
    },
    stated(NOW, 590, 850),
  ),
  indicator(
    {
      code: 'BC-SN-CHUADUNG',
      name: 'Biên chế sự nghiệp chưa sử dụng',
      definition: 'Biên chế sự nghiệp được giao mà chưa có người.',
      unitOfMeasure: 'biên chế',
      periods: STATES,
      relations: [{ kind: 'at-most', of: 'BC-SN' }],
    },
    stated(NOW, 54, 850, {
      certainty: 'doubtful',
      note: 'Giao 650, có mặt 590 thì còn 60 biên chế chưa dùng, không phải 54.',
    }),
  ),
  indicator(
    {
      code: 'TGBC',
      name: 'Biên chế đã tinh giản',
      definition: 'Số biên chế tinh giản theo đề án tinh giản biên chế, cộng dồn từ năm 2015.',
      unitOfMeasure: 'biên chế',
      periods: ['year', 'range'],
      relations: [{ kind: 'parts', key: 'ly-do' }],
      breakdowns: [
        breakdown('ly-do', 'Lý do', {
          'huu-dung-tuoi': 'Hưu đúng tuổi',
          'huu-truoc-tuoi': 'Hưu trước tuổi',
          'thoi-viec': 'Thôi việc',
        }),
      ],
    },
    stated(SINCE_2015, 64, 856),
    partsOf(SINCE_2015, 'ly-do', [
      ['huu-dung-tuoi', 34, 856],
      ['huu-truoc-tuoi', 15, 856],
      ['thoi-viec', 15, 858],
    ]),
  ),
];
