/** The rules that an installation begins with, as the migration writes them; from then on they are changed on their page. */
import type { NewClockRules } from './schema.ts';

/**
 * How often: Decree 61/2018/NĐ-CP, Art. 19. How long an applicant may take for a supplement no decree says for all
 * procedures; thirty days are the house's own rule until an authority sets another.
 */
const RULES = {
  supplementDays: 30,
  freeSupplements: 1,
  reminders: [5, 1],
  extensions: 1,
  reappointments: 1,
  apologyLead: 1,
  warnings: [
    { measure: 'percent', value: 80, to: 'officer' },
    { measure: 'days', value: 1, to: 'head' },
    { measure: 'hours', value: 4, to: 'chairman' },
    { measure: 'late', value: 0, to: 'head' },
  ],
} as const satisfies Omit<NewClockRules['rules'], 'onceBasis'>;

/** In the order of their numbers. */
export const FIRST_CLOCK_RULES: readonly NewClockRules[] = [
  {
    legalBasis: 'Nghị định số 61/2018/NĐ-CP',
    validFrom: '2018-06-21',
    rules: {
      ...RULES,
      reminders: [5, 1],
      warnings: [...RULES.warnings],
      onceBasis: 'Điều 19 Nghị định số 61/2018/NĐ-CP',
    },
  },
  {
    legalBasis: 'Nghị định số 118/2025/NĐ-CP',
    validFrom: '2025-07-01',
    rules: {
      ...RULES,
      reminders: [5, 1],
      warnings: [...RULES.warnings],
      onceBasis: 'Nghị định số 118/2025/NĐ-CP',
    },
  },
];
