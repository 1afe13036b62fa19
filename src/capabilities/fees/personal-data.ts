import { personalTable } from '#foundation/personal-data/schema.ts';

const ofPayers = { of: 'applicant', basis: 'one-stop', retention: 'dossier' } as const;
const name = { level: 'basic', purpose: 'identify', mask: 'open' } as const;
const words = { level: 'sensitive', purpose: 'handle', mask: 'open' } as const;

export const PAYMENT_FIELDS = personalTable('payments', ofPayers, {
  note: { ...words, label: 'Ghi chú của khoản phải nộp' },
});

export const PAYMENT_LINE_FIELDS = personalTable('payment_lines', ofPayers, {
  exemption: { ...words, label: 'Lý do miễn, giảm phí, lệ phí' },
});

export const COLLECTION_FIELDS = personalTable('payment_collections', ofPayers, {
  payer: { ...name, label: 'Người nộp tiền ghi trên biên lai' },
  void_note: { ...words, label: 'Lý do hủy biên lai' },
});

export const REFUND_FIELDS = personalTable('payment_refunds', ofPayers, {
  note: { ...words, label: 'Lý do hoàn trả phí, lệ phí' },
  decision_note: { ...words, label: 'Ý kiến của người duyệt hoàn trả' },
  recipient: { ...name, label: 'Người nhận tiền hoàn trả' },
});

export const TILL_FIELDS = personalTable(
  'tills',
  { of: 'officer', basis: 'accountability', retention: 'history' },
  {
    explanation: { ...words, purpose: 'answer', label: 'Giải thích chênh lệch két' },
    decision_note: { ...words, purpose: 'answer', label: 'Ý kiến của người xác nhận két' },
  },
);
