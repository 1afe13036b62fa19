/** Form 02 as its template shows it. */
import type { FormSet } from '#capabilities/slips/form-sets.ts';
import type { GuideSlipForm } from '#capabilities/slips/schema.ts';
import { applicantView, frameView } from './frame.ts';
import { quantityInFigures } from './wording.ts';

export function guideSlipView(form: GuideSlipForm, formSet: FormSet) {
  const { letterhead, oneStop, dossierNumber } = form;
  return {
    ...frameView({
      formSet,
      kind: 'guide-slip',
      letterhead,
      oneStop,
      issuer: 'counter',
      number: form.number,
      issuedAt: form.issuedAt,
      reference: dossierNumber === null ? '' : `Hồ sơ ${dossierNumber}`,
    }),
    applicant: applicantView(form.applicant),
    officerName: form.officerName,
    procedureName: form.procedureName,
    dossierNumber,
    // A dossier already received runs again from completion; one only looked at has no time running yet.
    isReceived: dossierNumber !== null,
    items: form.items.map(itemView),
    reason: form.reason,
    legalBasis: form.legalBasis,
  };
}

function itemView(item: GuideSlipForm['items'][number], index: number) {
  return {
    order: String(index + 1),
    name: item.note === null ? item.name : `${item.name} (${item.note})`,
    originals: wanted(item.originals),
    certifiedCopies: wanted(item.certifiedCopies),
    copies: wanted(item.copies),
  };
}

/** A kind that is not asked for stays empty rather than "00". */
function wanted(quantity: number): string {
  return quantity === 0 ? '' : quantityInFigures(quantity);
}
