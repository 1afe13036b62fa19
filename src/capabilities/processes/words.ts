/** Processes in the words of pages: who does something, how long it takes, what may be waited for. */
import { ROLE_LABELS } from '#foundation/access/roles.ts';
import type { ProcessNode, UnitRole } from '#kernel/process/schema.ts';
import { formatNumber } from '#kernel/vietnamese/format.ts';
import { hoursWords, placeWords, stepPlaceOf } from '#capabilities/procedures/words.ts';

/** `Chuyên viên, Tư pháp (cấp huyện)`; an agency outside stands for itself. */
export function unitRoleWords(unitRole: UnitRole): string {
  const place = stepPlaceOf(unitRole);
  if (place === null) return `Không rõ nơi, vai trò (${unitRole.scope}, ${unitRole.role})`;
  const where = placeWords(place);
  return place.scope === 'external' ? where : `${ROLE_LABELS[place.role]}, ${where}`;
}

/** `16 giờ (2 ngày làm việc)`, `4 giờ làm việc`; null where nothing is set. */
export function minutesWords(minutes: number | null): string | null {
  if (minutes === null) return null;
  const hours = minutes / 60;
  const days = hoursWords(hours);
  return days.endsWith('ngày làm việc') ? `${formatNumber(hours)} giờ (${days})` : days;
}

/** The working time a node asks for itself; null for what takes none. */
export function timeOf(node: ProcessNode): number | null {
  if (node.kind === 'timer-event' || node.kind === 'boundary-timer') return node.minutes;
  return 'quotaMinutes' in node ? node.quotaMinutes : null;
}
