/** Part one, II.1 and II.2: legal documents, procedures. */
import { section } from '../describe.ts';

const SINCE_2015 = 'từ ngày 1/1/2015 đến ngày 31/3/2020';

export const INSTITUTIONS = [
  section('ket-qua', 2, 'ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN CÁC NỘI DUNG THEO CHƯƠNG TRÌNH TỔNG THỂ'),
  section('the-che', 3, 'Cải cách thể chế', { owner: 'justice' }),
  section('the-che-ket-qua', 4, 'Kết quả chủ yếu đã đạt được', {
    guidance:
      'Nêu việc xây dựng, rà soát, kiểm tra văn bản quy phạm pháp luật, theo dõi thi hành pháp luật và phổ biến pháp luật.',
    body: `
- Xây dựng văn bản quy phạm pháp luật theo Luật Ban hành văn bản quy phạm pháp luật năm 2015 và Nghị định hướng dẫn[[văn bản: NĐ 34/2016/NĐ-CP]]. Từ năm 2015 đến ngày 31/3/2020, Hội đồng nhân dân và Ủy ban nhân dân huyện đã ban hành [[QPPL-BANHANH | ${SINCE_2015}]] quy phạm pháp luật [[QPPL-BANHANH | ${SINCE_2015} | cơ cấu]]; các xã, thị trấn đã ban hành [[QPPL-XA | ${SINCE_2015}]].
- Theo dõi thi hành pháp luật:
[[viết: Việc theo dõi thi hành pháp luật và xử lý vi phạm]]
- Rà soát, hệ thống hóa văn bản: trong [[kỳ]] đã thực hiện [[RS-DOT]] hệ thống hóa[[văn bản: QĐ 187/QĐ-UBND; QĐ 465/QĐ-UBND]].
+ Kỳ 2008 - 2013 đã rà soát [[RS-VANBAN | từ ngày 1/1/2008 đến ngày 31/12/2013]] [[RS-VANBAN | từ ngày 1/1/2008 đến ngày 31/12/2013 | cơ cấu]].
+ Kỳ 2014 - 2018 đã rà soát [[RS-VANBAN | từ ngày 1/1/2014 đến ngày 31/12/2018]] [[RS-VANBAN | từ ngày 1/1/2014 đến ngày 31/12/2018 | cơ cấu]].
- Kiểm tra văn bản: từ năm 2015 đến tháng 3/2020 đã tự kiểm tra [[QPPL-TUKIEMTRA | ${SINCE_2015} | tỷ số]] văn bản của Hội đồng nhân dân và Ủy ban nhân dân huyện.[[nếu QPPL-KHONGPHUHOP | năm 2018 > 0]] Năm 2018 có [[QPPL-KHONGPHUHOP | năm 2018]] có nội dung không còn phù hợp; [[QPPL-BAIBO | năm 2018]] đã được bãi bỏ.[[hết]] Đã kiểm tra [[QPPL-XA-KIEMTRA | ${SINCE_2015}]] của các xã, thị trấn.
- Phổ biến, giáo dục pháp luật: mỗi năm tổ chức [[PBPL-DOT]] tuyên truyền với [[PBPL-LUOT]] tham gia.`,
  }),
  section('the-che-han-che', 4, 'Những tồn tại, hạn chế, nguyên nhân', {
    body: '[[viết: Tồn tại, hạn chế và nguyên nhân trong cải cách thể chế]]',
  }),
  section('thu-tuc', 3, 'Cải cách thủ tục hành chính', { owner: 'office' }),
  section('thu-tuc-ket-qua', 4, 'Kết quả đạt được'),
  section(
    'thu-tuc-linh-vuc',
    5,
    'Cải cách thủ tục hành chính trên các lĩnh vực quản lý nhà nước theo quy định của Chính phủ, các bộ, ngành',
    {
      guidance: 'Nêu việc kiểm soát, rà soát, công khai thủ tục hành chính và tiếp nhận phản ánh, kiến nghị.',
      body: `
- Kiểm soát thủ tục hành chính theo các Nghị định của Chính phủ[[văn bản: NĐ 63/2010/NĐ-CP; NĐ 48/2013/NĐ-CP]].
[[viết: Việc rà soát, đánh giá và kiến nghị đơn giản hóa thủ tục hành chính]]
- Tiếp nhận, xử lý phản ánh, kiến nghị về quy định hành chính[[văn bản: 20/2008/NĐ-CP]].
[[viết: Kết quả tiếp nhận, xử lý phản ánh, kiến nghị; nếu không có thì nói không có]]`,
    },
  ),
  section('thu-tuc-cong-khai', 5, 'Công khai thủ tục hành chính', {
    body: '[[viết: Việc niêm yết, công khai thủ tục hành chính tại Bộ phận Một cửa và trên Trang thông tin điện tử]]',
  }),
  section('thu-tuc-mot-cua', 5, 'Thực hiện cơ chế một cửa, một cửa liên thông', {
    body: `
Bộ phận Một cửa được tổ chức theo Nghị định của Chính phủ[[văn bản: NĐ 61/2018/NĐ-CP]]. Có [[MC-XA | tỷ số]] đơn vị hành chính cấp xã đã bố trí Bộ phận Tiếp nhận và Trả kết quả theo mô hình một cửa; [[MC-XA-HIENDAI]] được trang bị Bộ phận Một cửa hiện đại [[MC-XA-HIENDAI | cơ cấu]]. [[MC-TTHC]] thủ tục phát sinh được tiếp nhận qua Bộ phận Một cửa.
[[viết: Cơ sở vật chất, nhân sự của Bộ phận Một cửa huyện và các xã, thị trấn]]`,
  }),
  section('thu-tuc-dien-tu', 5, 'Triển khai phần mềm một cửa điện tử', {
    body: `
Phần mềm một cửa điện tử được triển khai theo kế hoạch của tỉnh và của huyện[[văn bản: KH 79/KH-UBND; KH 102/KH-UBND]]. Đến nay Bộ phận Một cửa huyện và [[MC-DIENTU-XA]] đơn vị hành chính cấp xã đã vận hành phần mềm; [[MC-DIENTU-TTHC]] thủ tục hành chính được cập nhật, giải quyết trên phần mềm.`,
  }),
  section('thu-tuc-truc-tuyen', 5, 'Tình hình, kết quả cung cấp dịch vụ công trực tuyến ở mức độ 3, 4', {
    body: `
Huyện đang cung cấp [[DVC-MUC3]] mức độ 3 và [[DVC-MUC4]] mức độ 4.
[[viết: Số hồ sơ phát sinh trực tuyến, khó khăn khi triển khai]]`,
  }),
  section('thu-tuc-buu-chinh', 5, 'Tiếp nhận hồ sơ và trả kết quả qua dịch vụ bưu chính công ích', {
    body: `
[[nếu có DVC-BUUCHINH]]Có [[DVC-BUUCHINH]] đăng ký thực hiện qua dịch vụ bưu chính công ích [[DVC-BUUCHINH | cơ cấu]].[[nếu không]]Chưa có thủ tục nào đăng ký thực hiện qua dịch vụ bưu chính công ích.[[hết]]
[[viết: Việc phối hợp với bưu điện và tuyên truyền đến người dân]]`,
  }),
  section('thu-tuc-han-che', 4, 'Những tồn tại, hạn chế, nguyên nhân', {
    body: '[[viết: Tồn tại, hạn chế và nguyên nhân trong cải cách thủ tục hành chính]]',
  }),
];
