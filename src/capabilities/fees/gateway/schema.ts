import { z } from 'zod';

/** A payment that was handed to the gateway. */
export type PaymentOrder = {
  readonly id: number;
  readonly paymentId: number;
  readonly code: string;
  readonly amount: number;
  readonly url: string;
  readonly state: 'waiting' | 'paid' | 'failed';
  readonly reference: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
};

/** What the gateway reports: `1` paid, `0` not. The names are those of its interface. */
export const gatewayReport = z.object({
  MaTraCuuTT: z.string().min(1).max(60),
  SoTien: z.number().int().nonnegative(),
  TrangThai: z.enum(['0', '1']),
  MaGiaoDich: z.string().trim().max(60),
});
export type GatewayReport = z.infer<typeof gatewayReport>;

/** A link of the gateway is good for so long; then another may be asked for. */
export const LINK_MINUTES = 15;

/** Whether an order may still be paid by its link. */
export function isFresh({ state, startedAt }: PaymentOrder, now: Date): boolean {
  return state === 'waiting' && now.getTime() - startedAt.getTime() < LINK_MINUTES * 60_000;
}
