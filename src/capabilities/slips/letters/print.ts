/** Slips and letters to the applicant as PDF/A; each in the set of forms it is given. See slips/print.ts. */
import { renderPdf } from '#platform/print/typst.ts';
import type { FormSet, SlipKind } from '../form-sets.ts';
import {
  apologyForm,
  extensionForm,
  guideSlipForm,
  refusalSlipForm,
  stopNoticeForm,
  supplementRequestForm,
  type ApologyForm,
  type ExtensionForm,
  type GuideSlipForm,
  type RefusalSlipForm,
  type StopNoticeForm,
  type SupplementRequestForm,
} from './schema.ts';
import { guideSlipView, supplementRequestView } from './views/guide-slip.ts';
import { apologyView, extensionView, stopNoticeView } from './views/letters.ts';
import { refusalSlipView } from './views/refusal-slip.ts';

/** Form 02 at the counter. */
export async function printGuideSlip(formSet: FormSet, form: GuideSlipForm): Promise<Uint8Array> {
  const checked = guideSlipForm.parse(form);
  return print(formSet, 'guide-slip', { view: guideSlipView(checked, formSet), at: checked.issuedAt });
}

/** Form 02 about a received dossier. */
export async function printSupplementRequest(
  formSet: FormSet,
  form: SupplementRequestForm,
): Promise<Uint8Array> {
  const checked = supplementRequestForm.parse(form);
  return print(formSet, 'guide-slip', {
    view: supplementRequestView(checked, formSet),
    at: checked.issuedAt,
  });
}

/** Form 03. */
export async function printRefusalSlip(formSet: FormSet, form: RefusalSlipForm): Promise<Uint8Array> {
  const checked = refusalSlipForm.parse(form);
  return print(formSet, 'refusal-slip', { view: refusalSlipView(checked, formSet), at: checked.issuedAt });
}

/** Form 04: the appointment was not kept, or will not be. */
export async function printApology(formSet: FormSet, form: ApologyForm): Promise<Uint8Array> {
  const checked = apologyForm.parse(form);
  return print(formSet, 'apology', { view: apologyView(checked, formSet), at: checked.issuedAt });
}

/** The extension, form 04 since 2025. */
export async function printExtension(formSet: FormSet, form: ExtensionForm): Promise<Uint8Array> {
  const checked = extensionForm.parse(form);
  return print(formSet, 'extension', { view: extensionView(checked, formSet), at: checked.issuedAt });
}

/** The stop, form 05 since 2025. */
export async function printStopNotice(formSet: FormSet, form: StopNoticeForm): Promise<Uint8Array> {
  const checked = stopNoticeForm.parse(form);
  return print(formSet, 'stop-notice', { view: stopNoticeView(checked, formSet), at: checked.issuedAt });
}

async function print(
  { layouts }: FormSet,
  kind: SlipKind,
  { view, at }: { readonly view: unknown; readonly at: Date },
): Promise<Uint8Array> {
  return renderPdf({ template: layouts[kind].template, data: view, createdAt: at });
}
