import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import { listAt } from '#web/http/list-state.ts';
import { supplementLine } from '../clock/schema.ts';
import type { ReasonAct } from '../clock/reasons/schema.ts';
import { dossierPath, dossierReference } from '../schema.ts';

/** What takes two people. `withdrawal` is asked by the applicant, at the counter or with the code of the receipt. */
export type ProposalKind =
  | 'supplement'
  | 'second-supplement'
  | 'pause'
  | 'resume-early'
  | 'extension'
  | 'refusal'
  | 'stop'
  | 'withdrawal'
  | 'rollback'
  | 'correction';

export const PROPOSAL_LABELS = {
  supplement: 'Yêu cầu bổ sung hồ sơ',
  'second-supplement': 'Yêu cầu bổ sung thêm lần nữa',
  pause: 'Tạm dừng tính thời gian',
  'resume-early': 'Cho tính tiếp thời gian',
  extension: 'Gia hạn giải quyết',
  refusal: 'Từ chối giải quyết, trả lại hồ sơ',
  stop: 'Dừng giải quyết',
  withdrawal: 'Rút hồ sơ theo yêu cầu của người nộp',
  rollback: 'Lùi về bước trước đó',
  correction: 'Đính chính sai sót',
} as const satisfies Labels<ProposalKind>;

export const PROPOSAL_KINDS = codesOf(PROPOSAL_LABELS);

/** Which list of reasons a proposal takes its own from. */
export const REASON_OF: Readonly<Record<ProposalKind, ReasonAct>> = {
  supplement: 'supplement',
  'second-supplement': 'supplement',
  pause: 'pause',
  'resume-early': 'resume-early',
  extension: 'extension',
  refusal: 'refusal',
  stop: 'stop',
  withdrawal: 'withdrawal',
  rollback: 'rollback',
  correction: 'correction',
};

export type ProposalOutcome = 'accepted' | 'rejected' | 'withdrawn';

export const OUTCOME_LABELS = {
  accepted: 'Đã duyệt',
  rejected: 'Không duyệt',
  withdrawn: 'Người đề nghị rút lại',
} as const satisfies Labels<ProposalOutcome>;

/** Data that may have been entered wrongly. What the receipt promised is not among them. */
export type CorrectedField = 'fullName' | 'address' | 'phone' | 'email' | 'summary';

export const FIELD_LABELS = {
  fullName: 'Họ tên, tên tổ chức của người nộp',
  address: 'Địa chỉ',
  phone: 'Số điện thoại',
  email: 'Thư điện tử',
  summary: 'Nội dung yêu cầu giải quyết',
} as const satisfies Labels<CorrectedField>;

const day = z.iso.date({ error: 'Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 28/5/2020.' });
const correction = z.object({
  field: z.enum(codesOf(FIELD_LABELS)),
  from: z.string().max(1000),
  to: z.string().max(1000, 'Nội dung dài nhất 1.000 ký tự.'),
});

/** What exactly is proposed; each kind has its own part. */
export const proposalDetails = z.object({
  lines: z.array(supplementLine).max(40).optional(),
  /** Last day of waiting. */
  until: day.optional(),
  /** Working minutes more. */
  minutes: z.number().int().positive().optional(),
  to: z.number().int().nonnegative().optional(),
  changes: z.array(correction).max(5).optional(),
  guidance: z.string().max(500, 'Hướng dẫn dài nhất 500 ký tự.').optional(),
});
export type ProposalDetails = z.infer<typeof proposalDetails>;

export const proposeInput = dossierReference.extend({
  kind: z.enum(PROPOSAL_KINDS),
  reasonCode: z.string().min(1, 'Hãy chọn lý do.').max(40),
  reasonText: z.string().trim().max(1000, 'Lý do dài nhất 1.000 ký tự.'),
  legalBasis: z.string().trim().max(300, 'Căn cứ dài nhất 300 ký tự.'),
  details: proposalDetails,
});
export type ProposeInput = z.infer<typeof proposeInput>;

export const decideInput = z.object({
  number: dossierReference.shape.number,
  sequence: dossierReference.shape.sequence,
  ordinal: z.number().int().positive(),
  outcome: z.enum(['accepted', 'rejected'], { error: 'Hãy chọn duyệt hay không duyệt.' }),
  note: z.string().trim().max(1000, 'Ý kiến dài nhất 1.000 ký tự.'),
});
export type DecideInput = z.infer<typeof decideInput>;

export const takeBackInput = decideInput.pick({ number: true, sequence: true, ordinal: true });
export type TakeBackInput = z.infer<typeof takeBackInput>;

/** A proposal as its row has it. */
export type Proposal = {
  readonly ordinal: number;
  readonly kind: ProposalKind;
  readonly position: number | null;
  readonly reasonCode: string;
  readonly reason: string;
  readonly legalBasis: string;
  readonly details: ProposalDetails;
  /** Null: the applicant. */
  readonly proposedBy: number | null;
  readonly proposedByName: string | null;
  readonly proposedAt: Date;
  readonly outcome: ProposalOutcome | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly note: string;
};

/** A proposal in the list of those to decide. */
export type ProposalRow = {
  readonly number: string;
  readonly ordinal: number;
  readonly kind: ProposalKind;
  readonly title: string;
  readonly applicantName: string;
  readonly dueAt: Date;
  readonly unitId: number;
  readonly reason: string;
  readonly proposedByName: string | null;
  readonly proposedAt: Date;
  readonly outcome: ProposalOutcome | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
};

export type ApprovalView = 'to-decide' | 'mine' | 'decided';

export const APPROVAL_VIEW_LABELS = {
  'to-decide': 'Chờ tôi duyệt',
  mine: 'Tôi đề nghị',
  decided: 'Đã quyết định',
} as const satisfies Labels<ApprovalView>;

export const PAGE_SIZE = 50;

export const approvalQuery = z.object({
  view: z.enum(codesOf(APPROVAL_VIEW_LABELS)).catch('to-decide'),
  kind: z.enum(['', ...PROPOSAL_KINDS]).catch(''),
  q: z.string().trim().max(60).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ApprovalQuery = z.infer<typeof approvalQuery>;

export const approvalList = listAt('/approvals', approvalQuery.parse({}));

/** Addresses of proposals. */
export const proposalPaths = {
  propose: (number: string, kind: ProposalKind, position: number | null): string =>
    `${dossierPath(number, `propose/${kind}`)}${position === null ? '' : `?position=${position}`}`,
  one: (number: string, ordinal: number, part = ''): string =>
    dossierPath(number, `proposals/${ordinal}${part && `/${part}`}`),
} as const;
