/** What became of each element of an imported file. */
import type { ModdleElement } from 'bpmn-moddle';
import type { Labels } from '#kernel/labels.ts';
import { idOf, nameOf, typeOf } from './element.ts';

/**
 * `adapted`: taken over as something that the file does not quite say. `dropped`: has no part in how a process runs.
 * `refused`: would have a part, and cannot be carried out here.
 */
export type Outcome = 'kept' | 'adapted' | 'dropped' | 'refused';

export const OUTCOME_LABELS = {
  kept: 'Giữ nguyên',
  adapted: 'Chuyển đổi',
  dropped: 'Bỏ qua',
  refused: 'Không nhận',
} as const satisfies Labels<Outcome>;

export type ReportLine = {
  readonly outcome: Outcome;
  readonly id: string;
  /** In the words of BPMN, such as `userTask`. */
  readonly type: string;
  readonly name: string;
  /** Why, in Vietnamese; empty when there is nothing to say. */
  readonly reason: string;
};

export function lineOf(element: ModdleElement, outcome: Outcome, reason = ''): ReportLine {
  return { outcome, id: idOf(element), type: typeOf(element), name: nameOf(element), reason };
}
