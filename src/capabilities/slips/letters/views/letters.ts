/** Letters of the resolving agency as their templates show them: apology, extension, stop. */
import type { FormSet, SlipKind } from '#capabilities/slips/form-sets.ts';
import { applicantView, frameView } from '#capabilities/slips/views/frame.ts';
import { appointmentInWords, dayInWords } from '#capabilities/slips/views/wording.ts';
import type { ApologyForm, ExtensionForm, StopNoticeForm } from '../schema.ts';

export function apologyView(form: ApologyForm, formSet: FormSet) {
  return {
    ...letterView(form, formSet, 'apology'),
    dueAt: appointmentInWords(form.dueAt),
    newDueAt: appointmentInWords(form.newDueAt),
    // It is to go out before the promised day (Decree 61/2018, Article 19); then nothing is late yet.
    isLate: form.issuedAt > form.dueAt,
    reason: form.reason,
  };
}

export function extensionView(form: ExtensionForm, formSet: FormSet) {
  return {
    ...letterView(form, formSet, 'extension'),
    dueAt: appointmentInWords(form.dueAt),
    newDueAt: appointmentInWords(form.newDueAt),
    extraTime: form.extraTime,
    reason: form.reason,
    legalBasis: form.legalBasis,
  };
}

export function stopNoticeView(form: StopNoticeForm, formSet: FormSet) {
  const { reasons, legalBasis, guidance } = form;
  return { ...letterView(form, formSet, 'stop-notice'), reasons, legalBasis, guidance };
}

/** The agency that resolves writes, not its counter. */
function letterView(form: ApologyForm | ExtensionForm | StopNoticeForm, formSet: FormSet, kind: SlipKind) {
  const { letterhead, oneStop, number, issuedAt, dossierNumber } = form;
  return {
    ...frameView({
      formSet,
      kind,
      letterhead,
      oneStop,
      issuer: 'agency',
      number,
      issuedAt,
      reference: `Hồ sơ ${dossierNumber}`,
    }),
    agency: letterhead.agency,
    applicant: applicantView(form.applicant),
    procedureName: form.procedureName,
    domain: form.domain,
    dossierNumber,
    receivedOn: dayInWords(form.receivedAt),
    signer: form.signer,
  };
}
