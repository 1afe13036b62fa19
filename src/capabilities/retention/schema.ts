import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { listAt } from '#web/http/list-state.ts';
import type { EndingKind } from '#capabilities/dossiers/disposal/schema.ts';

export const KIND_LABELS = {
  dossier: 'Hồ sơ thủ tục hành chính',
  slip: 'Phiếu hướng dẫn, từ chối',
} as const satisfies Labels<EndingKind>;

export type DisposalState = 'proposed' | 'approved' | 'declined' | 'withdrawn' | 'done';

export const STATE_LABELS = {
  proposed: 'Chờ quyết định',
  approved: 'Đã quyết định, chờ ngày tiêu hủy',
  declined: 'Không đồng ý',
  withdrawn: 'Đã rút',
  done: 'Đã tiêu hủy',
} as const satisfies Labels<DisposalState>;

export type Certainty = 'sure' | 'likely';

export const CERTAINTY_LABELS = {
  sure: 'Đã đối chiếu văn bản',
  likely: 'Chưa đối chiếu, không dùng để tiêu hủy',
} as const satisfies Labels<Certainty>;

/** How long records of a kind are kept, of one procedure, of one domain, or of all the others. */
export type RetentionRule = {
  readonly id: number;
  readonly kind: EndingKind;
  readonly procedureId: number | null;
  readonly domain: string | null;
  /** Null: for ever. */
  readonly years: number | null;
  readonly legalBasis: string;
  readonly certainty: Certainty;
  readonly note: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly sequence: number;
};

/** A proposal to dispose of records, and what became of it. */
export type Disposal = {
  readonly id: number;
  readonly number: string;
  readonly unitId: number;
  readonly state: DisposalState;
  readonly reason: string;
  readonly proposedBy: number;
  readonly proposerName: string;
  readonly proposedAt: Date;
  readonly council: string;
  readonly decisionNumber: string;
  readonly decidedOn: LocalDate | null;
  readonly deciderName: string | null;
  readonly decidedAt: Date | null;
  readonly executeOn: LocalDate | null;
  readonly doneAt: Date | null;
  readonly sequence: number;
  readonly total: number;
  readonly disposed: number;
  readonly held: number;
};

export type DisposalItem = {
  readonly id: number;
  readonly kind: EndingKind;
  readonly recordId: number;
  readonly label: string;
  readonly title: string;
  readonly endedOn: LocalDate;
  readonly keptUntil: LocalDate;
  readonly legalBasis: string;
  readonly outcome: 'disposed' | 'held' | null;
  readonly hashes: readonly string[];
  readonly erasedAt: Date | null;
};

/** A record that may not be disposed of for now. */
export type Hold = {
  readonly id: number;
  readonly kind: EndingKind;
  readonly number: string;
  readonly title: string;
  readonly unitId: number;
  readonly reason: string;
  readonly document: string;
  readonly placerName: string;
  readonly placedAt: Date;
};

const sentence = (what: string, most: number) =>
  z.string().trim().min(5, `Hãy ghi ${what}.`).max(most, `Dài nhất ${most} ký tự.`);
const date = z.iso.date({ error: 'Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 28/4/2020.' });
const reference = { id: z.coerce.number().int().positive(), sequence: z.coerce.number().int().nonnegative() };
const kind = z.enum(codesOf(KIND_LABELS), { error: 'Hãy chọn loại.' });

export const proposeInput = z.object({
  unitId: z.coerce.number({ error: 'Hãy chọn đơn vị.' }).int().positive(),
  kind,
  /** Everything whose time is over, or those that were ticked. */
  all: z.boolean(),
  ids: z.array(z.coerce.number().int().positive()).max(1000),
  reason: sentence('lý do đề nghị', 500),
});
export type ProposeInput = z.infer<typeof proposeInput>;

export const decideInput = z.object({
  ...reference,
  outcome: z.enum(['approved', 'declined'], { error: 'Hãy chọn đồng ý hay không.' }),
  council: z.string().trim().max(300, 'Dài nhất 300 ký tự.'),
  decisionNumber: z.string().trim().max(60, 'Dài nhất 60 ký tự.'),
  decidedOn: date.or(z.literal('')),
  executeOn: date.or(z.literal('')),
});
export type DecideInput = z.infer<typeof decideInput>;

export const withdrawInput = z.object({ ...reference, reason: sentence('lý do rút', 500) });
export type WithdrawInput = z.infer<typeof withdrawInput>;

export const holdInput = z.object({
  kind,
  number: z.string().trim().min(1, 'Hãy ghi số hồ sơ hoặc số phiếu.').max(80),
  reason: sentence('lý do tạm giữ', 500),
  document: z.string().trim().max(200, 'Dài nhất 200 ký tự.'),
});
export type HoldInput = z.infer<typeof holdInput>;

export const liftInput = z.object({ id: reference.id, reason: sentence('lý do thôi tạm giữ', 500) });
export type LiftInput = z.infer<typeof liftInput>;

export const ruleInput = z.object({
  id: z.coerce.number().int().positive().nullable(),
  sequence: reference.sequence,
  kind,
  procedureId: z.coerce.number().int().positive().nullable(),
  domain: z.string().trim().max(200).nullable(),
  years: z.coerce
    .number({ error: 'Hãy ghi số năm, hoặc đánh dấu giữ vĩnh viễn.' })
    .int('Số năm là số nguyên.')
    .min(1, 'Ít nhất 1 năm.')
    .max(100, 'Nhiều nhất 100 năm.')
    .nullable(),
  legalBasis: sentence('căn cứ pháp lý', 500),
  certainty: z.enum(codesOf(CERTAINTY_LABELS), { error: 'Hãy chọn đã đối chiếu hay chưa.' }),
  note: z.string().trim().max(500, 'Dài nhất 500 ký tự.'),
  validFrom: date,
  validTo: date.nullable(),
});
export type RuleInput = z.infer<typeof ruleInput>;

/** What the address of the list of ended records says; anything wrong falls back to the default. */
export const retentionQuery = z.object({
  unit: z.coerce.number().int().positive().nullable().catch(null),
  kind: z.enum(codesOf(KIND_LABELS)).catch('dossier'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type RetentionQuery = z.infer<typeof retentionQuery>;

export const retentionList = listAt('/retention', retentionQuery.parse({}));

export const PAGE_SIZE = 100;
/** As many records as one disposal takes; the rest goes into the next. */
export const MOST_ITEMS = 5000;

export const retentionPaths = {
  list: '/retention',
  propose: '/retention/propose',
  disposals: '/retention/disposals',
  disposal: (id: number | string): string => `/retention/disposals/${id}`,
  decide: (id: number | string): string => `/retention/disposals/${id}/decision`,
  withdraw: (id: number | string): string => `/retention/disposals/${id}/withdrawal`,
  certificate: (id: number | string): string => `/retention/disposals/${id}/certificate.pdf`,
  holds: '/retention/holds',
  newHold: '/retention/holds/new',
  liftHold: (id: number | string): string => `/retention/holds/${id}/lift`,
  rules: '/retention/rules',
  newRule: '/retention/rules/new',
  editRule: (id: number | string): string => `/retention/rules/${id}/edit`,
} as const;
