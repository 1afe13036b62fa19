import { z } from 'zod';

/** Hours within which a recovery must be confirmed, and then the password used. */
export const RECOVERY_HOURS = 24;

/** A recovery that waits for somebody else's word. */
export type OpenRecovery = {
  readonly id: number;
  readonly accountId: number;
  readonly login: string;
  /** Whose account it is. */
  readonly officerId: number;
  readonly officerName: string;
  readonly email: string;
  readonly reason: string;
  readonly openedBy: number;
  readonly openerName: string;
  readonly openedAt: Date;
  readonly expiresAt: Date;
};

export const recoverySchema = z.object({
  reason: z
    .string()
    .min(1, 'Nhập lý do, ví dụ “mất điện thoại, không còn mã dự phòng”.')
    .max(200, 'Lý do dài nhất 200 ký tự.'),
});

export const RECOVERIES = '/people/recoveries';
export const openRecoveryPath = (accountId: number | string) => `/people/accounts/${accountId}/recovery`;
export const recoveryPath = (id: number | string) => `${RECOVERIES}/${id}`;
export const cancelRecoveryPath = (id: number | string) => `${recoveryPath(id)}/cancel`;
