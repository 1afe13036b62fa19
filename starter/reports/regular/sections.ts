/** The usual outline of reports on administrative reform: I direction, II results by content, III–V judgement, tasks, requests, and annexes. */
import type { Section } from '#capabilities/reports/schema.ts';
import { annex, plain, section } from '../describe.ts';

const DIRECTION = [
  section('chi-dao', 2, 'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH', { owner: 'home-affairs' }),
  section('ke-hoach', 3, 'Kế hoạch cải cách hành chính', {
    guidance: 'Nêu kế hoạch đã ban hành, số nhiệm vụ đề ra, số nhiệm vụ đã hoàn thành trong kỳ.',
    body: '[[viết: Kế hoạch cải cách hành chính và kết quả thực hiện các nhiệm vụ trong kỳ]]',
  }),
  section('kiem-tra', 3, 'Kiểm tra cải cách hành chính', {
    guidance: 'Nêu số cơ quan, đơn vị được kiểm tra, số vấn đề phát hiện, số đã xử lý.',
    body: '[[viết: Kết quả kiểm tra; nếu trong kỳ không kiểm tra thì nói không]]',
  }),
  section('tuyen-truyen', 3, 'Thông tin, tuyên truyền', {
    owner: 'culture',
    body: '[[viết: Hình thức, nội dung tuyên truyền cải cách hành chính]]',
  }),
  section('sang-kien', 3, 'Sáng kiến, thi đua, khen thưởng và kinh phí', {
    body: '[[viết: Sáng kiến, mô hình mới; gắn cải cách hành chính với thi đua; kinh phí đã bố trí]]',
  }),
];

const PROCEDURES = [
  section('thu-tuc', 3, 'Cải cách thủ tục hành chính', { owner: 'office' }),
  section('thu-tuc-kiem-soat', 5, 'Kiểm soát, công khai thủ tục hành chính', {
    body: `
Đến cuối kỳ, [[TT-CONGKHAI]] được công khai.
[[viết: Việc rà soát, đơn giản hóa, công bố, công khai thủ tục hành chính]]`,
  }),
  section('thu-tuc-giai-quyet', 5, 'Tiếp nhận và giải quyết hồ sơ', {
    guidance: 'Số liệu tính từ hồ sơ trên hệ thống; chỉ viết phần nhận xét.',
    body: `
[[nếu HS-TONG > 0]]Trong [[kỳ]], tổng số hồ sơ nhận giải quyết là [[HS-TONG]]: tiếp nhận mới [[HS-NHAN]], trong đó trực tuyến [[HS-TRUCTUYEN]], trực tiếp hoặc qua bưu chính [[HS-TRUCTIEP]]; kỳ trước chuyển sang [[HS-KYTRUOC]]. [[nếu có HS-NHAN | cùng kỳ năm trước]]Số tiếp nhận mới [[HS-NHAN | thay đổi so với cùng kỳ năm trước]].[[hết]]
Đã giải quyết [[HS-GIAIQUYET]] (trước hạn [[HS-TRUOCHAN]]; đúng hạn [[HS-DUNGHAN]]; quá hạn [[HS-QUAHAN]])[[nếu có HS-TYLE-DUNGHAN]]; tỷ lệ trước hạn và đúng hạn đạt [[HS-TYLE-DUNGHAN]][[hết]].
Đang giải quyết [[HS-DANGXL]] (trong hạn [[HS-TRONGHAN]]; quá hạn [[HS-DANGQUAHAN]]).
[[nếu HS-QUAHAN > 0]]
[[viết: Nguyên nhân hồ sơ giải quyết quá hạn và biện pháp khắc phục]]
[[hết]]
[[nếu HS-XINLOI > 0]]Đã gửi [[HS-XINLOI]] xin lỗi và hẹn lại ngày trả kết quả.[[nếu không]]Trong kỳ không có hồ sơ phải xin lỗi, hẹn lại.[[hết]]
[[nếu không]]Trong [[kỳ]] không phát sinh hồ sơ trên hệ thống một cửa điện tử.[[hết]]`,
  }),
  section('thu-tuc-xa', 5, 'Tình hình tại các xã, thị trấn', {
    isCollected: true,
    guidance: 'Mỗi xã, thị trấn nêu ngắn gọn kết quả, khó khăn tại Bộ phận Một cửa của mình.',
    body: '[[bảng: Hồ sơ tại các xã, thị trấn\n  hàng: các xã\n  cột: HS-NHAN; HS-GIAIQUYET; HS-QUAHAN]]',
  }),
];

