/** Form 03 as its template shows it. */
import type { FormSet } from '#capabilities/slips/form-sets.ts';
import { applicantView, frameView } from '#capabilities/slips/views/frame.ts';
import { momentInWords } from '#capabilities/slips/views/wording.ts';
import type { RefusalSlipForm } from '../schema.ts';

export function refusalSlipView(form: RefusalSlipForm, formSet: FormSet) {
  const { letterhead, oneStop, number, issuedAt, dossier, signer } = form;
  return {
    ...frameView({
      formSet,
      kind: 'refusal-slip',
      letterhead,
      oneStop,
      issuer: signer === null ? 'counter' : 'agency',
      number,
      issuedAt,
      reference: dossier === null ? '' : `Hồ sơ ${dossier.number}`,
    }),
    applicant: applicantView(form.applicant),
    agency: letterhead.agency,
    officerName: form.officerName,
    procedureName: form.procedureName,
    dossier: dossier && { number: dossier.number, receivedAt: momentInWords(dossier.receivedAt) },
    reasons: form.reasons,
    legalBasis: form.legalBasis,
    guidance: form.guidance,
    signer,
  };
}
