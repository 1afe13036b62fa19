import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import { isLocalDate, type LocalDate } from '#kernel/local-date.ts';

/** How somebody is told. */
export type Channel = 'email' | 'sms' | 'zalo' | 'app';

export const CHANNEL_LABELS = {
  email: 'Thư điện tử',
  sms: 'Tin nhắn SMS',
  zalo: 'Zalo',
  app: 'Trong hệ thống',
} as const satisfies Labels<Channel>;

/** Kinds of notices. */
export type TemplateCode =
  | 'received'
  | 'result-ready'
  | 'result-early'
  | 'supplement-requested'
  | 'supplement-reminder'
  | 'closed-no-supplement'
  | 'payment-asked'
  | 'payment-received'
  | 'paused'
  | 'resumed'
  | 'extended'
  | 'apology'
  | 'refused'
  | 'stopped'
  | 'withdrawal-confirmed'
  | 'corrected'
  | 'due-moved'
  | 'post-sent'
  | 'post-failed'
  | 'consultation-asked'
  | 'consultation-late'
  | 'due-warning'
  | 'migrated'
  | 'progress'
  | 'obligation-wanted'
  | 'report-asked'
  | 'report-returned'
  | 'report-reminder'
  | 'report-submitted';

export const TEMPLATE_LABELS = {
  received: 'Đã tiếp nhận hồ sơ',
  'result-ready': 'Đã có kết quả',
  'result-early': 'Có kết quả trước hạn',
  'supplement-requested': 'Yêu cầu bổ sung hồ sơ',
  'supplement-reminder': 'Nhắc bổ sung hồ sơ',
  'closed-no-supplement': 'Dừng vì không bổ sung',
  'payment-asked': 'Đề nghị nộp phí, lệ phí, nghĩa vụ tài chính',
  'payment-received': 'Đã nhận tiền nộp',
  paused: 'Tạm dừng tính thời gian',
  resumed: 'Tiếp tục tính thời gian',
  extended: 'Gia hạn giải quyết',
  apology: 'Xin lỗi và hẹn lại ngày trả kết quả',
  refused: 'Từ chối giải quyết',
  stopped: 'Dừng giải quyết',
  'withdrawal-confirmed': 'Xác nhận rút hồ sơ',
  corrected: 'Đính chính hồ sơ',
  'due-moved': 'Đổi ngày hẹn trả',
  'post-sent': 'Đã gửi kết quả qua bưu chính',
  'post-failed': 'Bưu chính không phát được',
  'consultation-asked': 'Được lấy ý kiến',
  'consultation-late': 'Quá hạn trả lời ý kiến',
  'due-warning': 'Cảnh báo sắp đến hạn, quá hạn',
  migrated: 'Hồ sơ chuyển sang quy trình mới',
  progress: 'Quy trình báo tiến độ',
  'obligation-wanted': 'Cần ghi khoản phải nộp',
  'report-asked': 'Được giao viết báo cáo',
  'report-returned': 'Phần báo cáo bị trả lại',
  'report-reminder': 'Nhắc viết báo cáo',
  'report-submitted': 'Đơn vị đã gửi phần báo cáo',
} as const satisfies Labels<TemplateCode>;

/** Rows are written with codes of the list; one of another release goes by itself. */
export function templateWords(code: string): string {
  return Object.hasOwn(TEMPLATE_LABELS, code) ? TEMPLATE_LABELS[code as TemplateCode] : code;
}

export const TEMPLATE_CODES = codesOf(TEMPLATE_LABELS);

/** What became of a notice on a channel. */
export type DeliveryState = 'queued' | 'sent' | 'delivered' | 'retrying' | 'given-up' | 'unreachable';

export const DELIVERY_LABELS = {
  queued: 'Chờ gửi',
  sent: 'Đã gửi',
  delivered: 'Đã đến',
  retrying: 'Chưa gửi được, sẽ gửi lại',
  'given-up': 'Không gửi được',
  unreachable: 'Không có địa chỉ để gửi',
} as const satisfies Labels<DeliveryState>;

/** How notices are sent, from `validFrom` on. Minutes of the day are those of Vietnam. */
export type NoticeSettings = {
  readonly phoneChannel: 'sms' | 'zalo';
  readonly smsPlain: boolean;
  readonly smsParts: number;
  /** Telephones are left alone from here until `quietUntil`; never when they are equal. */
  readonly quietFrom: number;
  readonly quietUntil: number;
  readonly groupMinutes: number;
  readonly digestAt: number;
};

/** What is said on one channel, with places for facts. */
export type TemplateText = { readonly subject: string; readonly body: string };

/** A text with the time in which it holds; `validTo` is the first day on which it no longer does. */
export type NoticeTemplate = TemplateText & {
  readonly id: number;
  readonly code: TemplateCode;
  readonly channel: Channel;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly sequence: number;
};

const day = z.string().refine(isLocalDate, 'Hãy ghi một ngày, ví dụ 28/4/2020.');

export const templateInput = z.object({
  code: z.enum(codesOf(TEMPLATE_LABELS)),
  channel: z.enum(codesOf(CHANNEL_LABELS)),
  subject: z.string().trim().max(200, 'Tiêu đề dài tối đa 200 ký tự.'),
  body: z.string().trim().min(1, 'Hãy ghi nội dung.').max(4000, 'Nội dung dài tối đa 4.000 ký tự.'),
  validFrom: day,
  /** What the page had seen of the texts before. */
  known: z.string(),
});
export type TemplateInput = z.output<typeof templateInput>;

export const stopInput = z.object({
  code: templateInput.shape.code,
  channel: templateInput.shape.channel,
  stopFrom: day,
  known: z.string(),
});
export type StopInput = z.output<typeof stopInput>;

/** The job that sends one notice, and with it what waits for the same address. */
export const SEND_NOTICE = 'send-notice';

/** The queue gives a job up after as many attempts (queue_job). */
export const MOST_ATTEMPTS = 12;

/** Addresses of the pages. */
export const noticePaths = {
  list: '/notifications',
  one: (id: number | string) => `/notifications/${id}`,
  resend: (id: number | string) => `/notifications/${id}/resend`,
  templates: '/notifications/templates',
  template: (code: string, channel: string) => `/notifications/templates/${code}/${channel}`,
  preview: (code: string, channel: string) => `/notifications/templates/${code}/${channel}/preview`,
  stop: (code: string, channel: string) => `/notifications/templates/${code}/${channel}/stop`,
  settings: '/notifications/settings',
  mine: '/notices',
  readOne: (id: number | string) => `/notices/${id}/read`,
  readAll: '/notices/read',
} as const;

/** The officers' page of a dossier, which belongs to a capability above this one. */
export function dossierHref(number: string): string {
  return `/dossiers/${encodeURIComponent(number)}`;
}
