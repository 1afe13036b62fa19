import { personalTable } from '#foundation/personal-data/schema.ts';

const keeping = { of: 'officer', basis: 'accountability', retention: 'history' } as const;

/** Why a record is held back; whoever writes it is asked to name nobody. */
export const HOLD_FIELDS = personalTable('retention_holds', keeping, {
  reason: { level: 'sensitive', purpose: 'answer', label: 'Lý do tạm giữ, không tiêu hủy', mask: 'open' },
  document: { level: 'basic', purpose: 'answer', label: 'Văn bản yêu cầu tạm giữ', mask: 'open' },
  lift_reason: { level: 'sensitive', purpose: 'answer', label: 'Lý do thôi tạm giữ', mask: 'open' },
});

export const DISPOSAL_FIELDS = personalTable('disposals', keeping, {
  reason: { level: 'basic', purpose: 'answer', label: 'Lý do đề nghị tiêu hủy', mask: 'open' },
  council: { level: 'basic', purpose: 'answer', label: 'Hội đồng xác định giá trị tài liệu', mask: 'open' },
});
