/** Sets of forms by day, and the papers about a dossier in the set that was in force when it was received. */
import { type LocalDate, localDateOf } from '#kernel/local-date.ts';
import type { Context } from '#foundation/context.ts';
import { type FormSet, formSetIn } from './form-sets.ts';
import {
  printApology,
  printExtension,
  printGuideSlip,
  printRefusalSlip,
  printStopNotice,
  printSupplementRequest,
} from './letters/print.ts';
import type {
  ApologyForm,
  ExtensionForm,
  GuideSlipForm,
  RefusalSlipForm,
  StopNoticeForm,
  SupplementRequestForm,
} from './letters/schema.ts';
import { readFormSets } from './sets/store.ts';

/** The set in force on a day. For a dossier that is the day it was received, whatever slip is printed later. */
export async function formSetOn(ctx: Context, day: LocalDate): Promise<FormSet> {
  return formSetIn(await readFormSets(ctx.db), day);
}

/** Form 02 at the counter, before anything is received: the set of its own day. PDF/A. */
export async function guideSlipPdf(ctx: Context, form: GuideSlipForm): Promise<Uint8Array> {
  return printGuideSlip(await formSetOf(ctx, { receivedAt: form.issuedAt }), form);
}

/** Form 02 about a received dossier: everything to supplement, the reason, until when, whom to ask. PDF/A. */
export async function supplementRequestPdf(ctx: Context, form: SupplementRequestForm): Promise<Uint8Array> {
  return printSupplementRequest(await formSetOf(ctx, form), form);
}

/** Form 03: at the counter in the set of its day, about a received dossier in that of the day of reception. PDF/A. */
export async function refusalPdf(ctx: Context, form: RefusalSlipForm): Promise<Uint8Array> {
  return printRefusalSlip(
    await formSetOf(ctx, { receivedAt: form.dossier?.receivedAt ?? form.issuedAt }),
    form,
  );
}

/** Form 04: apology with the new appointment. PDF/A. */
export async function apologyPdf(ctx: Context, form: ApologyForm): Promise<Uint8Array> {
  return printApology(await formSetOf(ctx, form), form);
}

/** The notice of an extension; form 04 for dossiers received since 1 July 2025. PDF/A. */
export async function extensionPdf(ctx: Context, form: ExtensionForm): Promise<Uint8Array> {
  return printExtension(await formSetOf(ctx, form), form);
}

/** The notice of a stop; form 05 for dossiers received since 1 July 2025. PDF/A. */
export async function stopNoticePdf(ctx: Context, form: StopNoticeForm): Promise<Uint8Array> {
  return printStopNotice(await formSetOf(ctx, form), form);
}

async function formSetOf(ctx: Context, { receivedAt }: { readonly receivedAt: Date }): Promise<FormSet> {
  return formSetOn(ctx, localDateOf(receivedAt));
}
