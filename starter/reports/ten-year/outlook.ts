/** Part one, III, and parts two and three: what people judge, plan and ask for. */
import { section } from '../describe.ts';

export const OUTLOOK = [
  section('danh-gia', 2, 'ĐÁNH GIÁ CHUNG VỀ CẢI CÁCH HÀNH CHÍNH NHÀ NƯỚC TRONG [[kỳ]]'),
  section('danh-gia-tich-cuc', 3, 'Những kết quả tích cực đã đạt được', {
    body: '[[viết: Kết quả tích cực theo từng nội dung cải cách]]',
  }),
  section('danh-gia-ton-tai', 3, 'Những tồn tại, hạn chế, nguyên nhân'),
  section('danh-gia-han-che', 4, 'Tồn tại, hạn chế', {
    body: '[[viết: Tồn tại, hạn chế theo từng nội dung cải cách]]',
  }),
  section('danh-gia-nguyen-nhan', 4, 'Nguyên nhân của tồn tại, hạn chế', {
    body: '[[viết: Nguyên nhân chủ quan và khách quan]]',
  }),
  section('bai-hoc', 3, 'Những bài học kinh nghiệm trong triển khai cải cách hành chính', {
    body: '[[viết: Bài học kinh nghiệm]]',
  }),
  section('phan-2', 1, 'ĐỀ XUẤT NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NHÀ NƯỚC GIAI ĐOẠN TIẾP THEO', {
    owner: 'home-affairs',
  }),
  section('nhiem-vu-chi-dao', 3, 'Về công tác chỉ đạo, điều hành', {
    body: `
- Tiếp tục hoàn thành các mục tiêu của Chương trình tổng thể[[văn bản: NQ 30c/NQ-CP]].
[[viết: Nhiệm vụ về chỉ đạo, điều hành]]`,
  }),
  section('nhiem-vu-the-che', 3, 'Về cải cách thể chế', {
    owner: 'justice',
    body: '[[viết: Nhiệm vụ về cải cách thể chế]]',
  }),
  section('nhiem-vu-thu-tuc', 3, 'Về cải cách thủ tục hành chính', {
    owner: 'office',
    body: `
- Duy trì cơ chế một cửa, một cửa liên thông theo Nghị định của Chính phủ[[văn bản: NĐ 61/2018/NĐ-CP]].
[[viết: Nhiệm vụ về cải cách thủ tục hành chính]]`,
  }),
  section('nhiem-vu-bo-may', 3, 'Về tổ chức bộ máy hành chính nhà nước', {
    body: `
- Sắp xếp tổ chức bộ máy và đơn vị sự nghiệp công lập theo các Nghị quyết của Trung ương[[văn bản: NQ 18-NQ/TW; NQ 19-NQ/TW]].
[[viết: Nhiệm vụ về tổ chức bộ máy]]`,
  }),
  section('nhiem-vu-can-bo', 3, 'Về xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức', {
    body: `
- Thực hiện chuyển đổi vị trí công tác theo quy định[[văn bản: NĐ 158/2007/NĐ-CP]].
[[viết: Nhiệm vụ về đội ngũ cán bộ, công chức, viên chức]]`,
  }),
  section('nhiem-vu-tai-chinh', 3, 'Về tài chính công', {
    owner: 'finance-planning',
    body: '[[viết: Nhiệm vụ về cải cách tài chính công]]',
  }),
  section('nhiem-vu-hien-dai', 3, 'Về hiện đại hóa hành chính', {
    owner: 'culture',
    body: '[[viết: Nhiệm vụ về ứng dụng công nghệ thông tin và áp dụng ISO]]',
  }),
  section('phan-3', 1, 'NHỮNG KIẾN NGHỊ, ĐỀ XUẤT', {
    owner: 'home-affairs',
    body: '[[viết: Kiến nghị với Bộ Nội vụ, với tỉnh và các sở, ngành]]',
  }),
];
