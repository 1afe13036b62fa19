import { personalTable } from '#foundation/personal-data/schema.ts';

const ofDossiers = { of: 'applicant', basis: 'one-stop', retention: 'dossier' } as const;
const name = { level: 'basic', purpose: 'identify', mask: 'open' } as const;
const idNumber = { level: 'sensitive', purpose: 'identify', mask: 'id-number' } as const;
const phone = { level: 'basic', purpose: 'contact', label: 'Điện thoại', mask: 'phone' } as const;
const email = { level: 'basic', purpose: 'contact', label: 'Thư điện tử', mask: 'hidden' } as const;
const address = { level: 'basic', purpose: 'contact', label: 'Địa chỉ', mask: 'open' } as const;
const words = { level: 'sensitive', purpose: 'handle', mask: 'open' } as const;

export const APPLICANT_FIELDS = personalTable(
  'applicants',
  { ...ofDossiers, retention: 'last-dossier' },
  {
    full_name: { ...name, label: 'Họ và tên, tên tổ chức' },
    folded_name: { ...name, purpose: 'find', label: 'Họ và tên không dấu, để tìm' },
    sealed_id_number: { ...idNumber, label: 'Số định danh, hộ chiếu, mã số thuế' },
    id_number_index: {
      ...idNumber,
      purpose: 'find',
      label: 'Dấu của số định danh, chỉ để tìm; không đọc ngược lại được số',
    },
    phone,
    email,
    address,
  },
);

export const PARTY_FIELDS = personalTable('dossier_parties', ofDossiers, {
  full_name: { ...name, label: 'Họ và tên, tên tổ chức' },
  sealed_id_number: { ...idNumber, label: 'Số định danh, hộ chiếu, mã số thuế' },
  phone,
  email,
  address,
  representative: { ...name, label: 'Người đại diện của tổ chức' },
  authority: { ...words, label: 'Căn cứ ủy quyền' },
});

/** On the public page of a dossier the name is masked, by this field: whoever has the receipt knows whose it is. */
export const DOSSIER_FIELDS = personalTable('dossiers', ofDossiers, {
  applicant_name: { ...name, label: 'Tên người nộp trên hồ sơ', mask: 'name' },
  check_code: { ...name, purpose: 'find', label: 'Mã tra cứu trên giấy hẹn', mask: 'hidden' },
  summary: { ...words, label: 'Nội dung yêu cầu' },
  note: { ...words, label: 'Ghi chú khi tiếp nhận' },
  search_text: { ...words, purpose: 'find', label: 'Chữ để tìm hồ sơ', mask: 'hidden' },
});

export const ANSWER_FIELDS = personalTable('dossier_answers', ofDossiers, {
  answers: { ...words, label: 'Thông tin tờ khai mà quy trình cần' },
});

export const WORK_FIELDS = personalTable('dossier_work', ofDossiers, {
  applicant_name: { ...name, label: 'Tên người nộp trong hộp việc' },
});

export const PAPER_FIELDS = personalTable('dossier_papers', ofDossiers, {
  name: { ...words, label: 'Tên giấy tờ đã nộp' },
  note: { ...words, label: 'Ghi chú về giấy tờ' },
});

export const FEE_FIELDS = personalTable('dossier_fees', ofDossiers, {
  exemption: { ...words, label: 'Lý do miễn, giảm phí' },
});

export const HANDOVER_FIELDS = personalTable('dossier_handovers', ofDossiers, {
  note: { ...words, label: 'Ghi chú bàn giao' },
});

export const DISCREPANCY_FIELDS = personalTable('handover_discrepancies', ofDossiers, {
  paper: { ...words, label: 'Giấy tờ thiếu, hỏng khi bàn giao' },
  note: { ...words, label: 'Ghi chú sai lệch bàn giao' },
  answer_note: { ...words, label: 'Trả lời về sai lệch bàn giao' },
  settlement: { ...words, label: 'Cách giải quyết sai lệch bàn giao' },
});

