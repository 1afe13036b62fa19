import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Instance } from '#kernel/process/engine/instance.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import type { Role } from '#foundation/access/roles.ts';
import type { Timeliness } from '#capabilities/slips/words.ts';

export type DossierPhase = 'received' | 'processing' | 'done' | 'returned' | 'closed';
export type Channel = 'counter' | 'online' | 'postal';
export type ResultOutcome = 'granted' | 'declined';
export type Acknowledgement = 'signed' | 'fingerprint' | 'postal' | 'electronic';
/** `cancelled`: interrupted by a timer, or given up with the whole dossier. */
export type StepState = 'waiting' | 'active' | 'done' | 'cancelled';
/** Why the clock stands still: the applicant completes the papers, pays what is owed, or it was decided. */
export type PauseReason = 'supplement' | 'payment' | 'decided';
/** How a dossier ends without a result. `lapsed`: what was missing did not come in time. */
export type ClosedHow = 'refused' | 'stopped' | 'withdrawn' | 'lapsed';
export type Custody = 'held' | 'handed';

export const PHASE_LABELS = {
  received: 'Mới tiếp nhận',
  processing: 'Đang xử lý',
  done: 'Có kết quả, chờ trả',
  returned: 'Đã trả kết quả',
  closed: 'Đã dừng',
} as const satisfies Labels<DossierPhase>;

export const PAUSE_LABELS = {
  supplement: 'Chờ bổ sung hồ sơ',
  payment: 'Chờ thực hiện nghĩa vụ tài chính',
  decided: 'Tạm dừng theo quyết định',
} as const satisfies Labels<PauseReason>;

export const CLOSED_LABELS = {
  refused: 'Từ chối giải quyết, trả lại hồ sơ',
  stopped: 'Dừng giải quyết',
  withdrawn: 'Người nộp rút hồ sơ',
  lapsed: 'Dừng vì quá thời hạn bổ sung',
} as const satisfies Labels<ClosedHow>;

export const CHANNEL_LABELS = {
  counter: 'Trực tiếp tại quầy',
  online: 'Trực tuyến',
  postal: 'Bưu chính công ích',
} as const satisfies Labels<Channel>;

export const OUTCOME_LABELS = {
  granted: 'Có kết quả giải quyết',
  declined: 'Từ chối giải quyết, có văn bản trả lời',
} as const satisfies Labels<ResultOutcome>;

export const ACKNOWLEDGEMENT_LABELS = {
  signed: 'Ký nhận',
  fingerprint: 'Điểm chỉ',
  postal: 'Giao bưu chính, có vận đơn',
  electronic: 'Nhận bản điện tử',
} as const satisfies Labels<Acknowledgement>;

/** The ten states of the national public service portal. */
export type NationalState = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

export const NATIONAL_STATE_LABELS = {
  1: 'Mới đăng ký',
  2: 'Được tiếp nhận',
  3: 'Không được tiếp nhận',
  4: 'Đang xử lý',
  5: 'Yêu cầu bổ sung giấy tờ',
  6: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  7: 'Công dân yêu cầu rút hồ sơ',
  8: 'Dừng xử lý',
  9: 'Đã xử lý xong',
  10: 'Đã trả kết quả',
} as const satisfies Readonly<Record<NationalState, string>>;

/** One step of a dossier as it stands. */
export type DossierStep = {
  readonly position: number;
  /** The element of the process; empty in a dossier from before there were processes that has not moved since. */
  readonly node: string;
  readonly name: string;
  readonly unitId: number;
  readonly role: Role;
  readonly quotaMinutes: number;
  readonly state: StepState;
  readonly custody: Custody;
  readonly officerId: number | null;
  readonly sentBack: boolean;
  readonly startedAt: Date | null;
  readonly dueAt: Date | null;
  readonly finishedAt: Date | null;
  readonly usedMinutes: number;
};

export type Handover = {
  readonly fromUnitId: number;
  readonly toUnitId: number;
  /** Null when a timer moved the dossier on. */
  readonly handedBy: number | null;
  readonly handedAt: Date;
  readonly takenBy: number | null;
  readonly takenAt: Date | null;
  readonly timeliness: Timeliness;
  readonly note: string;
  /** It was never taken; the papers stayed with the sender. */
  readonly endedHow: HandoverEnd | null;
  /** Which papers go; null for all of them as received. */
  readonly papers: readonly HandedPaper[] | null;
};

/** `recalled`: the dossier went elsewhere before its papers were taken. */
export type HandoverEnd = 'refused' | 'recalled';

/** So many copies of the paper at a position of the dossier. */
export type HandedPaper = { readonly position: number; readonly copies: number };

export type DiscrepancyKind = 'missing' | 'damaged' | 'different';
export type DiscrepancyAnswer = 'sends-after' | 'corrected' | 'disputed';
/** `lapsed`: the dossier ended before anybody answered. */
export type ConsultationEnd = 'answered' | 'withdrawn' | 'waived' | 'lapsed';

export type DossierResult = {
  readonly outcome: ResultOutcome;
  readonly title: string;
  readonly documentNumber: string;
  readonly issuedOn: string;
  readonly reason: string;
  readonly enteredBy: number;
  readonly enteredAt: Date;
};

