/**
 * What the owner of an account is told by mail when it happens (OWASP ASVS 5.0, V6.3.7): each sentence after "Tài khoản X".
 * Recoveries have letters of their own.
 */
export const TOLD = {
  'password-changed': 'vừa được đổi mật khẩu',
  'password-reset': 'vừa được quản trị hệ thống cấp lại mật khẩu dùng một lần',
  'app-added': 'vừa được thêm ứng dụng tạo mã để đăng nhập',
  'app-removed': 'vừa bị gỡ ứng dụng tạo mã',
  'passkey-added': 'vừa được thêm khóa truy cập để đăng nhập',
  'passkey-removed': 'vừa bị gỡ một khóa truy cập',
  'recovery-codes-made': 'vừa được tạo lại mã dự phòng; các mã cũ không dùng được nữa',
  'recovery-code-used': 'vừa được đăng nhập bằng một mã dự phòng',
  'new-browser': 'vừa được đăng nhập từ một trình duyệt chưa dùng bao giờ',
  enabled: 'vừa được mở lại',
} as const satisfies Readonly<Record<string, string>>;

export type Told = keyof typeof TOLD;

export function isTold(kind: string): kind is Told {
  return Object.hasOwn(TOLD, kind);
}
