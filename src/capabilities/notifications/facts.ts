import type { TemplateCode } from './schema.ts';

/** What a text can name, by what it is called between braces. */
export const FACT_WORDS = {
  applicantName: 'người nộp',
  number: 'số hồ sơ',
  title: 'tên thủ tục',
  unitName: 'nơi tiếp nhận',
  receivedAt: 'ngày tiếp nhận',
  dueAt: 'ngày hẹn trả',
  checkCode: 'mã tra cứu',
  lookupUrl: 'địa chỉ tra cứu',
  collection: 'cách nhận kết quả',
  content: 'nội dung',
  reason: 'lý do',
  until: 'thời hạn',
  amount: 'số tiền',
  receiptNumber: 'số biên lai',
  oldDue: 'ngày hẹn cũ',
  newDue: 'ngày hẹn mới',
  orderNumber: 'mã bưu gửi',
  from: 'nơi hỏi hoặc được hỏi',
  left: 'thời gian còn lại',
  processName: 'tên quy trình',
} as const satisfies Readonly<Record<string, string>>;

export type Fact = keyof typeof FACT_WORDS;

/** Known of every dossier when something is told of it; callers need not bring them. */
export const DOSSIER_FACTS = [
  'applicantName',
  'number',
  'title',
  'unitName',
  'receivedAt',
  'dueAt',
  'checkCode',
  'lookupUrl',
  'collection',
] as const satisfies readonly Fact[];

/** What whoever tells of something must say, as it is to be read: dates and amounts already written out. */
export const OWN_FACTS = {
  received: [],
  'result-ready': [],
  'result-early': [],
  'supplement-requested': ['content', 'until'],
  'supplement-reminder': ['content', 'until'],
  'closed-no-supplement': ['reason'],
  'payment-asked': ['content', 'amount', 'until'],
  'payment-received': ['amount', 'receiptNumber'],
  paused: ['reason'],
  resumed: ['newDue'],
  extended: ['reason', 'newDue'],
  apology: ['reason', 'newDue'],
  refused: ['reason'],
  stopped: ['reason'],
  'withdrawal-confirmed': [],
  corrected: ['content'],
  'due-moved': ['oldDue', 'newDue', 'reason'],
  'post-sent': ['orderNumber'],
  'post-failed': ['orderNumber', 'reason'],
  'consultation-asked': ['from', 'content', 'until'],
  'consultation-late': ['from', 'until'],
  'due-warning': ['left'],
  migrated: ['processName', 'newDue'],
  progress: ['content'],
  'obligation-wanted': ['content'],
  'report-asked': ['content', 'from', 'until'],
  'report-returned': ['content', 'reason', 'until'],
  'report-reminder': ['content', 'until'],
  'report-submitted': ['content', 'from'],
} as const satisfies Readonly<Record<TemplateCode, readonly Fact[]>>;

/** The facts that a kind of notice asks of its caller. */
export type OwnFact<Code extends TemplateCode> = (typeof OWN_FACTS)[Code][number];

/** Everything that may stand in a text of this kind. */
export function factsOf(code: TemplateCode): readonly Fact[] {
  return [...DOSSIER_FACTS, ...OWN_FACTS[code]];
}

/** A plainly made-up dossier, for looking at a text before it is used. */
export const EXAMPLE_FACTS: Readonly<Record<Fact, string>> = {
  applicantName: 'Nguyễn Thị B',
  number: '000.17.22.H08-200428-0001',
  title: 'Đăng ký khai sinh',
  unitName: 'Ủy ban nhân dân xã An Hòa',
  receivedAt: '28/4/2020 08:15',
  dueAt: '28/4/2020 17:00',
  checkCode: 'K7M2P9QR',
  lookupUrl: 'https://motcua.example.vn/tra-cuu/000.17.22.H08-200428-0001',
  collection: 'Mời ông (bà) mang giấy hẹn đến Ủy ban nhân dân xã An Hòa để nhận kết quả trong giờ làm việc.',
  content: 'Bản chính Giấy chứng sinh; Tờ khai có chữ ký của người yêu cầu',
  reason: 'cần xác minh tại nơi cư trú',
  until: '8/5/2020',
  amount: '8.000 đồng',
  receiptNumber: '0000123',
  oldDue: '28/4/2020 17:00',
  newDue: '5/5/2020 17:00',
  orderNumber: 'EA123456789VN',
  from: 'Phòng Tài nguyên và Môi trường',
  left: 'còn 4 giờ làm việc',
  processName: 'Đăng ký khai sinh, bản 2',
};
