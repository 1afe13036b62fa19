/** Form 04 as its template shows it. */
import type { FormSet } from '#capabilities/slips/form-sets.ts';
import type { ApologyForm } from '#capabilities/slips/schema.ts';
import { applicantView, frameView } from './frame.ts';
import { appointmentInWords, dayInWords } from './wording.ts';

export function apologyView(form: ApologyForm, formSet: FormSet) {
  const { letterhead, oneStop, number, issuedAt } = form;
  return {
    ...frameView({
      formSet,
      kind: 'apology',
      letterhead,
      // The agency that resolves apologises, not its counter.
      oneStop,
      issuer: 'agency',
      number,
      issuedAt,
      reference: `Hồ sơ ${form.dossierNumber}`,
    }),
    agency: letterhead.agency,
    applicant: applicantView(form.applicant),
    procedureName: form.procedureName,
    domain: form.domain,
    dossierNumber: form.dossierNumber,
    receivedOn: dayInWords(form.receivedAt),
    dueAt: appointmentInWords(form.dueAt),
    newDueAt: appointmentInWords(form.newDueAt),
    reason: form.reason,
    signer: form.signer,
  };
}
