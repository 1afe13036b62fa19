import { z } from 'zod';
import { isNetwork } from './networks.ts';

/** One setting: what an operator writes in the environment, and what it is for. */
export type Setting = {
  readonly name: string;
  /** What holds when it is not set, as shown to the operator. */
  readonly standard: string;
  readonly explanation: string;
};

/** Every setting there is, in the order in which help shows them. */
export const settings = [
  { name: 'PORT', standard: '3000', explanation: 'Cổng phục vụ trang web' },
  {
    name: 'HOST',
    standard: '127.0.0.1',
    explanation: 'Địa chỉ lắng nghe; đặt 0.0.0.0 để máy khác trong mạng nội bộ truy cập được',
  },
  {
    name: 'DATABASE_URL',
    standard: 'PostgreSQL kèm theo',
    explanation: 'Máy chủ PostgreSQL có sẵn, tài khoản chủ sở hữu (postgres://…)',
  },
  {
    name: 'DATABASE_APP_URL',
    standard: 'như DATABASE_URL',
    explanation: 'Cùng cơ sở dữ liệu đó, tài khoản hạn chế để phục vụ người dùng',
  },
  { name: 'MOTCUA_DATA', standard: './var', explanation: 'Thư mục dữ liệu: cơ sở dữ liệu, tệp, hộp thư' },
  {
    name: 'MOTCUA_PUBLIC_URL',
    standard: 'http://localhost:<PORT>',
    explanation:
      'Địa chỉ mà người dân và cán bộ dùng để vào, in trong mã QR và thư; đặt https:// thì trình duyệt chỉ còn vào tên này và tên miền con của nó qua TLS',
  },
  {
    name: 'MOTCUA_TRUSTED_PROXIES',
    standard: '127.0.0.0/8, ::1',
    explanation:
      'Máy chủ trung gian (nginx…) được tin khi cho biết địa chỉ người dùng: địa chỉ hoặc mạng, cách nhau dấu phẩy',
  },
  { name: 'MOTCUA_ROLE', standard: 'all', explanation: 'Vai của tiến trình: web, worker hoặc all' },
  {
    name: 'MOTCUA_SIGNER',
    standard: 'trong MOTCUA_DATA',
    explanation:
      'Thư mục khóa ký nhật ký và biên nhận, dùng chung cho mọi tiến trình; nên ở ổ đĩa khác với cơ sở dữ liệu',
  },
  {
    name: 'MOTCUA_BACKUP_DIR',
    standard: 'backups trong MOTCUA_DATA',
    explanation: 'Thư mục sao lưu hằng đêm; nên ở ổ đĩa khác với dữ liệu',
  },
  {
    name: 'MOTCUA_BACKUP_AT',
    standard: '01:30',
    explanation:
      'Giờ sao lưu hằng đêm (giờ Việt Nam), hoặc off để tắt; diễn tập phục hồi sau đó vào Chủ nhật',
  },
  { name: 'MOTCUA_BACKUP_KEEP', standard: '7', explanation: 'Số bản sao lưu hằng đêm được giữ lại' },
  {
    name: 'MOTCUA_BACKUP_KEY_FILE',
    standard: 'không mã hóa',
    explanation: 'Tệp khóa để mã hóa và mở bản sao lưu; tự tạo khi chưa có',
  },
  { name: 'MOTCUA_TEMPLATES', standard: 'mẫu kèm theo', explanation: 'Thư mục mẫu in riêng của đơn vị' },
  {
    name: 'MOTCUA_LEAKED_PASSWORDS',
    standard: 'không có',
    explanation:
      'Tệp SHA-1 của mật khẩu đã lộ (dạng Have I Been Pwned, đã sắp xếp) để từ chối khi đổi mật khẩu',
  },
  {
    name: 'MOTCUA_CLAMAV',
    standard: 'không quét vi-rút',
    explanation: 'Nơi ClamAV (clamd) nhận tệp để quét: máy:cổng, hoặc đường dẫn tệp socket',
  },
  {
    name: 'MOTCUA_CLAMAV_WAIT',
    standard: '0',
    explanation: 'Số giây chờ khi ClamAV không trả lời; hết giờ thì từ chối tệp, 0 là từ chối ngay',
  },
  {
    name: 'SMTP_URL',
    standard: 'hộp thư trong thư mục dữ liệu',
    explanation: 'Máy chủ gửi thư (smtp:// hoặc smtps://)',
  },
  { name: 'MAIL_FROM', standard: 'motcua@localhost', explanation: 'Địa chỉ người gửi thư' },
  {
    name: 'MOTCUA_SMS_URL',
    standard: 'không nhắn',
    explanation: 'Cổng tin nhắn SMS (https://…); khi phát triển mà không đặt thì tin vào điện thoại mô phỏng',
  },
  { name: 'MOTCUA_SMS_KEY', standard: 'không có', explanation: 'Khóa ký với cổng tin nhắn SMS' },
  { name: 'MOTCUA_ZALO_URL', standard: 'không nhắn', explanation: 'Cổng tin nhắn Zalo (https://…)' },
  { name: 'MOTCUA_ZALO_KEY', standard: 'không có', explanation: 'Khóa ký với cổng tin nhắn Zalo' },
  {
    name: 'MOTCUA_PAYMENT_URL',
    standard: 'không nộp trực tuyến',
    explanation: 'Cổng thanh toán trực tuyến (https://…); khi phát triển mà không đặt thì dùng cổng mô phỏng',
  },
  { name: 'MOTCUA_PAYMENT_KEY', standard: 'không có', explanation: 'Khóa ký với cổng thanh toán trực tuyến' },
  {
    name: 'MOTCUA_POST_URL',
    standard: 'không gửi',
    explanation: 'Dịch vụ của bưu chính (https://…) để gửi vận đơn và theo dõi bưu gửi',
  },
  {
    name: 'MOTCUA_POST_CUSTOMER',
    standard: 'không có',
    explanation: 'Mã khách hàng, khóa khách hàng và khóa bí mật do bưu chính cấp, cách nhau dấu hai chấm',
  },
  {
    name: 'MOTCUA_OPERATOR_EMAIL',
    standard: 'không gửi',
    explanation: 'Địa chỉ thư nhận báo động khi hệ thống có sự cố và khi đã ổn trở lại',
  },
  {
    name: 'MOTCUA_METRICS',
    standard: 'không mở',
    explanation:
      'Địa chỉ riêng (máy:cổng) để Prometheus lấy số liệu của tiến trình này, ví dụ 127.0.0.1:9464',
  },
  {
    name: 'MOTCUA_METRICS_TOKEN',
    standard: 'không có',
    explanation: 'Mã bí mật để lấy số liệu ở /metrics; bắt buộc khi MOTCUA_METRICS mở cho máy khác',
  },
  {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    standard: 'không gửi',
    explanation: 'Nơi nhận dấu vết OpenTelemetry (OTLP/HTTP), ví dụ http://127.0.0.1:4318',
  },
  {
    name: 'OTEL_TRACES_SAMPLER_ARG',
    standard: '1',
    explanation: 'Phần dấu vết được giữ, từ 0 đến 1',
  },
  {
    name: 'MOTCUA_TRACEPARENT',
    standard: 'ignore',
    explanation: 'accept để nối tiếp dấu vết của proxy phía trước; chỉ khi proxy tự đặt tiêu đề traceparent',
  },
  { name: 'LOG_LEVEL', standard: 'info', explanation: 'Mức nhật ký: debug, info, warn hoặc error' },
  { name: 'NODE_ENV', standard: 'production', explanation: 'production, development hoặc test' },
] as const satisfies readonly Setting[];

