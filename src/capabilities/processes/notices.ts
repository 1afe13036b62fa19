import type { Labels } from '#kernel/labels.ts';

/** Notices that a process can have sent by itself; the others are sent by the deeds they tell of. */
export const NOTICE_LABELS = {
  received: 'Hồ sơ đã được tiếp nhận',
  'result-ready': 'Đã có kết quả',
  'payment-asked': 'Yêu cầu thực hiện nghĩa vụ tài chính',
  'consultation-asked': 'Đã gửi lấy ý kiến',
} as const satisfies Labels<string>;
