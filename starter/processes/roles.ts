/** Who does what in the starter processes: places by their fields of work, never units. */
import type { UnitFunction } from '#foundation/organisation/schema.ts';
import type { UnitRole } from '#kernel/process/schema.ts';

const at = (scope: string, field: string | null, role: string): UnitRole => ({
  scope,
  function: field,
  role,
});

/** The one-stop that received the dossier. */
export const COUNTER = at('reception', null, 'one-stop');
export const DISTRICT_COUNTER = at('district', 'one-stop', 'one-stop');

export const COMMUNE_OFFICER = at('commune', null, 'specialist');
export const COMMUNE_CHAIRMAN = at('commune', null, 'chairman');
export const COMMUNE_CLERK = at('commune', null, 'records-clerk');

export const DISTRICT_CHAIRMAN = at('district', 'people-committee', 'chairman');
export const DISTRICT_CLERK = at('district', 'office', 'records-clerk');

export const officerOf = (field: UnitFunction): UnitRole => at('district', field, 'specialist');
export const headOf = (field: UnitFunction): UnitRole => at('district', field, 'unit-leader');
export const clerkOf = (field: UnitFunction): UnitRole => at('district', field, 'records-clerk');

/** Agencies that take part without using this system. */
export const TAX_OFFICE = at('external', 'tax', 'specialist');
export const POLICE = at('external', 'police', 'specialist');
export const SOCIAL_INSURANCE = at('external', 'social-insurance', 'specialist');
export const OTHER_AGENCY = at('external', 'other', 'specialist');