export type SettingName = (typeof settings)[number]['name'];

const MAIL_ADDRESS = /^[^\s<>@]+@[^\s<>@]+$/;
const mailMessage = 'phải là một địa chỉ thư, ví dụ motcua@anlao.example.vn';
const keepMessage = 'phải là số nguyên từ 1 đến 1000, ví dụ 7';
const keyMessage = 'phải dài ít nhất 16 ký tự';
const portMessage = 'phải là số nguyên từ 0 đến 65535, ví dụ 3000';

/** What each setting may be. Values arrive as text; what is not set is absent. */
export const settingsSchema = z.object({
  PORT: z.coerce
    .number(portMessage)
    .int(portMessage)
    .min(0, portMessage)
    .max(65535, portMessage)
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'phải là địa chỉ IP hoặc tên máy, ví dụ 127.0.0.1')
    .default('127.0.0.1'),
  DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'postgres://ten:mat-khau@may-chu:5432/motcua',
  ).optional(),
  DATABASE_APP_URL: address(
    ['postgres:', 'postgresql:'],
    'postgres://ten:mat-khau@may-chu:5432/motcua',
  ).optional(),
  MOTCUA_DATA: z.string().default('./var'),
  MOTCUA_PUBLIC_URL: address(['http:', 'https:'], 'https://motcua.anlao.example.vn')
    .refine(isBare, 'chỉ gồm giao thức và tên máy, không có đường dẫn, dấu ? hay #')
    .optional(),
  MOTCUA_TRUSTED_PROXIES: z
    .string()
    .default('127.0.0.0/8, ::1')
    .transform((list) => list.split(',').map((one) => one.trim()))
    .refine((list) => list.every(isNetwork), 'phải là các địa chỉ hoặc mạng, ví dụ 127.0.0.1, 10.1.0.0/16'),
  MOTCUA_ROLE: choice(['all', 'web', 'worker']).default('all'),
  MOTCUA_SIGNER: z.string().optional(),
  MOTCUA_BACKUP_DIR: z.string().optional(),
  MOTCUA_BACKUP_AT: z
    .string()
    .regex(/^(?:off|([01]\d|2[0-3]):[0-5]\d)$/, 'phải là giờ như 01:30, hoặc off để tắt')
    .default('01:30'),
  MOTCUA_BACKUP_KEEP: z.coerce
    .number(keepMessage)
    .int(keepMessage)
    .min(1, keepMessage)
    .max(1000, keepMessage)
    .default(7),
  MOTCUA_BACKUP_KEY_FILE: z.string().optional(),
  MOTCUA_TEMPLATES: z.string().optional(),
  MOTCUA_LEAKED_PASSWORDS: z.string().optional(),
  MOTCUA_CLAMAV: z
    .string()
    .regex(
      /^(?:\/\S+|[^\s/:]+:\d{1,5}|\[[0-9a-fA-F:]+\]:\d{1,5})$/,
      'phải là máy:cổng hoặc đường dẫn, ví dụ 127.0.0.1:3310',
    )
    .optional(),
  MOTCUA_CLAMAV_WAIT: z.coerce
    .number('phải là số giây từ 0 đến 120')
    .int('phải là số giây từ 0 đến 120')
    .min(0, 'phải là số giây từ 0 đến 120')
    .max(120, 'phải là số giây từ 0 đến 120')
    .default(0),
  SMTP_URL: address(['smtp:', 'smtps:'], 'smtps://ten:mat-khau@may-chu:465').optional(),
  MAIL_FROM: z.string().regex(MAIL_ADDRESS, mailMessage).optional(),
  MOTCUA_SMS_URL: address(['http:', 'https:'], 'https://tin-nhan.example.vn/gui').optional(),
  MOTCUA_SMS_KEY: z.string().min(16, keyMessage).optional(),
  MOTCUA_ZALO_URL: address(['http:', 'https:'], 'https://zalo.example.vn/gui').optional(),
  MOTCUA_ZALO_KEY: z.string().min(16, keyMessage).optional(),
  MOTCUA_PAYMENT_URL: address(['http:', 'https:'], 'https://thanh-toan.example.vn/khoi-tao').optional(),
  MOTCUA_PAYMENT_KEY: z.string().min(16, keyMessage).optional(),
  MOTCUA_POST_URL: address(['http:', 'https:'], 'https://buu-chinh.example.vn/api').optional(),
  MOTCUA_POST_CUSTOMER: z
    .string()
    .regex(/^[^:]+:[^:]+:[^:]+$/, 'phải có dạng mã:khóa-khách-hàng:khóa-bí-mật')
    .optional(),
  MOTCUA_OPERATOR_EMAIL: z.string().regex(MAIL_ADDRESS, mailMessage).optional(),
  MOTCUA_METRICS: z
    .string()
    .regex(/^(?:[\w.-]+|\[[0-9a-fA-F:]+\]):\d{1,5}$/, 'phải là máy:cổng, ví dụ 127.0.0.1:9464')
    .optional(),
  MOTCUA_METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,}$/, 'phải dài ít nhất 16 ký tự, chỉ gồm chữ không dấu, số và . _ ~ + / = -')
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: address(['http:', 'https:'], 'http://127.0.0.1:4318').optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number('phải là số từ 0 đến 1')
    .min(0, 'phải là số từ 0 đến 1')
    .max(1, 'phải là số từ 0 đến 1')
    .default(1),
  MOTCUA_TRACEPARENT: choice(['ignore', 'accept']).default('ignore'),
  LOG_LEVEL: choice(['debug', 'info', 'warn', 'error']).default('info'),
  NODE_ENV: choice(['production', 'development', 'test']).default('production'),
});

function choice<const Value extends string>(values: readonly [Value, ...Value[]]) {
  return z.enum(values, `phải là một trong: ${values.join(', ')}`);
}

function address(protocols: readonly string[], example: string) {
  return z.string().refine((text) => protocols.includes(protocolOf(text)), `phải có dạng ${example}`);
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : '';
}

function isBare(text: string): boolean {
  if (!URL.canParse(text)) return true; // Said already by the form of the address.
  const { pathname, search, hash } = new URL(text);
  return pathname === '/' && search === '' && hash === '';
}
