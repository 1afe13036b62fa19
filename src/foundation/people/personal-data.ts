import { personalTable } from '#foundation/personal-data/schema.ts';

const ofOfficers = { of: 'officer', basis: 'officials', retention: 'employment' } as const;
const basic = { level: 'basic', purpose: 'account' } as const;

export const OFFICER_FIELDS = personalTable('officers', ofOfficers, {
  full_name: { ...basic, label: 'Họ và tên', mask: 'open' },
  folded_name: { ...basic, label: 'Họ và tên không dấu, để tìm', purpose: 'find', mask: 'open' },
  phone: { ...basic, label: 'Điện thoại', purpose: 'contact', mask: 'phone' },
  email: { ...basic, label: 'Thư điện tử', purpose: 'contact', mask: 'hidden' },
  note: { ...basic, label: 'Ghi chú về cán bộ', mask: 'hidden' },
});

export const HOLDING_FIELDS = personalTable('post_holdings', ofOfficers, {
  decision: { ...basic, label: 'Số quyết định giao vị trí', mask: 'open' },
});

export const SUBSTITUTION_FIELDS = personalTable('substitutions', ofOfficers, {
  reason: {
    level: 'sensitive',
    purpose: 'answer',
    label: 'Lý do vắng mặt của người được làm thay',
    mask: 'open',
  },
});