const MODERNISATION = [
  section('hien-dai', 3, 'Xây dựng và phát triển chính quyền điện tử', { owner: 'culture' }),
  section('hien-dai-truc-tuyen', 5, 'Dịch vụ công trực tuyến', {
    body: `
Đến cuối kỳ, [[TT-TRUCTUYEN]] được cung cấp trực tuyến (một phần [[TT-MOTPHAN]]; toàn trình [[TT-TOANTRINH]]).[[nếu có HS-TYLE-TRUCTUYEN]] Tỷ lệ hồ sơ nộp trực tuyến đạt [[HS-TYLE-TRUCTUYEN]].[[hết]]
[[nếu PHI-TRUCTUYEN > 0]]Có [[PHI-TRUCTUYEN]] thanh toán trực tuyến.[[nếu không]]Trong kỳ không phát sinh thanh toán trực tuyến.[[hết]]`,
  }),
  section('hien-dai-buu-chinh', 5, 'Dịch vụ bưu chính công ích', {
    body: `
[[nếu BUU-TRA > 0]]Đã trả [[BUU-TRA]] qua dịch vụ bưu chính công ích.[[nếu không]]Trong kỳ không có kết quả nào được trả qua dịch vụ bưu chính công ích.[[hết]]`,
  }),
  section('hien-dai-ung-dung', 5, 'Ứng dụng công nghệ thông tin và hệ thống quản lý chất lượng', {
    body: '[[viết: Văn bản điện tử, chữ ký số, hệ thống quản lý chất lượng ISO]]',
  }),
];

const RESULTS = [
  section('ket-qua', 2, 'KẾT QUẢ THỰC HIỆN CẢI CÁCH HÀNH CHÍNH'),
  section('the-che', 3, 'Cải cách thể chế', {
    owner: 'justice',
    guidance: 'Nêu số văn bản quy phạm pháp luật ban hành, kiểm tra, xử lý, rà soát trong kỳ.',
    body: '[[viết: Xây dựng, kiểm tra, rà soát văn bản quy phạm pháp luật; theo dõi thi hành pháp luật]]',
  }),
  ...PROCEDURES,
  section('bo-may', 3, 'Cải cách tổ chức bộ máy hành chính', {
    owner: 'home-affairs',
    guidance: 'Nêu số phòng, đơn vị sự nghiệp, biên chế giao, có mặt, tinh giản; lũy kế so với năm 2015.',
    body: '[[viết: Sắp xếp tổ chức bộ máy, biên chế, phân cấp quản lý]]',
  }),
  section('cong-vu', 3, 'Cải cách chế độ công vụ', {
    owner: 'home-affairs',
    guidance: 'Nêu vị trí việc làm, tuyển dụng, bổ nhiệm, đào tạo, kỷ luật.',
    body: '[[viết: Vị trí việc làm, tuyển dụng, đào tạo, đánh giá, kỷ luật cán bộ, công chức, viên chức]]',
  }),
  section('tai-chinh', 3, 'Cải cách tài chính công', {
    owner: 'finance-planning',
    body: '[[viết: Cơ chế tự chủ của cơ quan, đơn vị; quản lý, sử dụng kinh phí]]',
  }),
  ...MODERNISATION,
];

const JUDGEMENT = [
  section('danh-gia', 2, 'ĐÁNH GIÁ CHUNG', {
    owner: 'home-affairs',
    body: '[[viết: Kết quả nổi bật, tồn tại, hạn chế và nguyên nhân]]',
  }),
  section('phuong-huong', 2, 'PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ TỚI', {
    owner: 'home-affairs',
    body: '[[viết: Nhiệm vụ trọng tâm và giải pháp]]',
  }),
  section('kien-nghi', 2, 'KIẾN NGHỊ, ĐỀ XUẤT', {
    owner: 'home-affairs',
    body: '[[viết: Kiến nghị, đề xuất; nếu không có thì nói không có]]',
  }),
];

/** In the columns of form 06 of Circular 01/2020/TT-VPCP: received, resolved, in progress. */
const DOSSIER_COLUMNS =
  'HS-TONG; HS-TRUCTUYEN; HS-TRUCTIEP; HS-KYTRUOC; HS-GIAIQUYET; HS-TRUOCHAN; HS-DUNGHAN; HS-QUAHAN; HS-DANGXL; HS-TRONGHAN; HS-DANGQUAHAN';

const ANNEXES = [
  annex('phu-luc-ho-so', 'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH', {
    owner: 'office',
    body: `[[bảng: Theo lĩnh vực\n  hàng: theo domain\n  cột: ${DOSSIER_COLUMNS}]]\n[[bảng: Theo xã, thị trấn\n  hàng: các xã\n  cột: ${DOSSIER_COLUMNS}]]`,
  }),
  annex('phu-luc-chi-tieu', 'CHỈ TIÊU THỐNG KÊ CẢI CÁCH HÀNH CHÍNH', {
    owner: 'home-affairs',
    body: '[[bảng: Chỉ tiêu thống kê\n  hàng: HS-NHAN; HS-TRUCTUYEN; HS-GIAIQUYET; HS-QUAHAN; HS-BOSUNG; HS-GIAHAN; HS-XINLOI; TT-CONGKHAI; TT-TRUCTUYEN; TT-BUUCHINH; PHI-TRUCTUYEN; BUU-TRA\n  cột: cùng kỳ năm trước; kỳ báo cáo; thay đổi]]',
  }),
];

/** The sections of a report for a quarter, a half-year or a year. */
export function regularSections(): readonly Section[] {
  return [
    plain('mo-dau', '[[đơn vị]] báo cáo kết quả công tác cải cách hành chính [[kỳ]] như sau:'),
    ...DIRECTION,
    ...RESULTS,
    ...JUDGEMENT,
    plain('ket', 'Trên đây là báo cáo kết quả công tác cải cách hành chính [[kỳ]] của [[đơn vị]]./.'),
    ...ANNEXES,
  ];
}
