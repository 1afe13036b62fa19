import { DIRECTION } from './direction.ts';
import { FINANCE } from './finance.ts';
import { INSTITUTIONS } from './institutions.ts';
import { MODERNISATION } from './modernisation.ts';
import { ORGANISATION } from './organisation.ts';
import { PROCEDURES } from './procedures.ts';
import type { StarterIndicator } from './shape.ts';
import { STAFF } from './staff.ts';

/** The observed indicators of the decade 2011–2020, in the order of the report that states them. */
export const STARTER_INDICATORS: readonly StarterIndicator[] = [
  ...DIRECTION,
  ...INSTITUTIONS,
  ...PROCEDURES,
  ...ORGANISATION,
  ...STAFF,
  ...FINANCE,
  ...MODERNISATION,
];

/** How many lines the text of the report has, as it was extracted. */
export const REPORT_LINES = 2004;
