import { personalTable } from '#foundation/personal-data/schema.ts';

const shared = { of: 'applicant', basis: 'consent', retention: 'vault' } as const;
const reused = { level: 'sensitive', purpose: 'reuse', mask: 'open' } as const;

export const VAULT_FIELDS = personalTable('vault_items', shared, {
  paper_class: { ...reused, label: 'Loại giấy tờ, để tìm lại' },
  name: { ...reused, label: 'Tên giấy tờ trong kho của người nộp' },
  document_number: { ...reused, label: 'Số, ký hiệu của giấy tờ' },
  issued_by: { ...reused, label: 'Nơi cấp' },
  file_name: { ...reused, label: 'Tên tệp' },
  hash: { ...reused, label: 'Bản số hóa giữ để dùng lại (nội dung tệp)' },
});
