import { personalTable } from '#foundation/personal-data/schema.ts';

/** Whoever keeps the signed states of the log for us, outside. */
export const RECIPIENT_FIELDS = personalTable(
  'log_recipients',
  { of: 'officer', basis: 'accountability', retention: 'account' },
  {
    address: {
      level: 'basic',
      purpose: 'answer',
      label: 'Thư điện tử nhận trạng thái nhật ký',
      mask: 'hidden',
    },
  },
);
