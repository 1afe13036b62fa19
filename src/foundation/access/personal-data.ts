import { personalTable } from '#foundation/personal-data/schema.ts';

const ofAccounts = { of: 'officer', basis: 'officials', retention: 'account' } as const;
const secret = { level: 'secret', purpose: 'account', mask: 'hidden' } as const;
const protecting = { of: 'visitor', basis: 'security', retention: 'thirty-days' } as const;

export const ACCOUNT_FIELDS = personalTable('accounts', ofAccounts, {
  login: { level: 'basic', purpose: 'account', label: 'Tên đăng nhập', mask: 'open' },
  password_hash: { ...secret, label: 'Mật khẩu (chỉ giữ dạng băm một chiều)' },
});

export const SESSION_FIELDS = personalTable(
  'sessions',
  { ...ofAccounts, basis: 'security', retention: 'session' },
  {
    token_hash: { ...secret, label: 'Dấu của phiên đăng nhập' },
    address: { level: 'basic', purpose: 'protect', label: 'Địa chỉ mạng khi đăng nhập', mask: 'open' },
    user_agent: { level: 'basic', purpose: 'protect', label: 'Loại trình duyệt', mask: 'open' },
  },
);

export const ATTEMPT_FIELDS = personalTable('login_attempts', protecting, {
  login: { level: 'basic', purpose: 'protect', label: 'Tên đăng nhập đã gõ', mask: 'open' },
  address: { level: 'basic', purpose: 'protect', label: 'Địa chỉ mạng đã gõ mật khẩu', mask: 'hidden' },
});

export const SECOND_FACTOR_FIELDS = [
  personalTable('totp_secrets', ofAccounts, {
    sealed_secret: { ...secret, label: 'Khóa của ứng dụng xác thực (đã mã hóa)' },
  }),
  personalTable('recovery_codes', ofAccounts, { code_index: { ...secret, label: 'Dấu của mã dự phòng' } }),
  personalTable('passkeys', ofAccounts, {
    name: { level: 'basic', purpose: 'account', label: 'Tên khóa truy cập', mask: 'open' },
    credential_id: { ...secret, label: 'Mã khóa truy cập' },
    public_key: { ...secret, label: 'Nửa công khai của khóa truy cập' },
    transports: { level: 'basic', purpose: 'account', label: 'Cách nối của khóa truy cập', mask: 'hidden' },
  }),
  personalTable(
    'half_sign_ins',
    { ...ofAccounts, retention: 'minutes' },
    { token_hash: { ...secret, label: 'Dấu của lần đăng nhập chưa xong' } },
  ),
  personalTable('account_recoveries', ofAccounts, {
    reason: { level: 'sensitive', purpose: 'answer', label: 'Lý do cấp lại tài khoản', mask: 'open' },
  }),
] as const;
