import type { OpenRecovery } from './schema.ts';

/** Days in which whoever was given a password by somebody does not count as independent of them. */
export const INDEPENDENT_AFTER_DAYS = 30;

/** What decides whether an officer may be the second person. */
export type Confirmer = {
  readonly officerId: number;
  /** The first person opened their account or gave them a password lately, and could be both people. */
  readonly isGivenByOpener: boolean;
};

/**
 * Why this officer may not confirm a recovery, as a sentence with what to do instead; null when they may. Two people give
 * an account back, and neither is its owner: one administrator alone, or somebody at an open desk, is not enough.
 */
export function whyNotConfirm(
  recovery: Pick<OpenRecovery, 'officerId' | 'openedBy'>,
  { officerId, isGivenByOpener }: Confirmer,
): string | null {
  if (recovery.officerId === officerId) {
    return 'Bạn không thể tự xác nhận khôi phục tài khoản của mình. Hãy nhờ lãnh đạo đơn vị hoặc quản trị hệ thống khác.';
  }
  if (recovery.openedBy === officerId) {
    return 'Người lập yêu cầu không được tự xác nhận. Hãy nhờ lãnh đạo đơn vị của người đó hoặc quản trị hệ thống khác.';
  }
  if (isGivenByOpener) {
    return `Người lập yêu cầu đã cấp mật khẩu cho tài khoản của bạn trong ${INDEPENDENT_AFTER_DAYS} ngày qua, nên bạn chưa thể là người thứ hai. Hãy nhờ người khác xác nhận.`;
  }
  return null;
}
