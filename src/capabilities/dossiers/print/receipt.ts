import { refuse } from '#kernel/refusal.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import type { ReceiptForm } from '#capabilities/slips/schema.ts';
import { mayReadPersonal } from '../reads/service.ts';
import { lookupUrl } from '../lookup/schema.ts';
import { proofPaths, provenAddress } from '../proof/schema.ts';
import { signedText } from '../proof/service.ts';
import type { Fee, Party } from '../view/schema.ts';
import { type DossierView, viewDossier } from '../view/service.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { counterOf } from './counter.ts';
import { applicantOnSlip } from './people.ts';
import { readReceiptFacts } from './store.ts';

/**
 * Form 01 of a dossier. It shows personal data in full, so only posts that may read them for one of the dossier's units
 * print it.
 */
export async function receiptOf(ctx: Context, number: string): Promise<ReceiptForm> {
  const dossier = await inTransaction(ctx, async (tx) => {
    const viewed = await viewDossier(tx, number, { manner: 'printed', detail: 'Giấy tiếp nhận' });
    await requirePersonal(tx, viewed);
    return viewed;
  });
  const { state, detail, explanation, version } = dossier;
  const { bookLine, isCollected } = await readReceiptFacts(ctx.db, dossier.id);
  const party = applicantOf(dossier);
  const isPostal = detail.returnMethod === 'postal';
  return {
    ...(await counterOf(ctx, state.receivingUnitId, state.receivedAt)),
    applicant: applicantOnSlip(party),
    procedureName: version.content.name,
    officerName: detail.receivedByName,
    number: state.number,
    representative: representativeOf(dossier, party),
    request: detail.summary || null,
    papers: dossier.papers.map(({ name, kind, copies, note }) => ({
      name,
      kind,
      quantity: copies,
      note: note || null,
    })),
    sets: detail.copies,
    timeLimit: explanation.rule,
    receivedAt: state.receivedAt,
    dueAt: state.dueAt,
    delivery: { method: detail.returnMethod, address: isPostal ? party.address || null : null },
    fees: dossier.fees.map(feeOnReceipt),
    feesPaid: isCollected,
    book: bookLine === null ? null : { volume: bookVolume(state.receivedAt), line: String(bookLine) },
    lookUp: {
      url: provenAddress(
        lookupUrl(ctx, state.number, detail.checkCode),
        await signedText(ctx, dossier.events),
      ),
      site: `${new URL(ctx.publicUrl).host}/tra-cuu`,
      proofSite: `${new URL(ctx.publicUrl).host}${proofPaths.page}`,
      checkCode: grouped(detail.checkCode),
    },
  };
}

/** One book a year: `01/2020`. */
export function bookVolume(at: Date): string {
  return `01/${localDateOf(at).slice(0, 4)}`;
}

async function requirePersonal(ctx: Context, { state }: DossierView): Promise<void> {
  if (await mayReadPersonal(ctx, state)) return;
  refuse(
    'forbidden',
    'Giấy tiếp nhận ghi đầy đủ thông tin cá nhân nên vị trí của bạn không in được. Hãy nhờ Bộ phận Một cửa đã tiếp nhận.',
  );
}

function applicantOf({ parties, state }: DossierView): Party {
  const party = parties.find(({ role }) => role === 'applicant');
  if (!party) throw new Error(`Dossier ${state.number} has no applicant`);
  return party;
}

/** Whoever stands at the counter for the applicant: a delegate, or who represents an organisation by law. */
function representativeOf({ parties }: DossierView, applicant: Party): ReceiptForm['representative'] {
  const delegate = parties.find(({ role }) => role === 'delegate');
  if (delegate) {
    const { fullName, idNumber, authority } = delegate;
    return { name: fullName, identityNumber: idNumber || null, basis: authority || null };
  }
  if (applicant.representative === '') return null;
  return { name: applicant.representative, identityNumber: null, basis: 'đại diện theo pháp luật' };
}

function feeOnReceipt({ name, amount, exemption }: Fee): ReceiptForm['fees'][number] {
  return { name: exemption === '' ? name : `${name} (miễn, giảm: ${exemption})`, amountVnd: amount };
}

/** `ACDE-FGHJ`: easier to read out. The look-up takes it with or without the hyphen. */
function grouped(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-');
}
