/** Why a file is not taken; each sentence goes on from the name of the file. */
import { refuse } from '#kernel/refusal.ts';
import { CONTENT_LIMITS } from '../limits.ts';

export const BROKEN = 'bị hỏng hoặc bị cắt cụt. Hãy quét hoặc lưu lại tệp rồi gửi lại.';

export function refuseBroken(): never {
  return refuse('invalid', BROKEN);
}

export function refusePixels(): never {
  const megapixels = CONTENT_LIMITS.pixels / 1_000_000;
  return refuse(
    'invalid',
    `có ảnh lớn hơn ${megapixels} triệu điểm ảnh. Hãy quét lại ở 200–300 dpi rồi gửi lại.`,
  );
}

export function refuseTail(): never {
  return refuse(
    'invalid',
    'có dữ liệu lạ nối thêm ở cuối tệp. Hãy mở tệp, lưu thành tệp mới (ảnh chụp thì tắt chế độ ảnh động) rồi gửi lại.',
  );
}