/** The process of a dossier and where its tokens are. */
export type Run = {
  readonly definitionId: number;
  readonly definition: ProcessDefinition;
  readonly instance: Instance;
};

/** A timer of the process that will go off. */
export type DossierTimer = { readonly token: number; readonly node: string; readonly dueAt: Date };

/** A time that does not count; `to` is null while it lasts, `until` the last day when one was set. */
export type Pause = {
  readonly reason: PauseReason;
  readonly from: Date;
  readonly to: Date | null;
  readonly until: LocalDate | null;
};

export type Closing = { readonly how: ClosedHow; readonly at: Date };

/** What the history of a dossier folds to; the rows of the dossier tables are its copy. */
export type DossierState = {
  readonly number: string;
  /** The dossier out of which it was opened. */
  readonly parentId: number | null;
  readonly receivingUnitId: number;
  readonly phase: DossierPhase;
  readonly sequence: number;
  readonly receivedAt: Date;
  readonly receivedBy: number;
  readonly dueAt: Date;
  readonly finishedAt: Date | null;
  readonly timeliness: Timeliness | null;
  readonly returnedAt: Date | null;
  readonly steps: readonly DossierStep[];
  readonly handovers: readonly Handover[];
  readonly result: DossierResult | null;
  /** Null in a dossier from before there were processes, until it moves. */
  readonly run: Run | null;
  readonly timers: readonly DossierTimer[];
  readonly pauses: readonly Pause[];
  readonly closed: Closing | null;
  /** Since when the applicant wants it back and nobody has answered. */
  readonly withdrawalAskedAt: Date | null;
  /** The new appointment of the apology; timeliness is still judged by `dueAt`. */
  readonly reappointedAt: Date | null;
};

const STALE = 'Trang này thiếu thông tin về hồ sơ. Hãy tải lại trang rồi làm lại.';

/**
 * Which dossier a form speaks of and which version of it the person saw; `position` is the step meant, when several are
 * worked on at once.
 */
export const dossierReference = z.object({
  number: z.string().min(1),
  sequence: z.coerce.number(STALE).int(STALE).positive(STALE),
  position: z.coerce.number(STALE).int(STALE).nonnegative(STALE).optional(),
});
export type DossierReference = z.infer<typeof dossierReference>;

const note = z.string().max(2000, 'Ghi chú dài nhất 2.000 ký tự.');

export const passOnInput = dossierReference.extend({
  note,
  officerId: z.coerce.number().int().positive().nullable(),
  /** The names of the ways on, where the officer decides which are taken. */
  choices: z.array(z.string().max(200)).max(20).optional(),
  /** Why it is late, asked of whoever holds an overdue dossier. */
  lateReasonCode: z.string().max(40).optional(),
  lateReason: z.string().trim().max(1000, 'Lý do dài nhất 1.000 ký tự.').optional(),
});
export type PassOnInput = z.infer<typeof passOnInput>;

export const sendBackInput = dossierReference.extend({
  reason: note.min(5, 'Hãy ghi rõ lý do trả lại để người nhận biết phải sửa gì.'),
});
export type SendBackInput = z.infer<typeof sendBackInput>;

export const assignInput = dossierReference.extend({
  officerId: z.coerce.number({ error: 'Hãy chọn người thụ lý.' }).int().positive('Hãy chọn người thụ lý.'),
});
export type AssignInput = z.infer<typeof assignInput>;

export const takeCustodyInput = dossierReference.extend({ note });
export type TakeCustodyInput = z.infer<typeof takeCustodyInput>;

export const resultInput = dossierReference.extend({
  outcome: z.enum(['granted', 'declined'], { error: 'Hãy chọn kết quả giải quyết.' }),
  title: z.string().min(1, 'Hãy ghi tên kết quả.').max(300, 'Tên kết quả dài nhất 300 ký tự.'),
  documentNumber: z.string().max(60, 'Số, ký hiệu dài nhất 60 ký tự.'),
  issuedOn: z.iso.date({ error: 'Hãy ghi ngày ký theo dạng ngày/tháng/năm, ví dụ 28/4/2020.' }),
  reason: note,
});
export type ResultInput = z.infer<typeof resultInput>;

export const returnInput = dossierReference.extend({
  recipient: z.string().min(1, 'Hãy ghi họ tên người nhận kết quả.').max(200, 'Họ tên dài nhất 200 ký tự.'),
  relation: z.string().min(1, 'Hãy ghi người nhận là ai: chính người nộp, người được ủy quyền…').max(200),
  idNumber: z.string().max(20, 'Số giấy tờ dài nhất 20 ký tự.'),
  acknowledgement: z.enum(codesOf(ACKNOWLEDGEMENT_LABELS), {
    error: 'Hãy chọn cách xác nhận đã nhận kết quả.',
  }),
  note,
});
export type ReturnInput = z.infer<typeof returnInput>;

/** Addresses of a dossier's pages at the desk. */
export const dossierPath = (number: string, part = ''): string =>
  `/dossiers/${encodeURIComponent(number)}${part && `/${part}`}`;
