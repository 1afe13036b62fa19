import type { Deed } from '#foundation/history/schema.ts';
import type { Labels } from '#kernel/labels.ts';
import type { Role } from '#foundation/access/roles.ts';
import type { PaperKind, ReturnMethod, Timeliness } from '#capabilities/slips/words.ts';
import type { Channel, ResultOutcome, Acknowledgement } from './schema.ts';

/** A step as it was planned at reception. */
export type PlannedStep = {
  readonly name: string;
  readonly unitId: number;
  readonly role: Role;
  readonly quotaMinutes: number;
};

/** Instants in payloads are ISO strings; money is in dong; positions count from 0. Personal data stays in the rows. */
export type DossierDeed =
  | {
      readonly kind: 'received';
      readonly payload: {
        readonly number: string;
        readonly procedureVersionId: number;
        readonly receivingUnitId: number;
        readonly channel: Channel;
        readonly returnMethod: ReturnMethod;
        readonly dueAt: string;
        readonly firstStepDueAt: string;
        readonly copies: number;
        readonly papers: readonly {
          readonly name: string;
          readonly kind: PaperKind;
          readonly copies: number;
        }[];
        readonly fees: readonly { readonly name: string; readonly amount: number }[];
        readonly steps: readonly PlannedStep[];
      };
    }
  | {
      readonly kind: 'passed-on';
      readonly payload: {
        readonly from: number;
        readonly to: number;
        readonly usedMinutes: number;
        readonly stepDueAt: string;
        readonly officerId: number | null;
        /** Set when the papers change units. */
        readonly handover: { readonly timeliness: Timeliness } | null;
        readonly note: string;
      };
    }
  | {
      readonly kind: 'sent-back';
      readonly payload: {
        readonly from: number;
        readonly to: number;
        readonly usedMinutes: number;
        readonly stepDueAt: string;
        readonly officerId: number | null;
        readonly handover: { readonly timeliness: Timeliness } | null;
        readonly reason: string;
      };
    }
  | { readonly kind: 'custody-taken'; readonly payload: { readonly position: number; readonly note: string } }
  | {
      readonly kind: 'claimed';
      readonly payload: {
        readonly position: number;
        readonly officerId: number;
        readonly from: number | null;
      };
    }
  | {
      readonly kind: 'assigned';
      readonly payload: {
        readonly position: number;
        readonly officerId: number;
        readonly from: number | null;
      };
    }
  | { readonly kind: 'released'; readonly payload: { readonly position: number; readonly from: number } }
  | {
      readonly kind: 'result-entered';
      readonly payload: {
        readonly outcome: ResultOutcome;
        readonly title: string;
        readonly documentNumber: string;
        readonly issuedOn: string;
        readonly reason: string;
      };
    }
  | { readonly kind: 'finished'; readonly payload: { readonly timeliness: Timeliness } }
  | {
      readonly kind: 'returned';
      readonly payload: {
        readonly acknowledgement: Acknowledgement;
        readonly usedMinutes: number;
        readonly position: number;
      };
    }
  | {
      readonly kind: 'file-added' | 'file-removed';
      readonly payload: { readonly fileId: number; readonly purpose: string; readonly hash: string };
    }
  | {
      /** Personal data were erased after retention ended; nothing follows it. */
      readonly kind: 'disposed';
      readonly payload: { readonly disposal: string; readonly decision: string };
    };

export type DossierDeedKind = DossierDeed['kind'];

/** Each kind of deed in a few words, for telling what somebody else just did. */
export const DEED_LABELS = {
  received: 'tiếp nhận',
  'passed-on': 'chuyển bước',
  'sent-back': 'trả lại bước trước',
  'custody-taken': 'xác nhận nhận bàn giao',
  claimed: 'nhận thụ lý',
  assigned: 'phân công người thụ lý',
  released: 'đưa về hộp việc chung',
  'result-entered': 'nhập kết quả',
  finished: 'giải quyết xong',
  returned: 'trả kết quả',
  'file-added': 'thêm tệp',
  'file-removed': 'gỡ tệp',
  disposed: 'tiêu hủy',
} as const satisfies Labels<DossierDeedKind>;

/** A deed with when and by whom, as the fold needs it. */
export type DossierEvent = DossierDeed & {
  readonly sequence: number;
  readonly at: Date;
  readonly officerId: number | null;
};

/** History stores deeds untyped; this capability wrote every event of its stream through `DossierDeed`. */
export function asDossierEvent(
  event: Deed & { sequence: number; at: Date; officerId: number | null },
): DossierEvent {
  return event as unknown as DossierEvent;
}
