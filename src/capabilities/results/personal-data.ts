import { personalTable } from '#foundation/personal-data/schema.ts';

const shared = { of: 'applicant', basis: 'one-stop', retention: 'dossier' } as const;
const words = { level: 'sensitive', purpose: 'handle', mask: 'open' } as const;

/** Everybody who has the code of a result sees its holder masked by this field. */
export const ISSUED_FIELDS = personalTable('results', shared, {
  title: { ...words, label: 'Tên kết quả trong sổ đăng ký kết quả' },
  document_number: { ...words, label: 'Số, ký hiệu kết quả' },
  holder: { level: 'basic', purpose: 'identify', mask: 'name', label: 'Người được cấp kết quả' },
  search_text: { ...words, purpose: 'find', mask: 'hidden', label: 'Chữ để tìm kết quả' },
  file_name: { ...words, label: 'Tên tệp kết quả' },
  hash: { ...words, label: 'Kết quả điện tử (nội dung tệp)' },
});

export const CHANGE_FIELDS = personalTable('result_changes', shared, {
  reason: { ...words, label: 'Lý do đính chính, thu hồi, hủy bỏ kết quả' },
  changes: { ...words, label: 'Nội dung đính chính' },
  answer: { ...words, label: 'Ý kiến khi quyết định' },
});