export const CONSULTATION_FIELDS = personalTable('consultations', ofDossiers, {
  question: { ...words, label: 'Nội dung lấy ý kiến đơn vị khác' },
  answer: { ...words, label: 'Ý kiến của đơn vị khác' },
});

export const NOTE_FIELDS = personalTable('dossier_notes', ofDossiers, {
  text: { ...words, label: 'Ghi chú nội bộ của cán bộ' },
});

export const FILE_FIELDS = personalTable('dossier_files', ofDossiers, {
  name: { ...words, label: 'Tên tệp' },
  hash: { ...words, label: 'Giấy tờ đã chụp hoặc tải lên (nội dung tệp)' },
});

export const RESULT_FIELDS = personalTable('dossier_results', ofDossiers, {
  title: { ...words, label: 'Tên kết quả' },
  document_number: { ...words, label: 'Số, ký hiệu kết quả' },
  reason: { ...words, label: 'Lý do từ chối giải quyết' },
});

export const RETURN_FIELDS = personalTable('dossier_returns', ofDossiers, {
  recipient: { ...name, purpose: 'return', label: 'Người nhận kết quả' },
  relation: { ...name, purpose: 'return', label: 'Quan hệ với người nộp' },
  sealed_id_number: { ...idNumber, purpose: 'return', label: 'Số giấy tờ của người nhận' },
  note: { ...words, purpose: 'return', label: 'Ghi chú khi trả kết quả' },
});

export const SLIP_FIELDS = personalTable(
  'slips',
  { ...ofDossiers, retention: 'slip' },
  {
    content: { ...words, label: 'Phiếu hướng dẫn, từ chối: tên, điện thoại, lý do' },
    sealed_id_number: { ...idNumber, label: 'Số giấy tờ của người được hướng dẫn, từ chối' },
  },
);

/** Of groups of dossiers; the lines themselves are in a file that is encrypted, and gone as soon. */
export const BATCH_FIELDS = personalTable(
  'intake_batches',
  { ...ofDossiers, retention: 'thirty-days' },
  { common: { ...words, label: 'Ghi chú, giấy tờ chung của nhóm hồ sơ' } },
);

export const BATCH_LINE_FIELDS = personalTable(
  'intake_batch_rows',
  { ...ofDossiers, retention: 'thirty-days' },
  { problem: { ...words, label: 'Vì sao một dòng của nhóm hồ sơ chưa tiếp nhận' } },
);

export const READ_FIELDS = personalTable(
  'personal_reads',
  { of: 'officer', basis: 'accountability', retention: 'history' },
  { detail: { level: 'sensitive', purpose: 'answer', label: 'Lý do cán bộ xem đầy đủ', mask: 'open' } },
);

export const PROPOSAL_FIELDS = personalTable('dossier_proposals', ofDossiers, {
  details: { ...words, label: 'Nội dung đề nghị: giấy tờ cần bổ sung, dữ liệu đính chính' },
  reason: { ...words, label: 'Lý do đề nghị' },
  note: { ...words, label: 'Ý kiến khi quyết định đề nghị' },
});

export const SUPPLEMENT_FIELDS = personalTable('dossier_supplements', ofDossiers, {
  lines: { ...words, label: 'Giấy tờ, nội dung được yêu cầu bổ sung' },
});

export const LETTER_FIELDS = personalTable('dossier_letters', ofDossiers, {
  content: { ...words, label: 'Nội dung văn bản gửi người nộp' },
});

export const LOOKUP_FIELDS = personalTable(
  'lookup_attempts',
  { of: 'visitor', basis: 'security', retention: 'day' },
  {
    address: {
      level: 'basic',
      purpose: 'protect',
      label: 'Địa chỉ mạng đã nhập sai mã tra cứu',
      mask: 'hidden',
    },
  },
);
