/** Part one, II.3 and II.4: organisation, staff. */
import { section } from '../describe.ts';

const SINCE_2015 = 'từ ngày 1/1/2015 đến ngày 31/3/2020';

export const ORGANISATION = [
  section('bo-may', 3, 'Cải cách tổ chức bộ máy hành chính', { owner: 'home-affairs' }),
  section('bo-may-ket-qua', 4, 'Kết quả chủ yếu đã đạt được'),
  section('bo-may-ra-soat', 5, 'Rà soát vị trí, chức năng, nhiệm vụ, quyền hạn và kiện toàn tổ chức bộ máy', {
    guidance:
      'Số đơn vị và biên chế lấy theo quyết định giao; nếu số có mặt và số chưa sử dụng không khớp với số giao thì giải trình.',
    body: `
[[nếu có TC-SAPXEP | năm 2019]]- Năm 2019 huyện đã sắp xếp, chuyển giao [[TC-SAPXEP | năm 2019]] [[TC-SAPXEP | năm 2019 | cơ cấu]].[[hết]][[nếu có TC-GIAM-DUKIEN | từ ngày 1/1/2020 đến ngày 31/12/2021]] Giai đoạn 2020 - 2021 dự kiến giảm [[TC-GIAM-DUKIEN | từ ngày 1/1/2020 đến ngày 31/12/2021]] [[TC-GIAM-DUKIEN | từ ngày 1/1/2020 đến ngày 31/12/2021 | cơ cấu]].[[hết]]
- Tính đến tháng 3/2020 có [[TC-CQCM]] chuyên môn cấp huyện; [[TC-DVSN-HUYEN]] sự nghiệp thuộc huyện; [[TC-DVSN-GD]] sự nghiệp công lập thuộc Phòng Giáo dục và Đào tạo, [[TC-DVSN-GD | thay đổi so với năm 2015]].
- Quản lý biên chế và tinh giản biên chế: năm 2015 được giao [[BC-GIAO | năm 2015]] [[BC-GIAO | năm 2015 | cơ cấu]]; biên chế hội đặc thù là [[BC-HOI | năm 2015]]. Năm 2020 được giao [[BC-GIAO | năm 2020]] [[BC-GIAO | năm 2020 | cơ cấu]].
+ Biên chế hành chính năm 2020 [[BC-HC | năm 2020 | thay đổi so với năm 2015]]; biên chế sự nghiệp [[BC-SN | năm 2020 | thay đổi so với năm 2015]].
+ Tại thời điểm tháng 3/2020 có mặt [[CC-COMAT]] làm công chức và [[VC-COMAT]] làm viên chức; [[BC-SN-CHUADUNG]] sự nghiệp chưa sử dụng.
+ Từ năm 2015 đến tháng 3/2020 đã tinh giản [[TGBC | ${SINCE_2015}]] [[TGBC | ${SINCE_2015} | cơ cấu]].
[[bảng: Biên chế được giao của huyện
  hàng: BC-GIAO; BC-HC; BC-SN
  cột: năm 2015; năm 2020; thay đổi; cơ cấu]]
[[viết: Việc kiện toàn lãnh đạo, quy chế làm việc, nguyên nhân tăng, giảm biên chế]]`,
  }),
  section(
    'bo-may-mo-hinh',
    5,
    'Đánh giá mô hình tổ chức và chất lượng hoạt động của chính quyền địa phương',
    {
      body: '[[viết: Mô hình tổ chức và chất lượng hoạt động của chính quyền cấp huyện, cấp xã]]',
    },
  ),
  section('bo-may-phan-cap', 5, 'Về phân cấp quản lý', {
    body: `
Việc phân cấp trong quản lý đầu tư, xây dựng được thực hiện theo quyết định của Ủy ban nhân dân huyện[[văn bản: QĐ 1546/QĐ-UBND; QĐ 1699/QĐ-UBND]].
[[viết: Nội dung phân cấp, việc kiểm tra và hiệu quả sau phân cấp]]`,
  }),
  section('bo-may-tu-chu', 5, 'Cơ chế tự chủ, tự chịu trách nhiệm của các đơn vị sự nghiệp dịch vụ công', {
    owner: 'finance-planning',
    body: `
Thực hiện Nghị định về cơ chế tự chủ của đơn vị sự nghiệp công lập[[văn bản: NĐ 16/2015/NĐ-CP]], hiện có [[TCTC-DVSN-BAODAM]] được ngân sách bảo đảm chi thường xuyên và [[TCTC-DVSN-MOTPHAN]] tự bảo đảm một phần chi thường xuyên.
[[viết: Hiệu quả của việc giao quyền tự chủ]]`,
  }),
  section('bo-may-han-che', 4, 'Những tồn tại, hạn chế', {
    body: '[[viết: Tồn tại, hạn chế trong tổ chức bộ máy, phân cấp, tự chủ]]',
  }),
  section('can-bo', 3, 'Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức', {
    owner: 'home-affairs',
  }),
  section('can-bo-ket-qua', 4, 'Kết quả chủ yếu đã đạt được'),
  section('can-bo-cong-vu', 5, 'Kết quả thực hiện cải cách chế độ công vụ, công chức', {
    guidance:
      'Nêu vị trí việc làm, tuyển dụng, thu hút, chuyển đổi vị trí công tác, đào tạo, kỷ luật, kỷ cương.',
    body: `
- Vị trí việc làm: [[VTVL-PHEDUYET]] đã được phê duyệt[[văn bản: QĐ 3696/QĐ-UBND]].
- Tuyển dụng: năm 2019 tuyển [[TD-VIENCHUC-GD | năm 2019]] ngành giáo dục và đào tạo. Năm 2012 tiếp nhận [[DA600-TRITHUC | năm 2012]] trẻ làm Phó Chủ tịch xã tại [[DA600-XA | năm 2012 | tỷ số]] xã; năm 2015 tiếp nhận [[DA500-DOIVIEN | năm 2015]] của Dự án 500 trí thức trẻ.
- Chuyển đổi vị trí công tác theo Nghị định của Chính phủ[[văn bản: NĐ 158/2007/NĐ-CP]]: năm 2019 đã chuyển đổi [[CDVT | năm 2019]].
- Đào tạo, bồi dưỡng: từ năm 2015 đến tháng 3/2020 đã mở [[DT-LOP | ${SINCE_2015}]] với [[DT-NGUOI | ${SINCE_2015}]] tham gia [[DT-NGUOI | ${SINCE_2015} | cơ cấu]]; cử [[DT-SNV | ${SINCE_2015}]] dự các lớp do Sở Nội vụ mở.
- Kỷ luật, kỷ cương hành chính và đạo đức công vụ theo Chỉ thị của Thủ tướng Chính phủ và kế hoạch của huyện[[văn bản: CT 26/CT-TTg; QĐ 3944/QĐ-UBND]].
[[viết: Chuyển biến về kỷ luật, kỷ cương, đạo đức công vụ]]`,
  }),
  section('can-bo-xa', 5, 'Về công chức cấp xã', {
    body: `
- Năm 2015 có [[CBX | năm 2015]] làm cán bộ, công chức cấp xã [[CBX | năm 2015 | cơ cấu theo trinh-do]]. Tính đến tháng 3/2020 có [[CBX | ngày 31/3/2020]] [[CBX | ngày 31/3/2020 | cơ cấu theo loai]]; chia theo trình độ đào tạo [[CBX | ngày 31/3/2020 | cơ cấu theo trinh-do]].
- Số lượng cán bộ, công chức cấp xã được giao theo quyết định của tỉnh và Nghị định của Chính phủ[[văn bản: QĐ 346/QĐ-UBND; NĐ 34/2019/NĐ-CP]].
[[viết: Chất lượng, mức độ đạt chuẩn của cán bộ, công chức cấp xã]]`,
  }),
  section('can-bo-han-che', 4, 'Những tồn tại, hạn chế', {
    body: '[[viết: Tồn tại, hạn chế trong xây dựng đội ngũ cán bộ, công chức, viên chức]]',
  }),
];
