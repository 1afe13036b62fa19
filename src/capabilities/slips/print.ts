/**
 * The slips as PDF/A. Each function takes a whole form (schema.ts), checks it, picks the form set in force on its date and
 * sets it; the same form always gives the same bytes. A form that does not fit its schema is a bug and throws a ZodError.
 */
import { localDateOf } from '#kernel/local-date.ts';
import { renderPdf } from '#platform/print/typst.ts';
import { formSetOn, type SlipKind } from './form-sets.ts';
import {
  apologyForm,
  controlSlipForm,
  guideSlipForm,
  postingSheetForm,
  receiptForm,
  refusalSlipForm,
  trackingBookForm,
  type ApologyForm,
  type ControlSlipForm,
  type GuideSlipForm,
  type PostingSheetForm,
  type ReceiptForm,
  type ReceiptOptions,
  type RefusalSlipForm,
  type TrackingBookForm,
} from './schema.ts';
import { apologyView } from './views/apology.ts';
import { controlSlipPictures, controlSlipView } from './views/control-slip.ts';
import { guideSlipView } from './views/guide-slip.ts';
import { postingSheetPictures, postingSheetView } from './views/posting-sheet.ts';
import { receiptPictures, receiptView } from './views/receipt.ts';
import { refusalSlipView } from './views/refusal-slip.ts';
import { lastInstantOf, trackingBookView } from './views/tracking-book.ts';

/** Form 01. One A4 copy unless told otherwise. */
export async function printReceipt(form: ReceiptForm, options: ReceiptOptions = {}): Promise<Uint8Array> {
  const checked = receiptForm.parse(form);
  const { formSet, template } = layoutOn(checked.receivedAt, 'receipt');
  const pictures = receiptPictures(checked);
  return renderPdf({
    template,
    data: receiptView(checked, formSet, options),
    pictures,
    createdAt: checked.receivedAt,
  });
}

/** Form 02. */
export async function printGuideSlip(form: GuideSlipForm): Promise<Uint8Array> {
  const checked = guideSlipForm.parse(form);
  const { formSet, template } = layoutOn(checked.issuedAt, 'guide-slip');
  return renderPdf({ template, data: guideSlipView(checked, formSet), createdAt: checked.issuedAt });
}

/** Form 03. */
export async function printRefusalSlip(form: RefusalSlipForm): Promise<Uint8Array> {
  const checked = refusalSlipForm.parse(form);
  const { formSet, template } = layoutOn(checked.issuedAt, 'refusal-slip');
  return renderPdf({ template, data: refusalSlipView(checked, formSet), createdAt: checked.issuedAt });
}

/** Form 04. */
export async function printApology(form: ApologyForm): Promise<Uint8Array> {
  const checked = apologyForm.parse(form);
  const { formSet, template } = layoutOn(checked.issuedAt, 'apology');
  return renderPdf({ template, data: apologyView(checked, formSet), createdAt: checked.issuedAt });
}

/** Form 05. Its forms are those of the day the dossier was received, since the slip travels with it. */
export async function printControlSlip(form: ControlSlipForm): Promise<Uint8Array> {
  const checked = controlSlipForm.parse(form);
  const { formSet, template } = layoutOn(checked.receivedAt, 'control-slip');
  const pictures = controlSlipPictures(checked);
  return renderPdf({
    template,
    data: controlSlipView(checked, formSet),
    pictures,
    createdAt: checked.receivedAt,
  });
}

/** Form 06. */
export async function printTrackingBook(form: TrackingBookForm): Promise<Uint8Array> {
  const checked = trackingBookForm.parse(form);
  const createdAt = lastInstantOf(checked);
  const { formSet, template } = layoutOn(createdAt, 'tracking-book');
  return renderPdf({ template, data: trackingBookView(checked, formSet), createdAt });
}

/** The posting sheet of one procedure. `printedAt` comes from the caller's clock. */
export async function printPostingSheet(form: PostingSheetForm, printedAt: Date): Promise<Uint8Array> {
  const checked = postingSheetForm.parse(form);
  return renderPdf({
    template: 'posting/procedure',
    data: postingSheetView(checked),
    pictures: postingSheetPictures(checked),
    createdAt: printedAt,
  });
}

function layoutOn(instant: Date, kind: SlipKind) {
  const formSet = formSetOn(localDateOf(instant));
  return { formSet, template: formSet.layouts[kind].template };
}
