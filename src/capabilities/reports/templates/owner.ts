import { UNIT_FUNCTION_LABELS } from '#foundation/organisation/schema.ts';
import type { SectionOwner } from '../schema.ts';

/** Who writes a section, in words. */
export function ownerWords(owner: SectionOwner | null): string {
  if (owner === null) return 'Theo mục cấp trên';
  return 'function' in owner ? UNIT_FUNCTION_LABELS[owner.function] : `Đơn vị ${owner.unitCode}`;
}
