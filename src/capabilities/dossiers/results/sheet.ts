import { formatDate, formatDateTime, formatPlaceDate } from '#kernel/vietnamese/format.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { codeWords } from '#capabilities/results/words.ts';
import { bookWords, RESULT_KIND_LABELS, type Result, verifyPaths } from '#capabilities/results/schema.ts';
import type { Context } from '#foundation/context.ts';
import { qrSvg } from '#platform/print/codes.ts';
import { renderPdf } from '#platform/print/typst.ts';
import { counterOf } from '../print/counter.ts';
import { periodWords } from './words.ts';

const TITLE = 'Phiếu xác minh kết quả';

/** A sheet that goes with a result on paper: its facts, and the code with which everybody sees whether it still holds. */
export async function verificationSheet(ctx: Context, result: Result): Promise<Uint8Array> {
  const { letterhead, oneStop } = await counterOf(ctx, result.unitId, result.enteredAt);
  const url = `${ctx.publicUrl}${verifyPaths.one(result.verifyCode)}`;
  const data = {
    title: TITLE,
    documentTitle: `${TITLE} – ${bookWords(result)}`,
    head: {
      author: letterhead.agency,
      upper: letterhead.parentAgency,
      lower: letterhead.agency,
      number: `Số vào sổ: ${bookWords(result)}`,
      placeDate: `${letterhead.place}, ${formatPlaceDate(localDateOf(ctx.now))}`,
    },
    office: oneStop,
    foot: {
      left: `In từ hệ thống Một Cửa lúc ${formatDateTime(ctx.now)}`,
      right: codeWords(result.verifyCode),
    },
    kind: RESULT_KIND_LABELS[result.kind],
    name: result.title,
    documentNumber: result.documentNumber || null,
    book: bookWords(result),
    issuedOn: formatDate(result.issuedOn),
    signer: result.signer || null,
    holder: result.holder,
    period: periodWords(result),
    dossier: result.dossierNumber,
    site: `${new URL(ctx.publicUrl).host}${verifyPaths.ask}`,
    code: codeWords(result.verifyCode),
    hash: result.file?.hash ?? null,
  };
  return renderPdf({
    template: 'result/verification',
    data,
    pictures: { verify: qrSvg(url) },
    createdAt: ctx.now,
  });
}
