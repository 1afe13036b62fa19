import type { Tone } from '#web/ui/tone.ts';
import type { PaymentStateCode, RefundState } from './schema.ts';
import type { TillState } from './tills/schema.ts';

export const PAYMENT_TONES = {
  open: 'soon',
  paid: 'fine',
  nothing: 'neutral',
  cancelled: 'neutral',
} as const satisfies Record<PaymentStateCode, Tone>;

export const REFUND_TONES = {
  proposed: 'soon',
  approved: 'wait',
  declined: 'neutral',
  paid: 'fine',
} as const satisfies Record<RefundState, Tone>;

export const TILL_TONES = {
  counted: 'soon',
  closed: 'fine',
  reopened: 'late',
} as const satisfies Record<TillState, Tone>;
