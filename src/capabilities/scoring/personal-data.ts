import { personalTable } from '#foundation/personal-data/schema.ts';

/** What a reviewer wrote about how a dossier was handled; whoever writes it is asked to name nobody. */
export const MARK_FIELDS = personalTable(
  'dossier_marks',
  { of: 'officer', basis: 'accountability', retention: 'dossier' },
  { reason: { level: 'basic', purpose: 'answer', label: 'Lý do chấm điểm', mask: 'open' } },
);
