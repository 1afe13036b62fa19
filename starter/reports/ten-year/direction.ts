/** Part one, I: how the programme was carried out. Figures and documents are those that the district's summary of 2020 states. */
import { section } from '../describe.ts';

export const DIRECTION = [
  section(
    'phan-1',
    1,
    'TÌNH HÌNH TRIỂN KHAI VÀ KẾT QUẢ THỰC HIỆN CHƯƠNG TRÌNH TỔNG THỂ CẢI CÁCH HÀNH CHÍNH NHÀ NƯỚC [[kỳ]]',
    {
      owner: 'home-affairs',
    },
  ),
  section('trien-khai', 2, 'TÌNH HÌNH TRIỂN KHAI'),
  section('chi-dao', 3, 'Công tác chỉ đạo, điều hành', {
    guidance:
      'Nêu việc quán triệt, kế hoạch hằng năm, phân công trách nhiệm, kinh phí, bộ chỉ số, sáng kiến và thi đua, khen thưởng. Số liệu lấy từ sổ văn bản đi và hồ sơ thi đua.',
    body: `
Chương trình tổng thể được triển khai trên địa bàn huyện theo Nghị quyết của Chính phủ và Chương trình hành động của Tỉnh ủy[[văn bản: NQ 30c/NQ-CP; CTr 05-CTr/TU]].
Ban Chỉ đạo cải cách hành chính của huyện được kiện toàn[[văn bản: QĐ 3898/QĐ-UBND]]; Phòng Nội vụ là cơ quan thường trực. Kế hoạch cải cách hành chính được ban hành hằng năm[[văn bản: QĐ 3734/QĐ-UBND; QĐ 4308/QĐ-UBND; QĐ 3561/QĐ-UBND; QĐ 4481/QĐ-UBND]].
[[nếu có CD-VANBAN]]Trong [[kỳ]], huyện đã ban hành [[CD-VANBAN]] chỉ đạo, điều hành [[CD-VANBAN | cơ cấu]]. Các văn bản chủ yếu được nêu ở chú thích[[văn bản: CV 10/UBND; KH 28/KH-UBND; CT 13/CT-TTg; CT 12-CT/HU; CV 765/UBND; KH 51-KH/HU; QĐ 2298/QĐ-UBND; CT 36-CT/HU]].[[nếu không]]Chưa tổng hợp được số văn bản chỉ đạo, điều hành của [[kỳ]].[[hết]]
[[viết: Đánh giá việc quán triệt, phân công và bố trí kinh phí cho cải cách hành chính]]
Để đánh giá kết quả của các xã, thị trấn, huyện đã ban hành [[CD-BOTIEUCHI | từ ngày 1/1/2015 đến ngày 31/12/2020]] đánh giá cải cách hành chính[[văn bản: QĐ 4100/QĐ-UBND; QĐ 2875/QĐ-UBND]]; mức độ hài lòng của tổ chức, công dân được điều tra theo kế hoạch hằng năm[[văn bản: QĐ 2874/QĐ-UBND; QĐ 3198/QĐ-UBND]].
Từ năm 2015 đến tháng 3/2020 có [[CD-SANGKIEN | từ ngày 1/1/2015 đến ngày 31/3/2020]] trong lĩnh vực cải cách hành chính. Kết quả cải cách hành chính được gắn với thi đua, khen thưởng[[văn bản: QĐ 2683/QĐ-UBND]].`,
  }),
  section('kiem-tra', 3, 'Kiểm tra việc thực hiện', {
    guidance: 'Nêu số lượt kiểm tra, đơn vị được kiểm tra, điều phát hiện và việc khắc phục.',
    body: `
Hằng năm Phòng Nội vụ phối hợp với các cơ quan kiểm tra việc thực hiện cải cách hành chính tại các xã, thị trấn và một số cơ quan cấp huyện. Trung bình mỗi năm có [[KT-LUOT-NAM | từ ngày 1/1/2015 đến ngày 31/12/2019]] kiểm tra; từ năm 2015 đến năm 2019 đã kiểm tra [[KT-LUOT | từ ngày 1/1/2015 đến ngày 31/12/2019]] tại các cơ quan, đơn vị, địa phương.
[[viết: Nội dung kiểm tra chuyên đề, điều phát hiện qua kiểm tra và việc chấn chỉnh]]`,
  }),
  section('tuyen-truyen', 3, 'Thông tin, tuyên truyền', {
    owner: 'culture',
    guidance: 'Nêu kế hoạch, hình thức tuyên truyền, chuyên mục, cuộc thi, học tập kinh nghiệm.',
    body: `
Huyện ban hành kế hoạch tuyên truyền cải cách hành chính hằng năm[[văn bản: KH 33/KH-UBND; QĐ 1146/QĐ-UBND; QĐ 666/QĐ-UBND; QĐ 400/QĐ-UBND; QĐ 778/QĐ-UBND]].
[[nếu có TTR-THAMQUAN | năm 2017]]Năm 2017 đã học tập kinh nghiệm thực hiện cơ chế một cửa tại [[TTR-THAMQUAN | năm 2017]][[nếu có TTR-THAMQUAN | năm 2018]]; năm 2018 tại [[TTR-THAMQUAN | năm 2018]][[hết]].[[hết]]
[[nếu TTR-CUOCTHI | năm 2018 > 0]]Năm 2018 huyện đã tổ chức Cuộc thi cải cách hành chính theo hình thức sân khấu.[[hết]]
[[viết: Hiệu quả của công tác thông tin, tuyên truyền]]`,
  }),
  section('danh-gia-trien-khai', 3, 'Đánh giá chung về công tác triển khai'),
  section('trien-khai-tot', 5, 'Mặt tích cực đạt được', {
    body: '[[viết: Những mặt đạt được trong chỉ đạo, kiểm tra, tuyên truyền, phát huy sáng kiến]]',
  }),
  section('trien-khai-han-che', 5, 'Tồn tại, hạn chế', {
    body: '[[viết: Tồn tại, hạn chế trong chỉ đạo, phối hợp, tham mưu và nguyên nhân]]',
  }),
];
