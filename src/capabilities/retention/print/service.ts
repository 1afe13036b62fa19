import { toBase64 } from '#kernel/merkle/base64.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatDate, formatDateTime, formatNumber, formatPlaceDate } from '#kernel/vietnamese/format.ts';
import { renderPdf } from '#platform/print/typst.ts';
import type { Context } from '#foundation/context.ts';
import { proveInclusion } from '#foundation/log/service.ts';
import { ancestorsOf } from '#foundation/organisation/rules.ts';
import { organisationOn } from '#foundation/organisation/service.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { outcomeWords } from '../disposals/words.ts';
import type { Disposal } from '../schema.ts';
import { disposalView } from '../service.ts';

const TITLE = 'Biên bản tiêu hủy tài liệu, dữ liệu hết thời hạn bảo quản';

/** The certificate of a disposal that was carried out, as PDF/A, with the proof that the log holds it. */
export async function printCertificate(
  ctx: Context,
  id: number,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { disposal, items } = await disposalView(ctx, id);
  const { doneAt, number } = disposal;
  if (doneAt === null) refuse('conflict', 'Đợt này chưa tiêu hủy xong nên chưa có biên bản.');
  const data = {
    title: TITLE,
    documentTitle: `${TITLE} – ${number}`,
    head: await headOf(ctx, disposal, doneAt),
    // The shared layout reads where the counter is; this paper does not say it.
    office: { name: '', address: '', phone: null, hours: null },
    foot: { left: 'Lập từ hệ thống Một Cửa', right: number },
    ...factsOf(disposal, doneAt),
    lines: items.map((item, index) => ({
      order: String(index + 1),
      number: item.label,
      title: item.title,
      ended: formatDate(item.endedOn),
      until: formatDate(item.keptUntil),
      basis: item.legalBasis,
      outcome: outcomeWords(item.outcome),
    })),
    proof: await proofOf(ctx, disposal),
  };
  return {
    name: `bien-ban-${number}`,
    bytes: await renderPdf({ template: 'disposal/certificate', data, createdAt: doneAt }),
  };
}

/** Letterhead in the manner of Decree 30/2020/NĐ-CP, annex I. */
async function headOf(ctx: Context, { unitId, number }: Disposal, at: Date) {
  const [unit, ...above] = ancestorsOf(await organisationOn(ctx, localDateOf(at)), unitId);
  const place = (unit?.name ?? '').replace(
    /^.*(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|phường|xã) /u,
    '',
  );
  return {
    author: unit?.name ?? '',
    upper: above[0]?.name ?? null,
    lower: unit?.name ?? '',
    number: `Số: ${number}`,
    placeDate: `${place}, ${formatPlaceDate(localDateOf(at))}`,
  };
}

function factsOf(disposal: Disposal, doneAt: Date) {
  const { decisionNumber, decidedOn, council, deciderName, proposerName, reason, total, disposed, held } =
    disposal;
  return {
    decision: `${decisionNumber}${decidedOn === null ? '' : ` ngày ${formatDate(decidedOn)}`}`,
    council,
    decider: deciderName ?? '',
    proposer: proposerName,
    reason,
    doneAt: formatDateTime(doneAt),
    total: formatNumber(total),
    disposed: formatNumber(disposed),
    held: formatNumber(held),
  };
}

/** Where the carrying out stands in the log and the newest signed state that holds it; null until it was signed. */
async function proofOf(ctx: Context, { id, sequence }: Disposal) {
  const evidence = await proveInclusion(ctx, { stream: 'disposal', streamId: id, sequence });
  if (evidence === null) return null;
  const { index, checkpoint, proof } = evidence;
  return {
    index: formatNumber(index),
    size: formatNumber(checkpoint.size),
    root: toBase64(checkpoint.root),
    hashes: proof.map((hash) => toBase64(hash)),
    signedAt: formatDateTime(checkpoint.signedAt),
    site: `${new URL(ctx.publicUrl).host}/nhat-ky`,
  };
}
