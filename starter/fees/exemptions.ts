import type { ExemptionInput } from '#capabilities/fees/exemptions/schema.ts';

type StarterExemption = Omit<ExemptionInput, 'id' | 'sequence' | 'validTo'>;

const CIVIL_STATUS = {
  legalBasis: 'Luật Hộ tịch số 60/2014/QH13, Điều 11 khoản 1 điểm a',
  percent: 100,
  certainty: 'sure',
  note: 'Lệ phí đăng ký hộ tịch.',
  validFrom: '2016-01-01',
} as const;

/** Whom the law names. What a province adds by resolution is written in by the office. */
export const STARTER_EXEMPTIONS: readonly StarterExemption[] = [
  { name: 'Người thuộc gia đình có công với cách mạng', ...CIVIL_STATUS },
  { name: 'Người thuộc hộ nghèo', ...CIVIL_STATUS },
  { name: 'Người khuyết tật', ...CIVIL_STATUS },
  {
    name: 'Đồng bào dân tộc thiểu số ở xã đặc biệt khó khăn',
    legalBasis: 'Luật Phí và lệ phí số 97/2015/QH13, Điều 10',
    percent: 100,
    certainty: 'likely',
    note: 'Khoản cụ thể do cơ quan có thẩm quyền quy định.',
    validFrom: '2017-01-01',
  },
  {
    name: 'Trẻ em, người cao tuổi',
    legalBasis: 'Luật Phí và lệ phí số 97/2015/QH13, Điều 10',
    percent: 100,
    certainty: 'likely',
    note: 'Khoản cụ thể do cơ quan có thẩm quyền quy định.',
    validFrom: '2017-01-01',
  },
];
