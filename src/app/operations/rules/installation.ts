import { formatDate, formatNumber } from '#kernel/vietnamese/format.ts';
import type { Facts, Finding, RunningProcess } from '../schema.ts';
import { span } from './spans.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Each process shows itself twice a minute. */
const AWAY_AFTER_MS = 2 * MINUTE_MS;
const CLOCK = { warning: 2_000, bad: 60_000 } as const;
const CERTIFICATE_DAYS = { warning: 21, bad: 5 } as const;
const LATE_TO_WORK_MS = 500;

export function isHere({ seenAt }: RunningProcess, now: Date): boolean {
  return now.getTime() - seenAt.getTime() <= AWAY_AFTER_MS;
}

/** Processes, their clocks and releases, keys, the certificate, settings. */
export function installationFindings(facts: Facts): readonly Finding[] {
  const here = facts.processes.filter((process) => isHere(process, facts.now));
  return [
    ...workers(here),
    ...releases(here),
    ...strained(here),
    ...clocks(here),
    ...certificate(here, facts.now),
    ...keys(here),
    ...settings(here),
  ];
}

function workers(here: readonly RunningProcess[]): readonly Finding[] {
  if (here.some(({ role }) => role !== 'web')) return [];
  return [
    {
      cause: 'processes',
      severity: 'bad',
      sentence: 'Không có tiến trình nào làm việc nền: thư, sao lưu và ký nhật ký đang ngừng.',
      advice: 'Khởi động lại tiến trình worker (npm start, hoặc npm start -- --role=worker).',
    },
  ];
}

function releases(here: readonly RunningProcess[]): readonly Finding[] {
  const versions = [...new Set(here.map(({ version }) => version))];
  if (versions.length < 2) return [];
  return [
    {
      cause: 'processes',
      of: 'releases',
      severity: 'warning',
      sentence: `Các tiến trình đang chạy những phiên bản khác nhau: ${versions.join(', ')}.`,
      advice: 'Nâng cấp nốt và khởi động lại các tiến trình còn chạy bản cũ.',
    },
  ];
}

function strained(here: readonly RunningProcess[]): readonly Finding[] {
  const late = here.filter(({ eventLoopDelayMs }) => eventLoopDelayMs > LATE_TO_WORK_MS);
  const waiting = here.filter(({ connectionsWaitedFor }) => connectionsWaitedFor > 0);
  if (late.length + waiting.length === 0) return [];
  const most = Math.max(0, ...late.map(({ eventLoopDelayMs }) => eventLoopDelayMs));
  return [
    {
      cause: 'processes',
      of: 'strained',
      severity: 'warning',
      sentence:
        late.length > 0
          ? `Máy chủ đang quá tải: có lúc trễ ${formatNumber(most)} mili giây mới nhận việc.`
          : 'Các yêu cầu đang phải chờ kết nối cơ sở dữ liệu.',
      advice: 'Xem việc gì đang chạy trên máy; nếu thường xuyên, thêm tiến trình web hoặc máy mạnh hơn.',
    },
  ];
}

function clocks(here: readonly RunningProcess[]): readonly Finding[] {
  const furthest = Math.max(0, ...here.map(({ clockDifferenceMs }) => Math.abs(clockDifferenceMs)));
  if (furthest <= CLOCK.warning) return [];
  return [
    {
      cause: 'clock',
      severity: furthest > CLOCK.bad ? 'bad' : 'warning',
      sentence: `Đồng hồ của máy chạy phần mềm và máy chủ cơ sở dữ liệu lệch nhau ${span(furthest)}.`,
      advice: 'Bật đồng bộ giờ (NTP) trên cả hai máy; giờ tiếp nhận hồ sơ lấy từ máy chạy phần mềm.',
    },
  ];
}

function certificate(here: readonly RunningProcess[], now: Date): readonly Finding[] {
  const ends = here.flatMap(({ facts }) => (facts.certificate ? [facts.certificate.validTo.getTime()] : []));
  if (ends.length === 0) return [];
  const validTo = new Date(Math.min(...ends));
  const days = (validTo.getTime() - now.getTime()) / DAY_MS;
  if (days > CERTIFICATE_DAYS.warning) return [];
  return [
    {
      cause: 'certificate',
      severity: days < CERTIFICATE_DAYS.bad ? 'bad' : 'warning',
      sentence:
        days < 0
          ? `Chứng chỉ TLS của địa chỉ công khai đã hết hạn ngày ${formatDate(validTo)}: trình duyệt chặn người dân vào.`
          : `Chứng chỉ TLS của địa chỉ công khai hết hạn ngày ${formatDate(validTo)}.`,
      advice: 'Gia hạn chứng chỉ và nạp lại nginx.',
    },
  ];
}

function keys(here: readonly RunningProcess[]): readonly Finding[] {
  const open = new Set(
    here.flatMap(({ facts }) => facts.keys.filter(({ isPrivate }) => !isPrivate).map(({ name }) => name)),
  );
  if (open.size === 0) return [];
  return [
    {
      cause: 'keys',
      severity: 'bad',
      sentence: `Tài khoản khác trên máy đọc được tệp khóa: ${[...open].join(', ')}.`,
      advice: 'Đặt lại quyền bằng chmod 600; nếu nghi đã lộ, làm theo hướng dẫn khi lộ khóa.',
    },
  ];
}

/** What is switched off, said once and quietly. */
function settings(here: readonly RunningProcess[]): readonly Finding[] {
  const workers = here.filter(({ role }) => role !== 'web').map(({ facts }) => facts);
  if (workers.length === 0) return [];
  const notices: [string, boolean, string, string][] = [
    [
      'mail',
      workers.every(({ sendsMail }) => !sendsMail),
      'Chưa đặt máy chủ thư: thư cho người dân chỉ được ghi vào thư mục mailbox.',
      'Đặt SMTP_URL và MAIL_FROM.',
    ],
    [
      'operator',
      workers.every(({ tellsOperator }) => !tellsOperator),
      'Chưa có địa chỉ thư nhận báo động: sự cố chỉ hiện ở trang này.',
      'Đặt MOTCUA_OPERATOR_EMAIL.',
    ],
    [
      'encryption',
      workers.some(({ backupAt, backupsEncrypted }) => backupAt !== null && !backupsEncrypted),
      'Bản sao lưu hằng đêm không mã hóa.',
      'Đặt MOTCUA_BACKUP_KEY_FILE trước khi chép bản sao lưu ra khỏi máy này.',
    ],
    [
      'tls',
      here.some(({ facts }) => !facts.usesTls),
      'Địa chỉ công khai không dùng TLS (https).',
      'Đặt nginx phía trước và MOTCUA_PUBLIC_URL là địa chỉ https.',
    ],
  ];
  return notices
    .filter(([, isSo]) => isSo)
    .map(([of, , sentence, advice]) => ({ cause: 'settings', of, severity: 'notice', sentence, advice }));
}
