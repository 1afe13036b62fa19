/** Everything that is done about a payment, as its history keeps it. Nothing in it speaks of a person. */
import type { Deed } from '#foundation/history/schema.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { LineKind, Method, Origin, RefundReason, VoidReason } from './schema.ts';

/** A line as history keeps it: words that may speak of the applicant stay out. */
export type RecordedLine = {
  readonly name: string;
  readonly kind: LineKind;
  readonly explanation: string;
  readonly fullAmount: number;
  readonly amount: number;
  readonly exemptionId: number | null;
};

export type PaymentDeed =
  | {
      readonly kind: 'asked';
      readonly payload: {
        readonly dossierId: number;
        readonly unitId: number;
        readonly origin: Origin;
        readonly node: string | null;
        readonly token: number | null;
        readonly lines: readonly RecordedLine[];
      };
    }
  | { readonly kind: 'corrected'; readonly payload: { readonly lines: readonly RecordedLine[] } }
  | { readonly kind: 'cancelled'; readonly payload: { readonly total: number } }
  | {
      readonly kind: 'collected';
      readonly payload: {
        readonly collectionId: number;
        readonly unitId: number;
        readonly method: Method;
        readonly amount: number;
        readonly bookId: number | null;
        readonly number: number | null;
        readonly reference: string;
        readonly paidOn: LocalDate;
      };
    }
  | {
      readonly kind: 'voided';
      readonly payload: { readonly collectionId: number; readonly reason: VoidReason };
    }
  | {
      readonly kind: 'refund-proposed';
      readonly payload: {
        readonly refundId: number;
        readonly collectionId: number;
        readonly unitId: number;
        readonly amount: number;
        readonly reason: RefundReason;
      };
    }
  | {
      readonly kind: 'refund-approved';
      readonly payload: { readonly refundId: number; readonly number: string };
    }
  | { readonly kind: 'refund-declined'; readonly payload: { readonly refundId: number } }
  | {
      readonly kind: 'refund-paid';
      readonly payload: {
        readonly refundId: number;
        readonly method: 'cash' | 'transfer';
        readonly reference: string;
      };
    }
  | {
      readonly kind: 'gateway-started';
      readonly payload: { readonly orderId: number; readonly code: string; readonly amount: number };
    }
  | {
      readonly kind: 'gateway-finished';
      readonly payload: {
        readonly orderId: number;
        readonly outcome: 'paid' | 'failed';
        readonly reference: string;
      };
    };

/** A deed with when and by whom. */
export type PaymentEvent = PaymentDeed & {
  readonly sequence: number;
  readonly at: Date;
  readonly officerId: number | null;
};

/** History stores deeds untyped; this capability wrote every event of its stream through `PaymentDeed`. */
export function asPaymentEvent(
  event: Deed & { readonly sequence: number; readonly at: Date; readonly officerId: number | null },
): PaymentEvent {
  return event as unknown as PaymentEvent;
}
