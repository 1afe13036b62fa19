/** Part one, II.5 and II.6: finance, modernisation. */
import { section } from '../describe.ts';

export const MODERNISATION = [
  section('tai-chinh', 3, 'Cải cách tài chính công', { owner: 'finance-planning' }),
  section('tai-chinh-ket-qua', 4, 'Kết quả chủ yếu đạt được', {
    guidance: 'Số đơn vị tự chủ lấy theo quyết định giao dự toán hằng năm.',
    body: `
- Cơ chế tự chủ tài chính đối với cơ quan hành chính, theo các Nghị định của Chính phủ[[văn bản: NĐ 130/2005/NĐ-CP; NĐ 117/2013/NĐ-CP]]: đến tháng 3/2020 có [[TCTC-CQ | tỷ số]] cơ quan chuyên môn và [[TCTC-XA | tỷ số]] xã, thị trấn thực hiện tự chủ; tổng số đơn vị tự chủ [[TCTC-HC | ngày 31/3/2020 | thay đổi so với năm 2015]], trong đó năm 2019 áp dụng mới đối với [[TCTC-XA-APDUNG | năm 2019]].
- Cơ chế tự chủ tài chính đối với đơn vị sự nghiệp công lập[[văn bản: NĐ 16/2015/NĐ-CP]]: [[TCTC-SN | tỷ số]] đơn vị thực hiện tự chủ, [[TCTC-SN-SO | ngày 31/3/2020 | thay đổi so với năm 2015]].
[[viết: Hiệu quả quản lý, sử dụng kinh phí; thu nhập tăng thêm; công khai tài chính]]`,
  }),
  section('tai-chinh-han-che', 4, 'Những tồn tại, hạn chế', {
    body: '[[viết: Tồn tại, hạn chế trong cải cách tài chính công]]',
  }),
  section('hien-dai', 3, 'Về hiện đại hóa hành chính', { owner: 'culture' }),
  section('hien-dai-ket-qua', 4, 'Kết quả chủ yếu đạt được'),
  section(
    'hien-dai-ke-hoach',
    5,
    'Việc ban hành và thực hiện chương trình, kế hoạch ứng dụng công nghệ thông tin của huyện',
    {
      body: `
Kế hoạch ứng dụng công nghệ thông tin được ban hành hằng năm[[văn bản: KH 11/KH-UBND; KH 51a/KH-UBND; QĐ 848/QĐ-UBND]].
[[viết: Hoạt động của Trang thông tin điện tử và kết quả thực hiện kế hoạch]]`,
    },
  ),
  section('hien-dai-ung-dung', 5, 'Kết quả ứng dụng công nghệ thông tin tại huyện', {
    body: `
- Hạ tầng: [[CNTT-MAYTINH]] cán bộ, công chức được trang bị máy tính; mạng nội bộ có tại [[CNTT-LAN]] cơ quan, đơn vị; đã cấp [[CNTT-CHUNGTHU]].
- Văn phòng điện tử được dùng tại [[VPDT-CQ | tỷ số]] cơ quan chuyên môn và [[VPDT-XA | tỷ số]] xã, thị trấn; [[VB-DIENTU]] văn bản hành chính được trao đổi dưới dạng điện tử; [[KYSO-VANBAN]] văn bản của huyện được ký số.
- Thư điện tử công vụ: [[THU-CAP]] cán bộ, công chức được cấp hộp thư.
- Dịch vụ công trực tuyến: [[DVC-MUC3]] mức độ 3, [[DVC-MUC4]] mức độ 4.
- Một cửa điện tử, từ ngày 1/11/2019: [[MC-DIENTU-HS]] hồ sơ được giải quyết qua hệ thống.
[[viết: Mức độ sử dụng thường xuyên và hiệu quả của các hệ thống]]`,
  }),
  section('hien-dai-iso', 5, 'Triển khai hệ thống quản lý chất lượng theo tiêu chuẩn TCVN ISO 9001', {
    body: `
Hiện có [[ISO-DONVI]] áp dụng hệ thống quản lý chất lượng [[ISO-DONVI | cơ cấu]][[chú thích: Hệ thống quản lý chất lượng được áp dụng lần lượt trong các năm 2014, 2015 và 2016.]]. Kế hoạch chuyển đổi sang tiêu chuẩn TCVN ISO 9001:2015 đã được ban hành[[văn bản: QĐ 393/QĐ-UBND]].
[[viết: Việc duy trì, cải tiến hệ thống quản lý chất lượng]]`,
  }),
  section('hien-dai-han-che', 4, 'Những tồn tại, hạn chế, nguyên nhân', {
    body: '[[viết: Tồn tại, hạn chế và nguyên nhân trong hiện đại hóa hành chính]]',
  }),
];
