import { recordChecks } from '#app/record-checks.ts';
import { dossierRecords } from '#capabilities/dossiers/rebuild/records.ts';
import { rebuildDossier } from '#capabilities/dossiers/rebuild/service.ts';
import { type Context, systemContext } from '#foundation/context.ts';
import { compareRecords, type FoundRecord } from '#foundation/history/comparison/compare.ts';
import { collectFindings } from '#foundation/log/verification/findings.ts';
import { formatNumber } from '#kernel/vietnamese/format.ts';
import type { Command, ExitCode, Output } from './command.ts';
import { withSystem } from './with-system.ts';

/** `motcua check`: compares what the system shows with what its history says. */
export const check: Command = {
  name: 'check',
  summary: 'So mọi bản ghi và tệp hiện có với lịch sử, tìm chỗ bị sửa ngoài hệ thống',
  options: [{ name: 'rebuild', explanation: 'Dựng lại từ lịch sử những hồ sơ bị lệch' }],
  notes: [
    'Mã kết thúc 1 khi tìm thấy chỗ lệch.',
    'Lệnh này tin lịch sử; log verify kiểm tra cả chính lịch sử rồi mới so như lệnh này.',
  ],
  printsFacts: true,
  run: async ({ switches }, output) =>
    withSystem(output, async (system) => {
      const ctx = await systemContext(system, 'check command');
      return compare(ctx, output, switches.has('rebuild') ? await rebuildAll(ctx, output) : []);
    }),
};

async function compare(ctx: Context, output: Output, rebuilt: readonly string[]): Promise<ExitCode> {
  const findings = collectFindings();
  const compared: Record<string, number> = {};
  for (const { name, run } of await recordChecks(ctx)) {
    compared[name] = await run(ctx, {
      found: (finding) => findings.add(finding),
      progress: (count) => output.progress(`${name}: đã so ${formatNumber(count)}…`),
    });
  }
  const count = findings.count();
  output.print(
    { compared, findingCount: count, findings: findings.kept(), rebuilt },
    [
      ...Object.entries(compared).map(([name, of]) => `${name}: đã so ${formatNumber(of)}`),
      count === 0 ? 'Tất cả khớp với lịch sử.' : `${formatNumber(count)} chỗ lệch:`,
      ...findings.kept().map(({ sentence }) => `  ${sentence}`),
      ...(rebuilt.length > 0 ? [`Đã dựng lại từ lịch sử: ${rebuilt.join(', ')}.`] : []),
    ].join('\n'),
  );
  return count === 0 ? 0 : 1;
}

/** Makes anew what can be made from a whole history; what remains wrong shows in the comparison after it. */
async function rebuildAll(ctx: Context, output: Output): Promise<readonly string[]> {
  const broken: FoundRecord[] = [];
  await compareRecords(ctx, await dossierRecords(ctx), {
    found: (_finding, record) => {
      if (record?.isReplayable === true) broken.push(record);
    },
    progress: (count) => output.progress(`Đã so ${formatNumber(count)} hồ sơ…`),
  });
  for (const { label } of broken) await rebuildDossier(ctx, label);
  return broken.map(({ label }) => label);
}
