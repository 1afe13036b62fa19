import { judgeReceipt } from '#capabilities/dossiers/proof/service.ts';
import type { Judgement } from '#capabilities/dossiers/proof/schema.ts';
import type { Context } from '#foundation/context.ts';
import { PROBLEM_TITLES } from '#kernel/merkle/receipt-trust.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { ExitCode, Output } from './command.ts';

/** `motcua log receipt TEXT`: is it genuine, and does the system still say the same? 1 when either is not so. */
export async function checkReceipt(ctx: Context, scanned: string, output: Output): Promise<ExitCode> {
  const judgement = await judgeReceipt(ctx, scanned);
  output.print(judgement, linesOf(judgement).join('\n'));
  return judgement.outcome === 'agrees' ? 0 : 1;
}

function linesOf(judgement: Judgement): readonly string[] {
  if (judgement.outcome === 'unbelieved') {
    return [`${PROBLEM_TITLES[judgement.problem]}. ${judgement.sentence}`];
  }
  const { receipt, unitName } = judgement;
  const stated = [
    `Số hồ sơ: ${receipt.number}`,
    `Đơn vị tiếp nhận: ${unitName} (${receipt.unit})`,
    `Thủ tục: ${receipt.procedure}, phiên bản ${receipt.procedureVersion}`,
    `Tiếp nhận lúc: ${formatDateTime(receipt.receivedAt)}`,
    `Hẹn trả kết quả lúc: ${formatDateTime(receipt.dueAt)}`,
  ];
  if (judgement.outcome === 'contradicted') {
    const sentences = judgement.contradictions.map(({ sentence }) => `  ${sentence}`);
    return [...stated, 'Chữ ký đúng, nhưng hệ thống KHÔNG còn đúng như biên nhận:', ...sentences];
  }
  const { signedAt } = judgement;
  return [
    ...stated,
    signedAt === null
      ? 'Chữ ký đúng, khớp với hồ sơ; việc tiếp nhận chưa có trong trạng thái đã ký của nhật ký.'
      : `Chữ ký đúng, khớp với hồ sơ và với nhật ký đã ký lúc ${formatDateTime(signedAt)}.`,
  ];
}
