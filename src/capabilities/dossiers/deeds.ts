import type { Deed } from '#foundation/history/schema.ts';
import type { Labels } from '#kernel/labels.ts';
import type { RecordedCall } from '#kernel/process/engine/replay.ts';
import type { Role } from '#foundation/access/roles.ts';
import type { PaperKind, ReturnMethod, Timeliness } from '#capabilities/slips/words.ts';
import type { ClockDeed } from './clock/deeds.ts';
import { UNIT_DEED_LABELS, type UnitDeed } from './custody/deeds.ts';
import type { DueMovedDeed } from './due-moves/deeds.ts';
import type { ProposalDeed } from './proposals/deeds.ts';
import type { Acknowledgement, Channel, ResultOutcome } from './schema.ts';

/** A step as it was planned at reception. `node` is its element in the process; older dossiers have none. */
export type PlannedStep = {
  readonly node?: string;
  readonly name: string;
  readonly unitId: number;
  readonly role: Role;
  readonly quotaMinutes: number;
};

/** A step that begins, or begins again. */
export type EnteredStep = {
  readonly position: number;
  readonly dueAt: string;
  readonly officerId: number | null;
  /** Set when the papers change units with it. */
  readonly handover: { readonly fromUnitId: number; readonly timeliness: Timeliness } | null;
};

/** A step that ends; one that is `waiting` was undone and does not count as done any more. */
export type LeftStep = {
  readonly position: number;
  readonly how: 'done' | 'cancelled' | 'waiting';
  readonly usedMinutes: number;
};

export type TimerSet = { readonly token: number; readonly node: string; readonly dueAt: string };

/** New instants of what is due: the whole, the steps being worked on, the timers. */
export type Dues = {
  readonly dueAt: string;
  readonly steps: readonly { readonly position: number; readonly dueAt: string }[];
  readonly timers: readonly TimerSet[];
};

/** What the engine was told, and what came of it. The tokens follow from the calls, the rest is recorded as it was. */
export type Moves = {
  readonly calls: readonly RecordedCall[];
  readonly left: readonly LeftStep[];
  readonly entered: readonly EnteredStep[];
  readonly timers: readonly TimerSet[];
};

/** Instants in payloads are ISO strings; money is in dong; positions count from 0. Personal data stays in the rows. */
export type DossierDeed =
  | {
      readonly kind: 'received';
      readonly payload: {
        readonly number: string;
        /** Set when it had been received on paper and is entered now: the number there, and when that was. */
        readonly earlier?: { readonly paperNumber: string; readonly receivedAt: string };
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
        /** The process it begins on; dossiers from before have none. */
        readonly process?: { readonly definitionId: number } & Moves;
        /** The dossier out of which it was opened, by which officer, and the units there that see this one too. */
        readonly parent?: {
          readonly id: number;
          readonly number: string;
          readonly officerId: number;
          readonly unitIds: readonly number[];
        };
      };
    }
  | {
      /** On its way: a step was finished, or a timer, a payment, an answer moved it (then `from` is null). */
      readonly kind: 'advanced';
      readonly payload: Moves & { readonly from: number | null; readonly note: string };
    }
  | {
      /** Back to a step that was done, with everything that came of it undone. */
      readonly kind: 'moved-back';
      readonly payload: Moves & {
        readonly from: number | null;
        readonly to: number;
        readonly reason: string;
      };
    }
  | {
      /** A dossier from before there were processes takes the planned steps as its process. */
      readonly kind: 'adopted';
      readonly payload: { readonly definitionId: number; readonly calls: readonly RecordedCall[] };
    }
  | {
      /** It goes on under another version of its process. `was` is the step whose work it takes over. */
      readonly kind: 'migrated';
      readonly payload: {
        readonly definitionId: number;
        readonly reason: string;
        readonly dueAt: string;
        /** The version of the procedure whose limit counts from now on, where the promise follows another one. */
        readonly limitVersionId?: number;
        readonly steps: readonly (PlannedStep & { readonly was: number | null })[];
      } & Moves;
    }
  | ClockDeed
  | DueMovedDeed
  | ProposalDeed
  | {
      /** From before there were processes. */
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
      /** From before there were processes. */
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
        /** How the process ends; dossiers from before have none. */
        readonly calls?: readonly RecordedCall[];
      };
    }
  | UnitDeed
  | {
      /** What the form says was put right; what it says stays in the rows, as it may be personal. */
      readonly kind: 'answers-changed';
      readonly payload: { readonly fields: readonly string[] };
    }
  | {
      /** What the process waits for has a sum; 0 when nothing is owed, with the reason in the note. */
      readonly kind: 'obligation-told';
      readonly payload: {
        readonly node: string;
        readonly token: number;
        readonly total: number;
        readonly note: string;
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
  advanced: 'chuyển bước',
  'moved-back': 'trả lại bước trước',
  adopted: 'đưa vào quy trình',
  migrated: 'chuyển sang phiên bản quy trình khác',
  paused: 'tạm dừng tính thời gian',
  resumed: 'tính tiếp thời gian',
  closed: 'dừng giải quyết',
  extended: 'gia hạn giải quyết',
  'due-moved': 'dời hạn theo lịch làm việc',
  reappointed: 'xin lỗi và hẹn lại',
  'late-explained': 'ghi lý do quá hạn',
  'supplement-received': 'nhận giấy tờ bổ sung',
  'letter-issued': 'ra văn bản gửi người nộp',
  proposed: 'gửi đề nghị chờ duyệt',
  'proposal-decided': 'quyết định đề nghị',
  corrected: 'đính chính',
  'passed-on': 'chuyển bước',
  'sent-back': 'trả lại bước trước',
  'custody-taken': 'xác nhận nhận bàn giao',
  claimed: 'nhận thụ lý',
  assigned: 'phân công người thụ lý',
  released: 'đưa về hộp việc chung',
  'result-entered': 'nhập kết quả',
  finished: 'giải quyết xong',
  returned: 'trả kết quả',
  ...UNIT_DEED_LABELS,
  'answers-changed': 'sửa thông tin tờ khai',
  'obligation-told': 'ghi khoản phải nộp',
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
