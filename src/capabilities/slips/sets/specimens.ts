/** Each form of a set filled in with a made-up dossier, so that whoever edits a set sees what it prints. */
import type { FormSet, SlipKind } from '../form-sets.ts';
import {
  printApology,
  printExtension,
  printRefusalSlip,
  printStopNotice,
  printSupplementRequest,
} from '../letters/print.ts';
import {
  apologySpecimen,
  extensionSpecimen,
  refusalSlipSpecimen,
  stopNoticeSpecimen,
  supplementRequestSpecimen,
} from '../letters/specimens.ts';
import { printControlSlip, printReceipt, printTrackingBook } from '../print.ts';
import { bookLines, controlSlipSpecimen, receiptSpecimen, trackingBookSpecimen } from '../specimens.ts';

const SPECIMENS = {
  receipt: async (set) => printReceipt(set, receiptSpecimen),
  'guide-slip': async (set) => printSupplementRequest(set, supplementRequestSpecimen),
  'refusal-slip': async (set) => printRefusalSlip(set, refusalSlipSpecimen),
  apology: async (set) => printApology(set, apologySpecimen),
  extension: async (set) => printExtension(set, extensionSpecimen),
  'stop-notice': async (set) => printStopNotice(set, stopNoticeSpecimen),
  'control-slip': async (set) => printControlSlip(set, controlSlipSpecimen),
  'tracking-book': async (set) => printTrackingBook(set, { ...trackingBookSpecimen, lines: bookLines(12) }),
} as const satisfies Readonly<Record<SlipKind, (set: FormSet) => Promise<Uint8Array>>>;

/** A filled-in form of a set as PDF/A. */
export async function specimenPdf(set: FormSet, kind: SlipKind): Promise<Uint8Array> {
  return SPECIMENS[kind](set);
}
