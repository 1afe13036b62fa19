/** Form 05 as its template shows it. */
import { code128Svg } from '#platform/print/codes.ts';
import type { FormSet } from '#capabilities/slips/form-sets.ts';
import type { ControlSlipForm } from '#capabilities/slips/schema.ts';
import { TIMELINESS_LABELS } from '#capabilities/slips/words.ts';
import { frameView } from './frame.ts';
import { appointmentInWords, momentInWords } from './wording.ts';

export function controlSlipView(form: ControlSlipForm, formSet: FormSet) {
  const { letterhead, oneStop, dueAt } = form;
  return {
    ...frameView({
      formSet,
      kind: 'control-slip',
      letterhead,
      oneStop,
      issuer: 'counter',
      issuedAt: form.receivedAt,
      reference: `Hồ sơ ${form.dossierNumber}`,
    }),
    dossierNumber: form.dossierNumber,
    procedureName: form.procedureName,
    applicantName: form.applicantName,
    resolvingUnit: form.resolvingUnit,
    receivedAt: momentInWords(form.receivedAt),
    dueAt: dueAt === null ? null : appointmentInWords(dueAt),
    handovers: [...form.handovers.map(handoverView), ...Array.from({ length: form.blankLines }, () => BLANK)],
  };
}

/** The number as a bar code: each hand on the way scans it instead of typing. */
export function controlSlipPictures({ dossierNumber }: ControlSlipForm) {
  return { number: code128Svg(dossierNumber) };
}

const BLANK = { from: null, to: null, at: null, timeliness: '', note: '' } as const;

function handoverView({ from, to, at, timeliness, note }: ControlSlipForm['handovers'][number]) {
  return {
    from,
    to,
    at: momentInWords(at),
    timeliness: timeliness === null ? '' : TIMELINESS_LABELS[timeliness],
    note: note ?? '',
  };
}
