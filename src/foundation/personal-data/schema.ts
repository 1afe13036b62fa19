import { codesOf, type Labels } from '#kernel/labels.ts';
import type { MaskName } from './mask.ts';

/** Whose data a field holds. */
export type DataSubject = 'applicant' | 'officer' | 'visitor';

export const SUBJECT_LABELS = {
  applicant: 'Người nộp hồ sơ, người được ủy quyền, người nhận kết quả',
  officer: 'Cán bộ, công chức, viên chức dùng hệ thống',
  visitor: 'Người truy cập trang công khai',
} as const satisfies Labels<DataSubject>;

/** How much harm its loss does (Decree 13/2023/ND-CP, Art. 2: basic and sensitive; secrets open an account). */
export type DataLevel = 'basic' | 'sensitive' | 'secret';

export const LEVEL_LABELS = {
  basic: 'Cơ bản',
  sensitive: 'Có thể nhạy cảm',
  secret: 'Bí mật đăng nhập',
} as const satisfies Labels<DataLevel>;

/** Why a field is kept, in the words of the person concerned. */
export const PURPOSES = {
  identify: 'Biết đúng người nộp hồ sơ, đối chiếu giấy tờ tùy thân',
  contact: 'Báo tin về hồ sơ: cần bổ sung, có kết quả, gửi kết quả',
  handle: 'Giải quyết thủ tục bạn yêu cầu',
  return: 'Ghi nhận kết quả đã trao cho ai',
  find: 'Tìm lại hồ sơ khi bạn hoặc cán bộ hỏi',
  reuse: 'Để bạn không phải nộp lại giấy tờ đã có khi làm thủ tục sau',
  account: 'Cho đúng cán bộ đăng nhập và làm việc theo vị trí được giao',
  answer: 'Biết ai đã làm gì, vào lúc nào, để giải trình và giải quyết khiếu nại',
  protect: 'Chặn đăng nhập dò mật khẩu, dò mã tra cứu',
} as const satisfies Labels<string>;
export type Purpose = keyof typeof PURPOSES;

/** What allows it. Articles are named where they are certain. */
export const BASES = {
  'one-stop':
    'Nghị định 61/2018/NĐ-CP, Điều 17–20; Nghị định 118/2025/NĐ-CP; Thông tư 01/2018/TT-VPCP (mẫu biểu một cửa)',
  consent:
    'Sự đồng ý của bạn (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15); Nghị định 107/2021/NĐ-CP (kho quản lý dữ liệu điện tử của tổ chức, cá nhân)',
  officials: 'Luật Cán bộ, công chức; Luật Viên chức; quyết định bổ nhiệm, phân công',
  accountability:
    'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Luật Khiếu nại 02/2011/QH13; Luật Lưu trữ 33/2024/QH15',
  security:
    'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Nghị định 85/2016/NĐ-CP (an toàn hệ thống thông tin theo cấp độ)',
} as const satisfies Labels<string>;
export type Basis = keyof typeof BASES;

/** How long. Years of dossiers and slips are data (the list of retention rules), never written here. */
export const RETENTIONS = {
  dossier: 'Theo thời hạn bảo quản của thủ tục, sau đó tiêu hủy theo quyết định',
  slip: 'Theo thời hạn bảo quản của phiếu, sau đó tiêu hủy theo quyết định',
  'last-dossier': 'Đến khi hồ sơ cuối cùng của người đó được tiêu hủy',
  vault: 'Đến khi bạn yêu cầu xóa, có bản mới thay thế, hoặc hồ sơ cuối cùng của bạn được tiêu hủy',
  history: 'Lưu cùng lịch sử để giải trình; phần chữ tự do được xóa khi tiêu hủy hồ sơ',
  employment: 'Trong thời gian làm việc và lưu theo hồ sơ cán bộ',
  account: 'Đến khi thay, gỡ hoặc khóa tài khoản',
  session: 'Đến khi đăng xuất, nhiều nhất bảy ngày',
  'thirty-days': '30 ngày',
  day: 'Một ngày',
  minutes: 'Vài phút, đến khi dùng xong',
} as const satisfies Labels<string>;
export type Retention = keyof typeof RETENTIONS;

/** One field that holds personal data: what it is, whose, why, by what right, how long, and how it is shown to others. */
export type PersonalField = {
  /** Table and column as the database names them. */
  readonly table: string;
  readonly column: string;
  /** What it is called by people. */
  readonly label: string;
  readonly of: DataSubject;
  readonly level: DataLevel;
  readonly purpose: Purpose;
  readonly basis: Basis;
  readonly retention: Retention;
  /** What lists, logs and exports show of it to those who need not know it whole. */
  readonly mask: MaskName;
};

type Shared = Pick<PersonalField, 'of' | 'basis' | 'retention'>;
type Own = Omit<PersonalField, 'table' | 'column' | keyof Shared> & Partial<Shared>;

/** The personal fields of one table; what they have in common is said once. Keys stay, so that masks are looked up by name. */
export function personalTable<Column extends string>(
  table: string,
  shared: Shared,
  columns: Readonly<Record<Column, Own>>,
): Readonly<Record<Column, PersonalField>> {
  const fields = Object.entries<Own>(columns).map(([column, own]) => [
    column,
    { ...shared, ...own, table, column },
  ]);
  // Object.fromEntries forgets the names of the columns, which are those given.
  return Object.fromEntries(fields) as Record<Column, PersonalField>;
}

/** Every table's fields, one after the other, for the pages. */
export type PersonalRegister = readonly PersonalField[];

export function registerOf(...tables: readonly Readonly<Record<string, PersonalField>>[]): PersonalRegister {
  return tables.flatMap((fields) => Object.values(fields));
}

export const SUBJECTS = codesOf(SUBJECT_LABELS);

export const personalDataPaths = { citizens: '/du-lieu-ca-nhan', register: '/personal-data' } as const;
