import { openSigner } from '#app/log-keeper.ts';
import { systemContext } from '#foundation/context.ts';
import { refuse } from '#kernel/refusal.ts';
import { type Act, recover, settle, status, verify } from './log-acts.ts';
import { compare } from './log-compare.ts';
import { checkReceipt } from './log-receipt.ts';
import { witness } from './log-witness.ts';
import type { Command, Given } from './command.ts';
import { withSystem } from './with-system.ts';

/** `motcua log`: the verifiable log as the operator sees it. */
export const log: Command = {
  name: 'log',
  summary:
    'Nhật ký kiểm chứng: trạng thái, kiểm tra toàn bộ, nhân chứng, so với trạng thái đã lưu, mở lại sau khôi phục',
  words: 'status | verify | recover | settle | receipt MÃ-QR | compare TỆP | witness …',
  options: [
    {
      name: 'reason',
      value: 'LÝ DO',
      explanation: 'Vì sao ghi tiếp từ dữ liệu này (recover), đã xử lý hư hỏng ra sao (settle)',
    },
    {
      name: 'at',
      value: 'ĐỊA CHỈ',
      explanation: 'Trang của nhật ký cần so (compare), ví dụ https://…/nhat-ky',
    },
    {
      name: 'key',
      value: 'KHÓA',
      explanation: 'Khóa kiểm tra của nhật ký cần so (compare), lấy từ log status',
    },
  ],
  notes: [
    'verify so từng mục với sự kiện, tính lại cây băm, kiểm tra chữ ký, nhân chứng, rồi so mọi bản ghi và tệp với lịch sử; mã kết thúc 1 khi có chỗ sai.',
    'receipt kiểm tra chữ ký của biên nhận rồi so với hồ sơ và nhật ký; mã kết thúc 1 khi giả hoặc không khớp. Đặt nội dung mã QR trong dấu nháy đơn.',
    'compare so trạng thái đã lưu (tệp đính kèm trong thư hằng ngày) với nhật ký đang công bố; chạy được trên máy bất kỳ, không cần hệ thống.',
    'witness list; witness add ĐỊA-CHỈ KHÓA và witness remove TÊN: nhân chứng mà hệ thống này nhờ ký xác nhận.',
    'witness trust KHÓA, witness distrust TÊN-NHẬT-KÝ: nhật ký của nơi khác mà hệ thống này làm chứng.',
    'recover chỉ dùng khi hệ thống báo dữ liệu cũ hơn nhật ký đã ký và người có trách nhiệm quyết định ghi tiếp.',
    'settle ghi lý do và khép lại báo động hư hỏng mà kiểm tra hằng đêm đã thấy.',
  ],
  printsFacts: true,
  run: async (given, output) => {
    if (given.words[0] === 'compare') return compare(given, output);
    const act = actOf(given);
    return withSystem(output, async (system, config) =>
      act(await systemContext(system, 'log command'), await openSigner(config), output),
    );
  },
};

function actOf(given: Given): Act {
  const { words, options } = given;
  const [verb, scanned] = words;
  const reason = options['reason'] ?? '';
  if (verb === 'status') return status;
  if (verb === 'verify') return verify;
  if (verb === 'witness') return witness(words.slice(1));
  if (verb === 'receipt' && scanned !== undefined)
    return async (ctx, _signer, output) => checkReceipt(ctx, scanned, output);
  if (verb === 'recover' && reason.length >= 10)
    return async (ctx, signer, output) => recover(ctx, signer, { reason, output });
  if (verb === 'settle' && reason.length >= 10)
    return async (ctx, _signer, output) => settle(ctx, reason, output);
  return refuse(
    'invalid',
    'Hãy dùng: log status, log verify, log receipt \'nội dung mã QR\', log compare TỆP --at ĐỊA-CHỈ --key KHÓA, log witness list, hoặc log recover, log settle với --reason "lý do, ít nhất 10 ký tự".',
  );
}
