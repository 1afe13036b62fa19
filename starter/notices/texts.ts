import type { Channel, TemplateCode } from '#capabilities/notifications/schema.ts';

/** What the starter says: to applicants in a letter and in a short message, to officers in the program and in a letter. */
export type StarterText = {
  readonly code: TemplateCode;
  readonly channels: readonly Channel[];
  readonly subject: string;
  readonly body: string;
};

type Words = {
  readonly subject: string;
  /** Sentences of the letter. */
  readonly letter: readonly string[];
  /** The same for a telephone, without greeting. */
  readonly short: string;
};

const TO_APPLICANTS: Readonly<Partial<Record<TemplateCode, Words>>> = {
  received: {
    subject: 'Đã tiếp nhận hồ sơ {số hồ sơ}',
    letter: [
      '{nơi tiếp nhận} đã tiếp nhận hồ sơ “{tên thủ tục}” lúc {ngày tiếp nhận}.',
      'Ngày hẹn trả kết quả: {ngày hẹn trả}.',
    ],
    short: '{nơi tiếp nhận} đã tiếp nhận hồ sơ {số hồ sơ}, hẹn trả {ngày hẹn trả}. Mã tra cứu: {mã tra cứu}',
  },
  'result-ready': {
    subject: 'Hồ sơ {số hồ sơ} đã có kết quả',
    letter: ['Hồ sơ “{tên thủ tục}” đã giải quyết xong.', '{cách nhận kết quả}'],
    short: 'Hồ sơ {số hồ sơ} đã có kết quả. {cách nhận kết quả}',
  },
  'result-early': {
    subject: 'Hồ sơ {số hồ sơ} có kết quả trước hạn',
    letter: [
      'Hồ sơ “{tên thủ tục}” đã giải quyết xong trước ngày hẹn {ngày hẹn trả}.',
      '{cách nhận kết quả}',
    ],
    short: 'Hồ sơ {số hồ sơ} có kết quả trước ngày hẹn {ngày hẹn trả}. {cách nhận kết quả}',
  },
  'supplement-requested': {
    subject: 'Đề nghị bổ sung hồ sơ {số hồ sơ}',
    letter: [
      'Để tiếp tục giải quyết hồ sơ “{tên thủ tục}”, đề nghị ông (bà) bổ sung, hoàn thiện: {nội dung}.',
      'Đề nghị bổ sung trước: {thời hạn}. Trong thời gian chờ bổ sung, thời gian giải quyết tạm dừng tính.',
    ],
    short: 'Hồ sơ {số hồ sơ} cần bổ sung trước {thời hạn}: {nội dung}. Liên hệ {nơi tiếp nhận}.',
  },
  'supplement-reminder': {
    subject: 'Nhắc bổ sung hồ sơ {số hồ sơ}',
    letter: [
      'Hồ sơ “{tên thủ tục}” vẫn đang chờ ông (bà) bổ sung: {nội dung}.',
      'Hết ngày {thời hạn} mà chưa nhận được, hồ sơ sẽ dừng giải quyết theo quy định.',
    ],
    short: 'Nhắc: hồ sơ {số hồ sơ} cần bổ sung trước {thời hạn}: {nội dung}.',
  },
  'closed-no-supplement': {
    subject: 'Dừng giải quyết hồ sơ {số hồ sơ}',
    letter: [
      'Hồ sơ “{tên thủ tục}” dừng giải quyết vì đã hết thời hạn mà chưa được bổ sung. Lý do: {lý do}.',
      'Mời ông (bà) đến {nơi tiếp nhận} nhận lại giấy tờ đã nộp. Ông (bà) có thể nộp hồ sơ mới khi đã đủ giấy tờ.',
    ],
    short: 'Hồ sơ {số hồ sơ} dừng giải quyết do quá hạn bổ sung. Mời đến {nơi tiếp nhận} nhận lại giấy tờ.',
  },
  'payment-asked': {
    subject: 'Đề nghị nộp tiền cho hồ sơ {số hồ sơ}',
    letter: [
      'Để hoàn tất hồ sơ “{tên thủ tục}”, đề nghị ông (bà) nộp {số tiền}: {nội dung}.',
      'Đề nghị nộp trước: {thời hạn}. Cách nộp ghi trên trang tra cứu hồ sơ.',
    ],
    short: 'Hồ sơ {số hồ sơ}: đề nghị nộp {số tiền} ({nội dung}) trước {thời hạn}.',
  },
  'payment-received': {
    subject: 'Đã nhận tiền nộp của hồ sơ {số hồ sơ}',
    letter: ['Đã nhận {số tiền} của hồ sơ “{tên thủ tục}”, biên lai số {số biên lai}.'],
    short: 'Hồ sơ {số hồ sơ}: đã nhận {số tiền}, biên lai số {số biên lai}.',
  },
  paused: {
    subject: 'Hồ sơ {số hồ sơ} tạm dừng tính thời gian giải quyết',
    letter: [
      'Thời gian giải quyết hồ sơ “{tên thủ tục}” tạm dừng tính. Lý do: {lý do}.',
      'Khi tiếp tục, chúng tôi sẽ báo ông (bà) ngày hẹn trả mới.',
    ],
    short: 'Hồ sơ {số hồ sơ} tạm dừng tính thời gian giải quyết: {lý do}.',
  },
  resumed: {
    subject: 'Hồ sơ {số hồ sơ} được tiếp tục giải quyết',
    letter: [
      'Hồ sơ “{tên thủ tục}” được tiếp tục giải quyết.',
      'Thời gian tạm dừng không tính vào thời hạn, nên ngày hẹn trả kết quả là {ngày hẹn mới}.',
    ],
    short: 'Hồ sơ {số hồ sơ} được tiếp tục giải quyết, hẹn trả {ngày hẹn mới}.',
  },
  extended: {
    subject: 'Gia hạn giải quyết hồ sơ {số hồ sơ}',
    letter: [
      'Hồ sơ “{tên thủ tục}” được gia hạn thời gian giải quyết. Lý do: {lý do}.',
      'Ngày hẹn trả kết quả mới: {ngày hẹn mới}.',
    ],
    short: 'Hồ sơ {số hồ sơ} được gia hạn đến {ngày hẹn mới}: {lý do}.',
  },
  apology: {
    subject: 'Xin lỗi vì chậm giải quyết hồ sơ {số hồ sơ}',
    letter: [
      '{nơi tiếp nhận} xin lỗi ông (bà) vì chưa trả được kết quả hồ sơ “{tên thủ tục}” đúng ngày hẹn {ngày hẹn trả}. Lý do: {lý do}.',
      'Ngày hẹn trả kết quả mới: {ngày hẹn mới}. Rất mong ông (bà) thông cảm.',
    ],
    short: '{nơi tiếp nhận} xin lỗi vì hồ sơ {số hồ sơ} trả chậm ({lý do}), hẹn lại {ngày hẹn mới}.',
  },
  refused: {
    subject: 'Từ chối giải quyết hồ sơ {số hồ sơ}',
    letter: [
      'Hồ sơ “{tên thủ tục}” không được giải quyết. Lý do: {lý do}.',
      'Mời ông (bà) đến {nơi tiếp nhận} nhận văn bản trả lời và giấy tờ đã nộp.',
    ],
    short: 'Hồ sơ {số hồ sơ} bị từ chối giải quyết: {lý do}. Mời đến {nơi tiếp nhận} nhận văn bản trả lời.',
  },
  stopped: {
    subject: 'Dừng giải quyết hồ sơ {số hồ sơ}',
    letter: [
      'Hồ sơ “{tên thủ tục}” dừng giải quyết. Lý do: {lý do}.',
      'Mời ông (bà) đến {nơi tiếp nhận} nhận lại giấy tờ đã nộp.',
    ],
    short: 'Hồ sơ {số hồ sơ} dừng giải quyết: {lý do}.',
  },
  'withdrawal-confirmed': {
    subject: 'Đã rút hồ sơ {số hồ sơ}',
    letter: [
      'Theo đề nghị của ông (bà), hồ sơ “{tên thủ tục}” đã được rút.',
      'Mời ông (bà) đến {nơi tiếp nhận} nhận lại giấy tờ đã nộp.',
    ],
    short: 'Hồ sơ {số hồ sơ} đã được rút theo đề nghị. Mời đến {nơi tiếp nhận} nhận lại giấy tờ.',
  },
  corrected: {
    subject: 'Đính chính hồ sơ {số hồ sơ}',
    letter: [
      'Thông tin của hồ sơ “{tên thủ tục}” đã được đính chính: {nội dung}.',
      'Nếu thấy chưa đúng, đề nghị ông (bà) liên hệ {nơi tiếp nhận}.',
    ],
    short: 'Hồ sơ {số hồ sơ} đã được đính chính: {nội dung}.',
  },
  'due-moved': {
    subject: 'Đổi ngày hẹn trả hồ sơ {số hồ sơ}',
    letter: [
      'Ngày hẹn trả kết quả hồ sơ “{tên thủ tục}” đổi từ {ngày hẹn cũ} sang {ngày hẹn mới}. Lý do: {lý do}.',
    ],
    short: 'Hồ sơ {số hồ sơ} đổi ngày hẹn từ {ngày hẹn cũ} sang {ngày hẹn mới}: {lý do}.',
  },
  'post-sent': {
    subject: 'Kết quả hồ sơ {số hồ sơ} đã gửi qua bưu chính',
    letter: [
      'Kết quả hồ sơ “{tên thủ tục}” đã giao cho bưu chính, mã bưu gửi {mã bưu gửi}.',
      'Khi bưu tá đến, đề nghị ông (bà) kiểm tra rồi ký nhận.',
    ],
    short: 'Kết quả hồ sơ {số hồ sơ} đã gửi bưu chính, mã bưu gửi {mã bưu gửi}.',
  },
  'post-failed': {
    subject: 'Bưu chính chưa phát được kết quả hồ sơ {số hồ sơ}',
    letter: [
      'Bưu gửi {mã bưu gửi} của hồ sơ “{tên thủ tục}” chưa phát được. Lý do: {lý do}.',
      'Đề nghị ông (bà) liên hệ {nơi tiếp nhận} để hẹn phát lại hoặc đến nhận tại quầy.',
    ],
    short: 'Bưu gửi {mã bưu gửi} của hồ sơ {số hồ sơ} chưa phát được: {lý do}. Hãy liên hệ {nơi tiếp nhận}.',
  },
  migrated: {
    subject: 'Hồ sơ {số hồ sơ} chuyển sang quy trình mới',
    letter: [
      'Hồ sơ “{tên thủ tục}” được giải quyết tiếp theo quy trình mới ({tên quy trình}).',
      'Ngày hẹn trả kết quả: {ngày hẹn mới}.',
    ],
    short: 'Hồ sơ {số hồ sơ} được giải quyết theo quy trình mới, hẹn trả {ngày hẹn mới}.',
  },
  progress: {
    subject: 'Hồ sơ {số hồ sơ}: {nội dung}',
    letter: ['Hồ sơ “{tên thủ tục}”: {nội dung}.', 'Ngày hẹn trả kết quả: {ngày hẹn trả}.'],
    short: 'Hồ sơ {số hồ sơ}: {nội dung}.',
  },
};

