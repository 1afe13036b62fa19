import { z } from 'zod';
import type { Labels } from '#kernel/labels.ts';
import { type DayInput } from '../days/schema.ts';

export type ChangeKind = 'declare' | 'withdraw';
export type ChangeState = 'open' | 'confirmed' | 'declined';

export const CHANGE_STATE_LABELS = {
  open: 'Chờ xác nhận',
  confirmed: 'Đã xác nhận',
  declined: 'Không xác nhận',
} as const satisfies Labels<ChangeState>;

/** A day proposed by one person, which counts when another one has confirmed it. */
export type CalendarChange = {
  readonly id: number;
  readonly kind: ChangeKind;
  /** Whose day it is; null for everybody. */
  readonly unitId: number | null;
  /** Of a withdrawal: the day that goes. */
  readonly dayId: number | null;
  /** Of a declaration: what was asked for. */
  readonly input: DayInput | null;
  readonly reason: string;
  readonly proposedBy: number | null;
  readonly proposedAt: Date;
  /** Up to which dossier it was looked what would move, and when that was done. */
  readonly countedTo: number;
  readonly countedAt: Date | null;
  readonly state: ChangeState;
  readonly decidedBy: number | null;
  readonly decidedAt: Date | null;
  readonly note: string;
  /** The days it declared or withdrew. */
  readonly dayIds: readonly number[];
  /** Up to which dossier the dates have been moved, and when that was done. */
  readonly movedTo: number;
  readonly settledAt: Date | null;
};

export const decisionSchema = z
  .object({
    answer: z.enum(['confirm', 'decline'], { error: 'Hãy chọn xác nhận hay không xác nhận.' }),
    note: z.string().trim().normalize().max(500, 'Nhiều nhất 500 ký tự.'),
  })
  .refine(({ answer, note }) => answer === 'confirm' || note.length >= 5, {
    path: ['note'],
    error: 'Hãy ghi lý do không xác nhận để người đề nghị biết.',
  });
export type DecisionInput = z.infer<typeof decisionSchema>;

/** The job that looks which dates of dossiers would move, or moves them: whoever knows dossiers carries it out. */
export const CALENDAR_CHANGE_TASK = 'calendar-change';

export const changePaths = {
  list: '/calendar/changes',
  one: (id: number | string) => `/calendar/changes/${id}`,
  decision: (id: number | string) => `/calendar/changes/${id}/decision`,
} as const;
