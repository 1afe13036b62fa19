/** What several units do about one dossier together: papers between them, opinions, linked dossiers, notes. */
import type { Labels } from '#kernel/labels.ts';
import type {
  ClosedHow,
  ConsultationEnd,
  DiscrepancyAnswer,
  DiscrepancyKind,
  HandedPaper,
} from '../schema.ts';

export type UnitDeed =
  | {
      /** Which papers go with the handover under way, by their positions. */
      readonly kind: 'handover-listed';
      readonly payload: { readonly papers: readonly HandedPaper[] };
    }
  | {
      /** The receiver does not take the papers: they stay with the sender, and the step goes back with them. */
      readonly kind: 'handover-refused';
      readonly payload: { readonly position: number; readonly reason: string };
    }
  | {
      readonly kind: 'discrepancy-found';
      readonly payload: {
        readonly discrepancyId: number;
        readonly kind: DiscrepancyKind;
        readonly fromUnitId: number;
        readonly toUnitId: number;
      };
    }
  | {
      readonly kind: 'discrepancy-answered';
      readonly payload: { readonly discrepancyId: number; readonly answer: DiscrepancyAnswer };
    }
  | { readonly kind: 'discrepancy-settled'; readonly payload: { readonly discrepancyId: number } }
  | {
      /** A question to another unit; its words stay in the row. */
      readonly kind: 'consultation-asked';
      readonly payload: {
        readonly consultationId: number;
        readonly position: number;
        readonly fromUnitId: number;
        readonly toUnitId: number;
        readonly dueAt: string;
        readonly required: boolean;
      };
    }
  | {
      readonly kind: 'consultation-ended';
      readonly payload: {
        readonly consultationId: number;
        readonly toUnitId: number;
        readonly how: ConsultationEnd;
        readonly fileId: number | null;
      };
    }
  | {
      /** Another dossier was opened out of this one; its units see this one too. */
      readonly kind: 'linked-opened';
      readonly payload: {
        readonly childId: number;
        readonly number: string;
        readonly node: string;
        readonly token: number | null;
        readonly unitIds: readonly number[];
      };
    }
  | {
      readonly kind: 'linked-ended';
      readonly payload: {
        readonly childId: number;
        readonly number: string;
        readonly how: ClosedHow | 'finished';
      };
    }
  | {
      /** Notes among officials; their words stay in the row. */
      readonly kind: 'note-added';
      readonly payload: { readonly noteId: number; readonly unitId: number };
    }
  | { readonly kind: 'note-removed'; readonly payload: { readonly noteId: number } }
  | { readonly kind: 'tagged' | 'untagged'; readonly payload: { readonly tag: string } };

export const UNIT_DEED_LABELS = {
  'handover-listed': 'kê giấy tờ bàn giao',
  'handover-refused': 'từ chối nhận bàn giao',
  'discrepancy-found': 'ghi sai lệch khi nhận bàn giao',
  'discrepancy-answered': 'trả lời sai lệch bàn giao',
  'discrepancy-settled': 'giải quyết xong sai lệch bàn giao',
  'consultation-asked': 'lấy ý kiến',
  'consultation-ended': 'kết thúc lấy ý kiến',
  'linked-opened': 'lập hồ sơ liên thông',
  'linked-ended': 'kết thúc hồ sơ liên thông',
  'note-added': 'thêm ghi chú',
  'note-removed': 'gỡ ghi chú',
  tagged: 'gắn nhãn',
  untagged: 'gỡ nhãn',
} as const satisfies Labels<UnitDeed['kind']>;

/** Whether a deed is one of these. */
export function isUnitDeed<Deed extends { readonly kind: string }>(
  deed: Deed,
): deed is Extract<Deed, { readonly kind: UnitDeed['kind'] }> {
  return deed.kind in UNIT_DEED_LABELS;
}
