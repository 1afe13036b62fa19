/** Form 03 as its template shows it. */
import type { FormSet } from '#capabilities/slips/form-sets.ts';
import type { RefusalSlipForm } from '#capabilities/slips/schema.ts';
import { applicantView, frameView } from './frame.ts';

export function refusalSlipView(form: RefusalSlipForm, formSet: FormSet) {
  const { letterhead, oneStop, number, issuedAt } = form;
  return {
    ...frameView({
      formSet,
      kind: 'refusal-slip',
      letterhead,
      oneStop,
      issuer: 'counter',
      number,
      issuedAt,
      reference: '',
    }),
    applicant: applicantView(form.applicant),
    officerName: form.officerName,
    procedureName: form.procedureName,
    reasons: form.reasons,
    legalBasis: form.legalBasis,
    guidance: form.guidance,
  };
}
