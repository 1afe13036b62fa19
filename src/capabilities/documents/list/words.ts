import type { Doubt } from '../schema.ts';
import { DOUBT_LABELS, FIELD_LABELS } from '../words.ts';

/** `Ngày ban hành – còn nghi ngờ: …`. */
export function doubtWords({ field, kind, note }: Doubt): string {
  const head = `${FIELD_LABELS[field]} – ${DOUBT_LABELS[kind].toLocaleLowerCase('vi')}`;
  return note === '' ? head : `${head}: ${note}`;
}
