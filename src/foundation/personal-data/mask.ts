import type { Labels } from '#kernel/labels.ts';
import { maskContact, maskIdNumber, maskName, maskPhone } from '#kernel/vietnamese/mask.ts';

/** What others are shown of a field. `open`: needed by everybody who sees the record, so it is shown whole. */
export type MaskName = 'open' | 'name' | 'id-number' | 'phone' | 'contact' | 'hidden';

const MASKS = {
  open: (value: string): string => value,
  name: maskName,
  'id-number': maskIdNumber,
  phone: maskPhone,
  contact: maskContact,
  hidden: (): string => '',
} as const satisfies Record<MaskName, (value: string) => string>;

export const MASK_LABELS = {
  open: 'Hiện với người được xem bản ghi',
  name: 'Chữ đầu của họ, đệm và tên',
  'id-number': 'Vài số đầu, hai số cuối',
  phone: 'Bốn số đầu, ba số cuối',
  contact: 'Chữ đầu và tên miền của thư; bốn số đầu, ba số cuối của điện thoại',
  hidden: 'Không hiện',
} as const satisfies Labels<MaskName>;

/** A value as the register lets it be shown to those who need not know it whole. */
export function masked(field: { readonly mask: MaskName }, value: string): string {
  return MASKS[field.mask](value);
}
