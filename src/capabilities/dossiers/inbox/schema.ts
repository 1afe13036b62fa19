import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import { TIMELINESS_LABELS, type Timeliness } from '#capabilities/slips/words.ts';
import { type DossierPhase, type PauseReason, PHASE_LABELS } from '../schema.ts';
import type { Role } from '#foundation/access/roles.ts';
import { listAt } from '#web/http/list-state.ts';

export type InboxTab = 'mine' | 'unit' | 'soon' | 'late' | 'sent-back' | 'handed';

export const INBOX_TAB_LABELS = {
  mine: 'Của tôi',
  unit: 'Của đơn vị',
  soon: 'Sắp đến hạn',
  late: 'Trễ hẹn',
  'sent-back': 'Bị trả lại',
  handed: 'Chờ nhận bàn giao',
} as const satisfies Labels<InboxTab>;

export type InboxCounts = {
  readonly mine: number;
  readonly unit: number;
  readonly soon: number;
  readonly late: number;
  readonly sentBack: number;
  readonly handed: number;
  readonly toReturn: number;
  /** Dossiers received by the unit and not yet done. */
  readonly open: number;
};

/** A dossier waiting at a step of the actor's unit. */
export type InboxRow = {
  readonly id: number;
  readonly number: string;
  readonly sequence: number;
  readonly title: string;
  readonly domain: string;
  readonly applicantName: string;
  readonly phase: DossierPhase;
  readonly timeliness: Timeliness | null;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly stepName: string;
  readonly stepPosition: number;
  readonly stepRole: Role;
  readonly stepDueAt: Date | null;
  readonly unitId: number;
  readonly custody: 'held' | 'handed';
  readonly sentBack: boolean;
  readonly officerId: number | null;
  readonly officerName: string | null;
  readonly pausedFor: PauseReason | null;
};

const page = z.coerce.number().int().min(1).max(100_000).catch(1);
const text = z.string().trim().max(200).catch('');

/** What the address of the inbox says; anything wrong falls back to the default. */
export const inboxQuery = z.object({
  tab: z.enum(codesOf(INBOX_TAB_LABELS)).catch('mine'),
  domain: text,
  q: text,
  sort: z.enum(['due', 'step-due', 'received']).catch('due'),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  page,
});
export type InboxQuery = z.infer<typeof inboxQuery>;

export const inboxList = listAt('/inbox', inboxQuery.parse({}));

/** What the address of the list of dossiers says. */
export const dossierListQuery = z.object({
  q: text,
  state: z.enum(['', 'open', 'paused', ...codesOf(PHASE_LABELS)]).catch(''),
  timeliness: z.enum(['', 'running-late', ...codesOf(TIMELINESS_LABELS)]).catch(''),
  domain: text,
  tag: text,
  unit: z.coerce.number().int().positive().nullable().catch(null),
  from: z.iso.date().or(z.literal('')).catch(''),
  to: z.iso.date().or(z.literal('')).catch(''),
  sort: z.enum(['received', 'due', 'number']).catch('received'),
  dir: z.enum(['asc', 'desc']).catch('desc'),
  page,
});
export type DossierListQuery = z.infer<typeof dossierListQuery>;

export const dossiersList = listAt('/dossiers', dossierListQuery.parse({}));

/** A dossier in a list. */
export type DossierRow = {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly domain: string;
  readonly applicantName: string;
  readonly phase: DossierPhase;
  readonly timeliness: Timeliness | null;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly finishedAt: Date | null;
  readonly returnedAt: Date | null;
  readonly receivingUnitId: number;
  readonly pausedFor: PauseReason | null;
  /** Every step it waits at. */
  /** Opened out of another, and counted with that one. */
  readonly linked: boolean;
  readonly stepName: string | null;
  readonly stepUnitId: number | null;
};

export const PAGE_SIZE = 50;
