import { minuteOfDay } from '#kernel/local-date.ts';
import { formatDate, formatDateTime } from '#kernel/vietnamese/format.ts';
import type { TimelineEntry } from '#web/ui/timeline.tsx';
import { type Role, ROLES } from '#foundation/access/roles.ts';
import type { NamedEvent } from '#foundation/history/schema.ts';
import { lastDay, roleWords } from './words.ts';

/** How to name the people an event mentions. */
type Names = ReadonlyMap<number, string>;
type Payload = NamedEvent['payload'];
type Sentence = (payload: Payload, names: Names) => string;

/** What happened to posts, people and accounts, in words; a deed without a line here is shown by its kind. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  'post created': (p) => `Lập vị trí “${text(p, 'title')}”${from(p, 'validFrom')}, vai trò: ${rolesOf(p)}`,
  'post changed': (p) => `Sửa thành “${text(p, 'title')}”, vai trò: ${rolesOf(p)}`,
  'post ended': (p) => `Kết thúc vị trí${from(p, 'validTo')}`,
  'post holder-appointed': (p, names) =>
    `Giao cho ${nameIn(p, 'officerId', names)} giữ${from(p, 'validFrom')}${byDecision(p)}`,
  'post holder-released': (p, names) =>
    `${nameIn(p, 'officerId', names)} thôi giữ${from(p, 'validTo')}${byDecision(p)}`,
  'post substitute-appointed': (p, names) =>
    `Cử ${nameIn(p, 'substituteId', names)} làm thay${from(p, 'validFrom')} đến hết ${lastDay(new Date(text(p, 'validTo')))}. Lý do: ${text(p, 'reason')}`,
  'post substitution-ended': (p, names) =>
    `${nameIn(p, 'substituteId', names)} thôi làm thay${from(p, 'validTo')}`,
  'post substitution-cancelled': (p, names) =>
    `Hủy việc cử ${nameIn(p, 'substituteId', names)} làm thay trước khi bắt đầu`,
  'officer created': (p) => `Thêm cán bộ ${text(p, 'fullName')}`,
  'officer renamed': (p) => `Sửa họ tên từ ${text(p, 'from')} thành ${text(p, 'fullName')}`,
  'officer contact-changed': () => 'Sửa thông tin liên hệ hoặc ghi chú',
  'account created': (p) => `Cấp tài khoản ${text(p, 'login')}`,
  'account password-reset': () => 'Cấp lại mật khẩu dùng một lần',
  'account password-changed': () => 'Chủ tài khoản đổi mật khẩu',
  'account disabled': (p) => `Khóa tài khoản. Lý do: ${text(p, 'reason')}`,
  'account enabled': () => 'Mở lại tài khoản',
  'account signed-out': () => 'Kết thúc mọi phiên đăng nhập',
  'account app-added': () => 'Thêm ứng dụng tạo mã',
  'account app-removed': () => 'Gỡ ứng dụng tạo mã',
  'account passkey-added': () => 'Thêm khóa truy cập',
  'account passkey-removed': () => 'Gỡ khóa truy cập',
  'account recovery-codes-made': () => 'Tạo lại mã dự phòng',
  'account recovery-code-used': () => 'Đăng nhập bằng một mã dự phòng',
  'account recovery-opened': (p) => `Lập yêu cầu khôi phục tài khoản. Lý do: ${text(p, 'reason')}`,
  'account recovery-confirmed': () => 'Xác nhận khôi phục, cấp mật khẩu dùng một lần',
  'account recovery-cancelled': () => 'Hủy yêu cầu khôi phục',
  'account recovered-by-operator': () => 'Khôi phục tài khoản từ máy chủ',
};

export type StreamEvents = {
  readonly stream: 'post' | 'officer' | 'account';
  readonly events: readonly NamedEvent[];
};

/** Events of one or several histories as one timeline, the latest first. */
export function historyEntries(histories: readonly StreamEvents[], names: Names): readonly TimelineEntry[] {
  return histories
    .flatMap(({ stream, events }) => events.map((event) => ({ stream, event })))
    .toReversed()
    .toSorted((a, b) => b.event.at.getTime() - a.event.at.getTime())
    .map(({ stream, event }) => ({
      state: 'done',
      title: SENTENCES[`${stream} ${event.kind}`]?.(event.payload, names) ?? event.kind,
      note: `${formatDateTime(event.at)} · ${whoDid(event)}`,
    }));
}

/** People the events mention, whose names a timeline needs. */
export function mentionedIn(histories: readonly StreamEvents[]): readonly number[] {
  const ids = histories
    .flatMap(({ events }) => events)
    .flatMap(({ payload }) => [payload['officerId'], payload['substituteId']]);
  return [...new Set(ids.filter((id) => typeof id === 'number'))];
}

function whoDid({ officerName, postTitle }: NamedEvent): string {
  if (officerName === null) return 'Hệ thống';
  return postTitle === null ? officerName : `${officerName}, ${postTitle}`;
}

function text(payload: Payload, field: string): string {
  const value = payload[field];
  return typeof value === 'string' ? value : '';
}

function nameIn(payload: Payload, field: string, names: Names): string {
  const id = payload[field];
  return (typeof id === 'number' ? names.get(id) : undefined) ?? 'một cán bộ';
}

function rolesOf(payload: Payload): string {
  const given = payload['roles'];
  const roles: readonly Role[] = Array.isArray(given) ? ROLES.filter((role) => given.includes(role)) : [];
  return roleWords(roles).toLowerCase();
}

/** ` từ 1/7/2020`, with the minute when it was not the first of the day. */
function from(payload: Payload, field: 'validFrom' | 'validTo'): string {
  const written = text(payload, field);
  if (written === '') return '';
  const instant = new Date(written);
  return ` từ ${minuteOfDay(instant) === 0 ? formatDate(instant) : formatDateTime(instant)}`;
}

function byDecision(payload: Payload): string {
  const decision = text(payload, 'decision');
  return decision === '' ? '' : `, theo ${decision}`;
}
