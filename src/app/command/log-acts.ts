import { recordChecks } from '#app/record-checks.ts';
import { openDamage, recoverLog, settleDamage } from '#foundation/log/alarms.ts';
import { newestCheckpoint, openAlarm, sequence, signLog } from '#foundation/log/service.ts';
import { latestVerification, verifyAndKeep } from '#foundation/log/verification/service.ts';
import type { Context } from '#foundation/context.ts';
import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { formatVerifierKey } from '#kernel/merkle/verifier-key.ts';
import type { LogSigner } from '#platform/signing/log-signer.ts';
import type { ExitCode, Output } from './command.ts';

/** What one verb of `motcua log` does. */
export type Act = (ctx: Context, signer: LogSigner, output: Output) => Promise<ExitCode>;

export async function status(ctx: Context, signer: LogSigner, output: Output): Promise<ExitCode> {
  const checkpoint = await newestCheckpoint(ctx);
  const alarm = (await openAlarm(ctx)) ?? (await openDamage(ctx));
  const verification = await latestVerification(ctx);
  const key = formatVerifierKey(signer.key);
  const signed = checkpoint
    ? `Đã ký ${formatNumber(checkpoint.size)} mục, lúc ${formatDateTime(checkpoint.signedAt)}.`
    : 'Chưa ký trạng thái nào.';
  const verified = verification
    ? `Kiểm tra gần nhất xong lúc ${formatDateTime(verification.endedAt)}: ${formatNumber(verification.findingCount)} chỗ sai.`
    : 'Chưa lần nào kiểm tra toàn bộ.';
  const facts = {
    origin: signer.origin,
    key,
    size: checkpoint?.size ?? 0,
    signedAt: checkpoint?.signedAt ?? null,
    verifiedAt: verification?.endedAt ?? null,
  };
  output.print(
    { ...facts, alarm },
    [
      `Nhật ký ${signer.origin}`,
      `Khóa kiểm tra: ${key}`,
      signed,
      verified,
      alarm?.sentence ?? 'Không có báo động.',
    ].join('\n'),
  );
  return alarm === null ? 0 : 1;
}

export async function verify(ctx: Context, signer: LogSigner, output: Output): Promise<ExitCode> {
  const checks = await recordChecks(ctx);
  const verification = await verifyAndKeep(ctx, { signer, checks, onLine: output.progress });
  const { entries, findings, findingCount, compared } = verification;
  const counts = Object.entries(compared).map(([name, count]) => `${name} ${formatNumber(count)}`);
  const outcome =
    findingCount === 0
      ? `Đã kiểm tra ${formatNumber(entries)} mục: đúng như đã ghi và đã ký.`
      : `Đã kiểm tra ${formatNumber(entries)} mục, ${formatNumber(findingCount)} chỗ sai:`;
  const lines = findings.map(({ where, sentence }) => `  ${where}: ${sentence}`);
  output.print(verification, [outcome, ...lines, `Đã so với lịch sử: ${counts.join(', ')}.`].join('\n'));
  return findingCount === 0 ? 0 : 1;
}

type Decision = { readonly reason: string; readonly output: Output };

export async function recover(
  ctx: Context,
  signer: LogSigner,
  { reason, output }: Decision,
): Promise<ExitCode> {
  await recoverLog(ctx, signer, reason);
  while ((await sequence(ctx)) > 0);
  const alarm = await signLog(ctx, signer);
  const sentence = 'Đã ghi nhận việc khôi phục; hệ thống ghi tiếp từ dữ liệu này.';
  output.print({ recovered: alarm === null, reason, alarm }, alarm?.sentence ?? sentence);
  return alarm === null ? 0 : 1;
}

export async function settle(ctx: Context, reason: string, output: Output): Promise<ExitCode> {
  await settleDamage(ctx, reason);
  output.print({ settled: true, reason }, 'Đã khép báo động hư hỏng và ghi lý do vào nhật ký.');
  return 0;
}
