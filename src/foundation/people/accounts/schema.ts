import { z } from 'zod';
import { codesOf } from '#kernel/labels.ts';
import { listAt } from '#web/http/list-state.ts';
import { ACCOUNTS } from '../paths.ts';

/** A line of the list of accounts. */
export type AccountLine = {
  readonly id: number;
  readonly login: string;
  readonly officerId: number;
  readonly officerName: string;
  /** Posts held now, `Chuyên viên; Văn thư`; empty when the person holds none and cannot sign in. */
  readonly postTitles: string;
  readonly disabledAt: Date | null;
  readonly mustChangePassword: boolean;
  readonly passwordExpiresAt: Date | null;
  /** Last successful sign-in; null when there was none in the days that attempts are kept. */
  readonly lastSignInAt: Date | null;
};

export type AccountState = 'active' | 'waiting' | 'disabled';

export const ACCOUNT_STATE_LABELS = {
  active: 'Đang dùng',
  waiting: 'Chờ đổi mật khẩu lần đầu',
  disabled: 'Đã khóa',
} as const satisfies Record<AccountState, string>;

export const ACCOUNTS_PER_PAGE = 50;

/** What narrows the list, as its address says; what makes no sense there counts as not given. */
export const accountFilter = z.object({
  q: z.string().max(100).catch(''),
  state: z.enum(codesOf(ACCOUNT_STATE_LABELS)).nullable().catch(null),
  page: z.coerce.number<string>().int().min(1).max(10_000).catch(1),
});
export type AccountFilter = z.infer<typeof accountFilter>;

export const accountList = listAt(ACCOUNTS, accountFilter.parse({}));

export const disableSchema = z.object({
  reason: z.string().min(1, 'Nhập lý do, ví dụ “nghỉ hưu”.').max(200, 'Lý do dài nhất 200 ký tự.'),
});
