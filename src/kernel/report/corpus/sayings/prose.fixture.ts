/** Sentences without anything to check, and sentences whose numbers are no figures. */
import type { Random } from '../random.fixture.ts';
import type { Section } from '../topics/topic.fixture.ts';
import { capital } from '../writing.fixture.ts';
import type { Told } from './told.fixture.ts';

const LEADS = [
  'thời gian qua',
  'trong kỳ báo cáo',
  'trên cơ sở chỉ đạo của cấp trên',
  'ngay từ những tháng đầu',
  'bên cạnh đó',
  'cùng với đó',
  'đồng thời',
  'nhìn chung',
  'thực hiện chương trình công tác',
  'với tinh thần trách nhiệm cao',
  'qua theo dõi, đôn đốc',
  'để nâng cao chất lượng phục vụ',
];
const DEEDS = [
  'đã chủ động triển khai',
  'thường xuyên quan tâm chỉ đạo',
  'tiếp tục đẩy mạnh',
  'tập trung thực hiện',
  'kịp thời hướng dẫn',
  'phân công rõ trách nhiệm trong',
  'tăng cường kiểm tra, đôn đốc',
  'bố trí nguồn lực cho',
  'rút kinh nghiệm và chấn chỉnh',
  'ngày càng chú trọng',
];
const ENDS = [
  'bảo đảm đúng tiến độ đề ra',
  'góp phần nâng cao hiệu lực, hiệu quả quản lý',
  'tạo chuyển biến rõ nét trong nhận thức và hành động',
  'được người dân, doanh nghiệp ghi nhận',
  'từng bước đáp ứng yêu cầu nhiệm vụ',
  'không để công việc tồn đọng kéo dài',
  'phù hợp với điều kiện thực tế của địa phương',
  'làm cơ sở cho việc đánh giá cuối kỳ',
  'gắn với trách nhiệm của người đứng đầu',
];
const WORRIES = [
  'Tuy nhiên',
  'Bên cạnh kết quả đạt được',
  'Mặc dù đã có nhiều cố gắng',
  'Song song với kết quả trên',
];

/** A sentence of a section's work. */
export function sayWork(section: Section, { random, who }: Told): string {
  const matter = random.pick(section.matters);
  const lead = random.pick(LEADS);
  return random.pick([
    () => `${capital(lead)}, ${who} ${random.pick(DEEDS)} ${matter}, ${random.pick(ENDS)}.`,
    () =>
      `${capital(matter)} được ${who} ${random.pick(['quan tâm', 'chỉ đạo thường xuyên', 'thực hiện nghiêm túc'])}, ${random.pick(ENDS)}.`,
    () => `${who} ${random.pick(DEEDS)} ${matter}; ${lead}, ${random.pick(ENDS)}.`,
    () => `Đối với ${matter}, các cơ quan, đơn vị ${random.pick(DEEDS)} theo kế hoạch, ${random.pick(ENDS)}.`,
  ])();
}

export function sayLack(section: Section, random: Random): string {
  return `${random.pick(WORRIES)}, ${random.pick(section.lacks)}.`;
}

/**
 * Numbers that count nothing, and right words beside each other that only look doubled. Reports are full of them, and
 * each is a false alarm for somebody who reads numbers alone.
 */
export function sayAside({ random, frame, who }: Told): string {
  const year = frame.year;
  return random.pick([
    () =>
      `Mọi vướng mắc đề nghị phản ánh qua số điện thoại 0200.3${random.between(100, 999)}.${random.between(100, 999)} hoặc hộp thư công vụ.`,
    () => `Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2015 tiếp tục được duy trì.`,
    () =>
      `Thực hiện quy định tại khoản ${random.between(1, 5)} Điều ${random.between(4, 60)} của Luật, ${who} đã công khai danh sách.`,
    () => `Việc tiếp nhận bắt đầu từ 7 giờ 30 phút đến 11 giờ 30 phút các ngày làm việc.`,
    () =>
      `Thửa đất số ${random.between(12, 900)}, tờ bản đồ số ${random.between(2, 60)} đã được chỉnh lý theo hiện trạng.`,
    () => `Tuyến từ Km${random.between(1, 40)}+${random.between(100, 900)} đã được thông xe kỹ thuật.`,
    () => `Tiếp tục triển khai Đề án 06 trên địa bàn, ${random.pick(ENDS)}.`,
    () => `Phấn đấu hoàn thành các chỉ tiêu còn lại trước ngày 31/12/${year + 1}.`,
    () =>
      `Mục tiêu đến năm ${year + 3} hoàn thành việc ${random.pick(['số hóa', 'rà soát', 'kết nối'])} theo lộ trình.`,
    () => `Chủ tịch ${who} yêu cầu thực hiện hiện đại hóa gắn với tiết kiệm.`,
    () => `Ủy ban ban hành quy chế làm việc để cán bộ Bộ phận Một cửa thực hiện.`,
    () => `Chương trình trình Hội đồng nhân dân được chuẩn bị kỹ, đúng quy trình.`,
    () => `Phong trào nhà nhà, người người thi đua được duy trì và luôn luôn đổi mới hình thức.`,
    () => `Cơ sở sở hữu nhà nước tiếp tục được rà soát, xử lý theo quy định.`,
    () =>
      `Thu nội địa vượt dự toán, đạt ${random.between(101, 128)},${random.between(1, 9)}% kế hoạch giao, là tín hiệu tích cực.`,
    () => `So với chỉ tiêu Nghị quyết, kết quả trồng rừng bằng ${random.between(102, 160)}% kế hoạch.`,
    () =>
      `Điểm trung bình tự đánh giá là ${random.between(78, 96)},${random.between(1, 9)}/100 điểm, xếp loại tốt.`,
    () =>
      `Mức thu nhập bình quân ước đạt ${random.between(30, 60)},${random.between(1, 9)} triệu đồng/người/năm.`,
    () => `Dịch vụ công trực tuyến mức độ 3, 4 được tuyên truyền rộng rãi trên loa truyền thanh.`,
    () =>
      `Thực hiện Chương trình mục tiêu giai đoạn ${year - 2}-${year + 3}, địa phương đã lồng ghép các nguồn vốn.`,
    () =>
      `Đảng bộ đã tổ chức thành công Đại hội lần thứ X${random.pick(['', 'I', 'II', 'IV'])}, nhiệm kỳ ${year - 1} - ${year + 4}.`,
    () => `Một số thôn, nhất là thôn ${random.between(1, 9)}, đường đi lại còn khó khăn vào mùa mưa.`,
    () => `Thời tiết diễn biến bất thường, dần dần ổn định từ giữa kỳ.`,
  ])();
}
