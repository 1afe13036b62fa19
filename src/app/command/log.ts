import { openSigner } from '#app/log-keeper.ts';
import { newestCheckpoint, openAlarm, recoverLog, sequence, signLog } from '#foundation/log/service.ts';
import { verifyLog } from '#foundation/log/verify.ts';
import { type Context, systemContext } from '#foundation/context.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { formatVerifierKey } from '#kernel/merkle/verifier-key.ts';
import type { LogSigner } from '#platform/signing/log-signer.ts';
import { checkReceipt } from './log-receipt.ts';
import type { Command, ExitCode, Given, Output } from './command.ts';
import { withSystem } from './with-system.ts';

/** `motcua log`: the verifiable log as the operator sees it. */
export const log: Command = {
  name: 'log',
  summary:
    'Nhật ký kiểm chứng: xem trạng thái, kiểm tra toàn bộ, kiểm tra một biên nhận, mở lại sau khi khôi phục',
  words: 'status | verify | recover | receipt NỘI-DUNG-MÃ-QR',
  options: [{ name: 'reason', value: 'LÝ DO', explanation: 'Vì sao ghi tiếp từ dữ liệu này (cho recover)' }],
  notes: [
    'verify so từng mục với sự kiện, tính lại cây băm, kiểm tra chữ ký và điều bộ ký nhớ; mã kết thúc 1 khi có chỗ sai.',
    'receipt kiểm tra chữ ký của biên nhận rồi so với hồ sơ và nhật ký; mã kết thúc 1 khi giả hoặc không khớp. Đặt nội dung mã QR trong dấu nháy đơn.',
    'recover chỉ dùng khi hệ thống báo dữ liệu cũ hơn nhật ký đã ký và người có trách nhiệm quyết định ghi tiếp.',
  ],
  printsFacts: true,
  run: async (given, output) => {
    const act = actOf(given);
    return withSystem(output, async (system, config) =>
      act(await systemContext(system, 'log command'), await openSigner(config), output),
    );
  },
};

type Act = (ctx: Context, signer: LogSigner, output: Output) => Promise<ExitCode>;

function actOf({ words: [verb, scanned], options }: Given): Act {
  const reason = options['reason'] ?? '';
  if (verb === 'status') return status;
  if (verb === 'verify') return verify;
  if (verb === 'receipt' && scanned !== undefined)
    return async (ctx, _signer, output) => checkReceipt(ctx, scanned, output);
  if (verb === 'recover' && reason.length >= 10)
    return async (ctx, signer, output) => recover(ctx, signer, { reason, output });
  return refuse(
    'invalid',
    'Hãy dùng: log status, log verify, log receipt \'nội dung mã QR\', hoặc log recover --reason "lý do, ít nhất 10 ký tự".',
  );
}

async function status(ctx: Context, signer: LogSigner, output: Output): Promise<ExitCode> {
  const checkpoint = await newestCheckpoint(ctx);
  const alarm = await openAlarm(ctx);
  const key = formatVerifierKey(signer.key);
  const signed = checkpoint
    ? `Đã ký ${formatNumber(checkpoint.size)} mục, lúc ${formatDateTime(checkpoint.signedAt)}.`
    : 'Chưa ký trạng thái nào.';
  const facts = {
    origin: signer.origin,
    key,
    size: checkpoint?.size ?? 0,
    signedAt: checkpoint?.signedAt ?? null,
  };
  output.print(
    { ...facts, alarm },
    [
      `Nhật ký ${signer.origin}`,
      `Khóa kiểm tra: ${key}`,
      signed,
      alarm?.sentence ?? 'Không có báo động.',
    ].join('\n'),
  );
  return alarm === null ? 0 : 1;
}

async function verify(ctx: Context, signer: LogSigner, output: Output): Promise<ExitCode> {
  const progress = (checked: number): void => output.progress(`Đã kiểm tra ${formatNumber(checked)} mục…`);
  const { entries, findings } = await verifyLog(ctx, signer, progress);
  const lines = findings.map(({ where, sentence }) => `  ${where}: ${sentence}`);
  const outcome =
    findings.length === 0
      ? `Đã kiểm tra ${formatNumber(entries)} mục: đúng như đã ghi và đã ký.`
      : `Đã kiểm tra ${formatNumber(entries)} mục, ${findings.length} chỗ sai:`;
  output.print({ entries, findings }, [outcome, ...lines].join('\n'));
  return findings.length === 0 ? 0 : 1;
}

type Recovery = { readonly reason: string; readonly output: Output };

async function recover(ctx: Context, signer: LogSigner, { reason, output }: Recovery): Promise<ExitCode> {
  await recoverLog(ctx, signer, reason);
  while ((await sequence(ctx)) > 0);
  const alarm = await signLog(ctx, signer);
  const sentence = 'Đã ghi nhận việc khôi phục; hệ thống ghi tiếp từ dữ liệu này.';
  output.print({ recovered: alarm === null, reason, alarm }, alarm?.sentence ?? sentence);
  return alarm === null ? 0 : 1;
}
