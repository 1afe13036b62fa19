import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { masked } from '#foundation/personal-data/mask.ts';
import { APPLICANT_FIELDS } from '../../personal-data.ts';
import { intakePaths } from '../schema.ts';
import type { ApplicantMatch } from './schema.ts';
import { findApplicants } from './service.ts';

export const applicantRoutes = new Hono<AppEnv>();

/** For the box of the counter: people by number in full, by name with masked numbers. */
applicantRoutes.get(intakePaths.applicantsJson, async (c) => {
  const typed = c.req.query('q') ?? '';
  const matches = await findApplicants(c.get('ctx'), typed);
  return c.json(
    matches.map((match) => ({
      // The number goes along, so that the form may be filled in full.
      value: match.exact ? `${match.id} ${typed.trim()}` : String(match.id),
      text: match.fullName,
      hint: matchHint(match),
    })),
  );
});

/** What tells people of one name apart: numbers, masked unless they were typed, and the address. */
export function matchHint({ exact, idNumber, phone, address }: ApplicantMatch): string {
  const numbers = exact
    ? [idNumber, phone]
    : [masked(APPLICANT_FIELDS.sealed_id_number, idNumber ?? ''), masked(APPLICANT_FIELDS.phone, phone)];
  return [...numbers, address].filter(Boolean).join(' · ');
}
