/**
 * The slips as PDF/A. Each function takes a set of forms (that in force when the dossier was received; `formSetOn`) and a
 * whole form (schema.ts), checks it and sets it; the same form always gives the same bytes. A form that does not fit its
 * schema is a bug and throws a ZodError.
 */
import { renderPdf } from '#platform/print/typst.ts';
import type { FormSet } from './form-sets.ts';
import {
  controlSlipForm,
  postingSheetForm,
  receiptForm,
  trackingBookForm,
  type ControlSlipForm,
  type PostingSheetForm,
  type ReceiptForm,
  type ReceiptOptions,
  type TrackingBookForm,
} from './schema.ts';
import { controlSlipPictures, controlSlipView } from './views/control-slip.ts';
import { postingSheetPictures, postingSheetView } from './views/posting-sheet.ts';
import { receiptsPictures, receiptsView } from './views/receipt.ts';
import { lastInstantOf, trackingBookView } from './views/tracking-book.ts';

/** Form 01. One A4 copy unless told otherwise. */
export async function printReceipt(
  formSet: FormSet,
  form: ReceiptForm,
  options: ReceiptOptions = {},
): Promise<Uint8Array> {
  return printReceipts(formSet, [form], options);
}

/** Form 01 of each of several dossiers, one after the other in one document; they share a set of forms. */
export async function printReceipts(
  formSet: FormSet,
  forms: readonly [ReceiptForm, ...ReceiptForm[]],
  options: ReceiptOptions = {},
): Promise<Uint8Array> {
  const [first, ...others] = forms;
  const checked = [receiptForm.parse(first), ...others.map((form) => receiptForm.parse(form))] as const;
  return renderPdf({
    template: formSet.layouts.receipt.template,
    data: receiptsView(checked, formSet, options),
    pictures: receiptsPictures(checked),
    createdAt: checked[0].receivedAt,
  });
}

/** Form 05, 06 since 2025: it travels with the dossier. */
export async function printControlSlip(formSet: FormSet, form: ControlSlipForm): Promise<Uint8Array> {
  const checked = controlSlipForm.parse(form);
  return renderPdf({
    template: formSet.layouts['control-slip'].template,
    data: controlSlipView(checked, formSet),
    pictures: controlSlipPictures(checked),
    createdAt: checked.receivedAt,
  });
}

/** Form 06, 07 since 2025; the set is that of the last day of the book. */
export async function printTrackingBook(formSet: FormSet, form: TrackingBookForm): Promise<Uint8Array> {
  const checked = trackingBookForm.parse(form);
  return renderPdf({
    template: formSet.layouts['tracking-book'].template,
    data: trackingBookView(checked, formSet),
    createdAt: lastInstantOf(checked),
  });
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
