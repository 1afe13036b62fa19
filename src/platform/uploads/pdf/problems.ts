/** Why a PDF is not taken; each sentence goes on from the name of the file. */
import { refuse } from '#kernel/refusal.ts';

const PRINT_AGAIN = 'Hãy mở tệp, in ra PDF mới (chọn máy in “Microsoft Print to PDF”) rồi gửi lại.';

export function refuseSyntax(): never {
  return refuse('invalid', `là PDF hỏng hoặc có cấu trúc lạ. ${PRINT_AGAIN}`);
}

export function refuseInside(what: string): never {
  return refuse('invalid', `là PDF có ${what} bên trong nên không nhận. ${PRINT_AGAIN}`);
}

export function refuseEncrypted(): never {
  return refuse('invalid', 'là PDF đặt mật khẩu hoặc khóa quyền. Hãy bỏ mật khẩu, lưu lại rồi gửi lại.');
}
