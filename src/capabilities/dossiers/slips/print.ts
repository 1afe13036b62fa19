import type { Context } from '#foundation/context.ts';
import { printGuideSlip, printRefusalSlip } from '#capabilities/slips/print.ts';
import type { GuideSlipForm } from '#capabilities/slips/schema.ts';
import { counterOf } from '../print/counter.ts';
import { applicantOnSlip } from '../print/people.ts';
import { printedNumber, type Slip, type SlipItem } from './schema.ts';

/** The slip as it was given out: Form 02 or 03. */
export async function printSlip(ctx: Context, slip: Slip): Promise<Uint8Array> {
  const { content, issuedAt, officerName } = slip;
  const form = {
    ...(await counterOf(ctx, slip.unitId, issuedAt)),
    applicant: applicantOnSlip(content.applicant),
    procedureName: content.procedureName,
    officerName,
    number: printedNumber(slip.number),
    issuedAt,
    legalBasis: content.legalBasis,
  };
  if (content.kind === 'guide') {
    const { reason } = content;
    return printGuideSlip({ ...form, dossierNumber: null, items: content.items.map(itemOnSlip), reason });
  }
  return printRefusalSlip({ ...form, reasons: content.reasons, guidance: content.guidance || null });
}

/** Forms and originals stand in one column of the form, electronic papers and photocopies in another. */
function itemOnSlip({ name, kind, copies, note }: SlipItem): GuideSlipForm['items'][number] {
  return {
    name,
    originals: kind === 'original' || kind === 'form' ? copies : 0,
    certifiedCopies: kind === 'certified-copy' ? copies : 0,
    copies: kind === 'copy' || kind === 'electronic' ? copies : 0,
    note: note || null,
  };
}
