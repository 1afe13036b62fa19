import type { Context } from '#foundation/context.ts';
import type { GuideSlipForm } from '#capabilities/slips/letters/schema.ts';
import { guideSlipPdf, refusalPdf } from '#capabilities/slips/service.ts';
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
    return guideSlipPdf(ctx, { ...form, items: content.items.map(itemOnSlip), reason });
  }
  const { reasons, guidance } = content;
  return refusalPdf(ctx, { ...form, dossier: null, reasons, guidance: guidance || null, signer: null });
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
