import { personalTable } from '#foundation/personal-data/schema.ts';

/** Deeds name officials; free texts in them may speak of anybody and go when a dossier is disposed of. */
export const HISTORY_FIELDS = personalTable(
  'history_events',
  { of: 'officer', basis: 'accountability', retention: 'history' },
  {
    payload: { level: 'sensitive', purpose: 'answer', label: 'Nội dung của việc đã làm', mask: 'open' },
  },
);
