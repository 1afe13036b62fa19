import { personalTable } from '#foundation/personal-data/schema.ts';

const ofDossiers = { of: 'applicant', basis: 'one-stop', retention: 'dossier' } as const;
const open = { level: 'basic', purpose: 'return', mask: 'open' } as const;
const phone = { level: 'basic', purpose: 'return', mask: 'phone' } as const;

export const POSTAL_FIELDS = personalTable('postal_orders', ofDossiers, {
  sender_name: { ...open, label: 'Người gửi bưu gửi' },
  sender_phone: { ...phone, label: 'Điện thoại người gửi bưu gửi' },
  sender_address: { ...open, label: 'Địa chỉ gửi' },
  sender_district: { ...open, label: 'Huyện gửi' },
  sender_province: { ...open, label: 'Tỉnh gửi' },
  receiver_name: { ...open, label: 'Người nhận bưu gửi' },
  receiver_phone: { ...phone, label: 'Điện thoại người nhận bưu gửi' },
  receiver_address: { ...open, label: 'Địa chỉ nhận' },
  receiver_district: { ...open, label: 'Huyện nhận' },
  receiver_province: { ...open, label: 'Tỉnh nhận' },
  content: { ...open, level: 'sensitive', label: 'Những gì ở trong bưu gửi' },
  note: { ...open, level: 'sensitive', label: 'Ghi chú cho bưu tá' },
  failure: { ...open, level: 'sensitive', label: 'Vì sao không phát được' },
  problem: { ...open, label: 'Vì sao bưu chính không nhận đơn' },
});

export const POSTAL_EVENT_FIELDS = personalTable('postal_events', ofDossiers, {
  place: { ...open, label: 'Nơi bưu gửi đã đến' },
  note: { ...open, level: 'sensitive', label: 'Lời ghi của bưu tá' },
});