const TO_OFFICERS: Readonly<
  Partial<Record<TemplateCode, { readonly subject: string; readonly body: string }>>
> = {
  'report-asked': {
    subject: 'Được giao viết báo cáo, hạn {thời hạn}',
    body: '{nơi hỏi hoặc được hỏi} giao đơn vị viết {nội dung}. Hạn gửi: {thời hạn}. Mở Báo cáo, mục Phần chờ đơn vị viết.',
  },
  'report-returned': {
    subject: 'Phần báo cáo bị trả lại, hạn {thời hạn}',
    body: '{nội dung} được trả lại để viết tiếp: {lý do}. Hạn gửi: {thời hạn}.',
  },
  'report-reminder': {
    subject: 'Nhắc viết báo cáo, hạn {thời hạn}',
    body: 'Đơn vị chưa gửi {nội dung}. Hạn gửi: {thời hạn}.',
  },
  'report-submitted': {
    subject: '{nơi hỏi hoặc được hỏi} đã gửi phần báo cáo',
    body: '{nơi hỏi hoặc được hỏi} đã gửi {nội dung}. Hãy xem rồi nhận hoặc trả lại.',
  },
  'obligation-wanted': {
    subject: 'Ghi khoản phải nộp: hồ sơ {số hồ sơ}',
    body: 'Hồ sơ {số hồ sơ} ({tên thủ tục}) chờ nghĩa vụ tài chính: {nội dung}. Khi có thông báo của cơ quan thuế, hãy ghi khoản phải nộp.',
  },
  'consultation-asked': {
    subject: 'Lấy ý kiến về hồ sơ {số hồ sơ}',
    body: '{nơi hỏi hoặc được hỏi} xin ý kiến về hồ sơ {số hồ sơ} ({tên thủ tục}): {nội dung}. Đề nghị trả lời trước {thời hạn}.',
  },
  'consultation-late': {
    subject: 'Quá hạn trả lời ý kiến: hồ sơ {số hồ sơ}',
    body: '{nơi hỏi hoặc được hỏi} chưa trả lời ý kiến về hồ sơ {số hồ sơ} ({tên thủ tục}), hạn trả lời là {thời hạn}.',
  },
  'due-warning': {
    subject: 'Hạn trả hồ sơ {số hồ sơ}: {thời gian còn lại}',
    body: 'Hồ sơ {số hồ sơ} ({tên thủ tục}) hẹn trả {ngày hẹn trả}: {thời gian còn lại}.',
  },
  'post-failed': {
    subject: 'Bưu chính không phát được: hồ sơ {số hồ sơ}',
    body: 'Bưu gửi {mã bưu gửi} của hồ sơ {số hồ sơ} không phát được: {lý do}. Hãy hẹn phát lại hoặc đưa về quầy.',
  },
  'supplement-reminder': {
    subject: 'Hồ sơ {số hồ sơ} vẫn chờ bổ sung',
    body: 'Người nộp hồ sơ {số hồ sơ} ({tên thủ tục}) chưa bổ sung: {nội dung}. Hạn bổ sung: {thời hạn}.',
  },
  migrated: {
    subject: 'Hồ sơ {số hồ sơ} chuyển sang quy trình mới',
    body: 'Hồ sơ {số hồ sơ} ({tên thủ tục}) chuyển sang {tên quy trình}, hẹn trả {ngày hẹn mới}.',
  },
};

/** Every text of the starter, by kind and channel. */
export const STARTER_TEXTS: readonly StarterText[] = [
  ...Object.entries(TO_APPLICANTS).flatMap(([code, words]) => forApplicants(code, words)),
  ...Object.entries(TO_OFFICERS).map(([code, text]) => ({
    ...kind(code),
    channels: ['app'] as const,
    ...text,
  })),
];

function forApplicants(code: string, { subject, letter, short }: Words): readonly StarterText[] {
  const body = [
    'Kính gửi ông (bà) {người nộp},',
    ...letter,
    'Mã tra cứu: {mã tra cứu}. Xem hồ sơ đang ở đâu: {địa chỉ tra cứu}',
    '{nơi tiếp nhận}',
  ].join('\n\n');
  return [
    { ...kind(code), channels: ['email'], subject, body },
    { ...kind(code), channels: ['sms', 'zalo'], subject: '', body: short },
  ];
}

/** Object.entries forgets the key type; the tables above have these keys alone. */
function kind(code: string): { readonly code: TemplateCode } {
  return { code: code as TemplateCode };
}
