/** Form 02 as its template shows it: at the counter, and about a dossier that was received. */
import { formatDate } from '#kernel/vietnamese/format.ts';
import type { FormSet } from '#capabilities/slips/form-sets.ts';
import { applicantView, frameView } from '#capabilities/slips/views/frame.ts';
import { momentInWords, quantityInFigures } from '#capabilities/slips/views/wording.ts';
import type { GuideSlipForm, SupplementRequestForm } from '../schema.ts';

export function guideSlipView(form: GuideSlipForm, formSet: FormSet) {
  return { ...sharedView(form, formSet, ''), points: [], received: null, ...contactView(form) };
}

export function supplementRequestView(form: SupplementRequestForm, formSet: FormSet) {
  const { dossierNumber, receivedAt, answerBy, contact, ordinal } = form;
  return {
    ...sharedView(form, formSet, `Hồ sơ ${dossierNumber}`),
    points: form.points,
    // Its clock stands still until the answer; one that was only looked at has none running yet.
    received: {
      number: dossierNumber,
      at: momentInWords(receivedAt),
      answerBy: answerBy && formatDate(answerBy),
      ordinal: ordinal > 1 ? `(Yêu cầu bổ sung lần ${ordinal})` : null,
    },
    contact,
  };
}

function sharedView(form: GuideSlipForm | SupplementRequestForm, formSet: FormSet, reference: string) {
  const { letterhead, oneStop, number, issuedAt } = form;
  return {
    ...frameView({
      formSet,
      kind: 'guide-slip',
      letterhead,
      oneStop,
      issuer: 'counter',
      number,
      issuedAt,
      reference,
    }),
    applicant: applicantView(form.applicant),
    officerName: form.officerName,
    procedureName: form.procedureName,
    items: form.items.map(itemView),
    reason: form.reason,
    legalBasis: form.legalBasis,
  };
}

/** At the counter whoever guided answers further questions, under the number of the counter. */
function contactView({ officerName, oneStop }: GuideSlipForm) {
  return { contact: { name: officerName, phone: oneStop.phone, email: null } };
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
