import { formatDate, formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { toBase64 } from '#kernel/merkle/base64.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { SignedCheckpoint } from '../schema.ts';

type StateFacts = Omit<SignedCheckpoint, 'note'> & {
  readonly day: LocalDate;
  /** What the signature is checked with, as people pass it on. */
  readonly key: string;
  readonly publicUrl: string;
};

type LetterText = { readonly subject: string; readonly text: string };

/** What the letter says: what it is, why it is kept, and how it is used. */
export function stateLetterText({ size, root, signedAt, day, key, publicUrl }: StateFacts): LetterText {
  return {
    subject: `Nhật ký kiểm chứng ngày ${formatDate(day)}: ${formatNumber(size)} mục`,
    text: [
      'Kính gửi Ông/Bà,',
      '',
      `Tệp đính kèm là trạng thái có chữ ký của nhật ký kiểm chứng tại ${publicUrl}/nhat-ky:`,
      '',
      `  Số mục: ${formatNumber(size)}`,
      `  Ký lúc: ${formatDateTime(signedAt)}`,
      `  Mã băm gốc: ${toBase64(root)}`,
      '',
      'Mọi lần tiếp nhận, chuyển bước, trả kết quả hồ sơ đều là một mục của nhật ký này. Ông/Bà đang giữ bằng chứng',
      'về toàn bộ những gì đã ghi đến lúc ký; nếu sau này có ai sửa, xóa hay lùi ngày dù chỉ một mục, bằng chứng này',
      'sẽ cho thấy.',
      '',
      'Việc cần làm:',
      '  1. Giữ lại thư này và tệp đính kèm, không cần mở. Nên để ở nơi người quản trị hệ thống không vào được.',
      '  2. Khi có khiếu nại, thanh tra, hoặc muốn kiểm tra, trên một máy tính bất kỳ có phần mềm Một Cửa, chạy:',
      '',
      `     npx motcua log compare TỆP-ĐÍNH-KÈM --at ${publicUrl}/nhat-ky \\`,
      `       --key '${key}'`,
      '',
      '     Lệnh trả lời “nối tiếp đúng” khi lịch sử còn nguyên, “KHÔNG KHỚP” khi lịch sử đã bị thay đổi.',
      '  3. Nếu một ngày không còn nhận được thư này, hoặc khóa trong lệnh trên khác với các thư trước, hãy hỏi lại',
      '     cơ quan vận hành.',
      '',
      'Tệp không chứa thông tin cá nhân của bất kỳ ai.',
    ].join('\n'),
  };
}

/** Whoever is left out is told, so that nobody can do it quietly. */
export function lastLetterText({
  size,
  publicUrl,
}: {
  readonly size: number;
  readonly publicUrl: string;
}): LetterText {
  return {
    subject: 'Thôi gửi trạng thái nhật ký kiểm chứng',
    text: [
      'Kính gửi Ông/Bà,',
      '',
      `Quản trị hệ thống tại ${publicUrl} vừa bỏ địa chỉ này khỏi danh sách nhận trạng thái nhật ký hằng ngày, khi nhật ký`,
      `có ${formatNumber(size)} mục. Đây là thư cuối cùng.`,
      '',
      'Các tệp đã nhận vẫn còn giá trị: hãy tiếp tục giữ. Nếu Ông/Bà không được hỏi ý kiến về việc này, hãy liên hệ',
      'lãnh đạo cơ quan vận hành hệ thống.',
    ].join('\n'),
  };
}
