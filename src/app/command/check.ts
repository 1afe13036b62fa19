import { findDeviations, rebuildDossier } from '#capabilities/dossiers/rebuild/service.ts';
import { postsThatDiffer } from '#foundation/people/posts/check.ts';
import { type Context, systemContext } from '#foundation/context.ts';
import { calendarRecordsThatDiffer } from '#foundation/calendar/check.ts';
import { isOrganisationExact } from '#foundation/organisation/acts/rebuild.ts';
import type { Command, ExitCode, Output } from './command.ts';
import { withSystem } from './with-system.ts';

/** `motcua check`: compares what the system shows with what its history says. */
export const check: Command = {
  name: 'check',
  summary: 'So hồ sơ, tổ chức, vị trí và lịch hiện có với lịch sử, tìm chỗ bị sửa ngoài hệ thống',
  options: [{ name: 'rebuild', explanation: 'Dựng lại từ lịch sử những hồ sơ bị lệch' }],
  notes: ['Mã kết thúc 1 khi tìm thấy chỗ lệch.'],
  printsFacts: true,
  run: async ({ switches }, output) =>
    withSystem(output, async (system) =>
      compare(await systemContext(system, 'check command'), output, switches.has('rebuild')),
    ),
};

async function compare(ctx: Context, output: Output, isRebuilding: boolean): Promise<ExitCode> {
  const organisationExact = await isOrganisationExact(ctx);
  const calendarDiffers = await calendarRecordsThatDiffer(ctx);
  const posts = await postsThatDiffer(ctx);
  const progress = (count: number): void => output.progress(`Đã so ${count} hồ sơ…`);
  const { compared, deviations } = await findDeviations(ctx, progress);
  if (isRebuilding) for (const { number } of deviations) await rebuildDossier(ctx, number);
  const lines = deviations.map(({ number, parts }) => `  ${number}: lệch ở ${parts.join(', ')}`);
  output.print(
    { organisationExact, calendarDiffers, posts, compared, deviations, rebuilt: isRebuilding },
    [
      organisationExact ? 'Tổ chức khớp với các quyết định.' : 'Tổ chức KHÔNG khớp với các quyết định.',
      calendarDiffers.length === 0
        ? 'Lịch làm việc khớp với lịch sử.'
        : `Lịch làm việc lệch ở ${calendarDiffers.length} mục.`,
      posts.length === 0 ? 'Vị trí khớp với lịch sử.' : `Vị trí lệch ở ${posts.length} mục.`,
      `Đã so ${compared} hồ sơ, ${deviations.length} hồ sơ lệch.`,
      ...lines,
      ...(isRebuilding && deviations.length > 0 ? ['Đã dựng lại các hồ sơ trên từ lịch sử.'] : []),
    ].join('\n'),
  );
  return organisationExact && calendarDiffers.length === 0 && posts.length === 0 && deviations.length === 0
    ? 0
    : 1;
}
