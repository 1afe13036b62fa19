import type { OpenRecovery } from './schema.ts';

/**
 * Why this officer may not confirm a recovery, as a sentence with what to do instead; null when they may. Two people give
 * an account back, and neither is its owner: one administrator alone, or somebody at an open desk, is not enough.
 */
export function whyNotConfirm(
  recovery: Pick<OpenRecovery, 'officerId' | 'openedBy'>,
  officerId: number,
): string | null {
  if (recovery.officerId === officerId) {
    return 'Bạn không thể tự xác nhận khôi phục tài khoản của mình. Hãy nhờ lãnh đạo đơn vị hoặc quản trị hệ thống khác.';
  }
  if (recovery.openedBy === officerId) {
    return 'Người lập yêu cầu không được tự xác nhận. Hãy nhờ lãnh đạo đơn vị của người đó hoặc quản trị hệ thống khác.';
  }
  return null;
}
