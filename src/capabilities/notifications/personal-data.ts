import { personalTable } from '#foundation/personal-data/schema.ts';

const contact = { level: 'basic', purpose: 'contact' } as const;

export const NOTICE_FIELDS = personalTable(
  'notices',
  { of: 'applicant', basis: 'one-stop', retention: 'dossier' },
  {
    address: { ...contact, label: 'Địa chỉ thư, số điện thoại đã gửi thông báo', mask: 'contact' },
    subject: { ...contact, label: 'Tiêu đề thông báo', mask: 'open' },
    body: { ...contact, level: 'sensitive', label: 'Nội dung thông báo', mask: 'open' },
    failure: { ...contact, label: 'Vì sao thông báo không gửi được', mask: 'open' },
  },
);
