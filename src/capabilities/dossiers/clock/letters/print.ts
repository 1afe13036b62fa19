/** Letters on paper, in the set of forms that was in force when the dossier was received. */
import { refuse } from '#kernel/refusal.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import type { SupplementRequestForm } from '#capabilities/slips/letters/schema.ts';
import {
  apologyPdf,
  extensionPdf,
  refusalPdf,
  stopNoticePdf,
  supplementRequestPdf,
} from '#capabilities/slips/service.ts';
import { counterOf } from '../../print/counter.ts';
import { applicantOnSlip } from '../../print/people.ts';
import { mayReadPersonal } from '../../reads/service.ts';
import { type DossierView, viewDossier } from '../../view/service.ts';
import { LETTER_LABELS, type SupplementLine } from '../schema.ts';
import type { Letter } from './schema.ts';
import { letterOf } from './service.ts';

/** A letter of a dossier as PDF/A; for posts that may read personal data, and the read is recorded. */
export async function printLetter(
  ctx: Context,
  number: string,
  ordinal: number,
): Promise<{ readonly name: string; readonly pdf: Uint8Array }> {
  const { dossier, letter } = await inTransaction(ctx, async (tx) => {
    const viewed = await viewDossier(tx, number, { manner: 'printed', detail: 'Văn bản gửi người nộp' });
    if (!(await mayReadPersonal(tx, viewed.state))) {
      refuse('forbidden', `Văn bản ghi đầy đủ thông tin cá nhân nên vị trí của bạn không in được.`);
    }
    return { dossier: viewed, letter: await letterOf(tx, viewed.id, ordinal) };
  });
  return { name: `${letter.kind}-${letter.number}`, pdf: await setLetter(ctx, dossier, letter) };
}

async function setLetter(ctx: Context, dossier: DossierView, letter: Letter): Promise<Uint8Array> {
  const { content, kind } = letter;
  const shared = await sharedParts(ctx, dossier, letter);
  const { signer, guidance, reasons, legalBasis, officerName } = content;
  const reason = reasons.join('; ');
  const head = signer ?? { authority: null, title: 'NGƯỜI CÓ THẨM QUYỀN', name: officerName };
  const { appointment } = content;
  const dates = { dueAt: new Date(appointment?.before ?? ''), newDueAt: new Date(appointment?.after ?? '') };
  switch (kind) {
    case 'supplement':
      return supplementRequestPdf(ctx, {
        ...shared,
        ...requestParts(content),
        officerName,
        reason,
        legalBasis,
      });
    case 'apology':
      return apologyPdf(ctx, { ...shared, ...dates, signer: head, reason });
    case 'extension': {
      const extraTime = appointment?.extra ?? '';
      return extensionPdf(ctx, { ...shared, ...dates, signer: head, extraTime, reason, legalBasis });
    }
    case 'refusal': {
      const about = { number: dossier.state.number, receivedAt: dossier.state.receivedAt };
      return refusalPdf(ctx, {
        ...shared,
        officerName,
        dossier: about,
        reasons,
        legalBasis,
        guidance,
        signer: head,
      });
    }
    case 'stop':
      return stopNoticePdf(ctx, { ...shared, signer: head, reasons, legalBasis, guidance });
  }
}

async function sharedParts(ctx: Context, dossier: DossierView, { content, issuedAt, number }: Letter) {
  const { state, version, parties } = dossier;
  const party = parties.find(({ role }) => role === 'applicant');
  if (!party) throw new Error(`Dossier ${state.number} has no applicant`);
  const receiving = await counterOf(ctx, state.receivingUnitId, state.receivedAt);
  const own = await counterOf(ctx, content.unitId, issuedAt);
  const { phone } = receiving.oneStop;
  return {
    letterhead: own.letterhead,
    oneStop: receiving.oneStop,
    applicant: applicantOnSlip(party),
    procedureName: version.content.name,
    domain: version.content.domain,
    number: number.replace(/-CV$/, ''),
    issuedAt,
    dossierNumber: state.number,
    receivedAt: state.receivedAt,
    contact: { name: receiving.oneStop.name, phone, email: null },
  };
}

function requestParts({
  supplement,
}: Letter['content']): Pick<SupplementRequestForm, 'items' | 'points' | 'answerBy' | 'ordinal'> {
  if (!supplement) throw new Error(`${LETTER_LABELS.supplement} without its lines`);
  const { lines, answerBy, ordinal } = supplement;
  return {
    items: lines.filter(({ kind }) => kind !== 'point').map(itemOf),
    points: lines.filter(({ kind }) => kind === 'point').map(pointOf),
    answerBy,
    ordinal,
  };
}

/** Forms and originals stand in one column of the form, electronic papers and photocopies in another. */
function itemOf({ name, kind, copies, ...line }: SupplementLine): SupplementRequestForm['items'][number] {
  return {
    name,
    originals: kind === 'original' || kind === 'form' ? copies : 0,
    certifiedCopies: kind === 'certified-copy' ? copies : 0,
    copies: kind === 'copy' || kind === 'electronic' ? copies : 0,
    note: saidOf(line) || null,
  };
}

function pointOf({ name, ...line }: SupplementLine): string {
  const said = saidOf(line);
  return said === '' ? name : `${name}: ${said}`;
}

function saidOf({ wrong, bring }: Pick<SupplementLine, 'wrong' | 'bring'>): string {
  return [wrong, bring].filter((words) => words !== '').join('; ');
}
