import { checkSent } from '#capabilities/report-check/service.ts';
import { actAs } from './cast.ts';
import type { TestSystem } from './database.ts';

/** What the pages about reports are found by. */
export type ReportIds = { readonly keptCheck: string };

/** Who looks at reports in the address book. */
export const REPORTER = 'chuyen-vien.tu-phap';

/** Something for every page about reports to show. */
export async function reportsOf(system: TestSystem): Promise<ReportIds> {
  const { keptId } = await checkSent(await actAs(system, REPORTER), {
    text: 'Tổng số 10 hồ sơ, trong đó: đúng hạn 7 hồ sơ, quá hạn 2 hồ sơ.',
    keep: true,
  });
  return { keptCheck: String(keptId) };
}
