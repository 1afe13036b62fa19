import { fold } from '#kernel/vietnamese/fold.ts';
import { unitsWith } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { refuse } from '#kernel/refusal.ts';
import { descendantsOf } from '#foundation/organisation/rules.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { OFFICERS_PER_PAGE, type OfficerFilter, type OfficerLine } from './schema.ts';
import { readOfficerLines } from './store.ts';

const ALL = 100_000;

/** One page of the people the actor may see. */
export async function officerPage(
  ctx: Context,
  filter: OfficerFilter,
): Promise<{ readonly lines: readonly OfficerLine[]; readonly total: number }> {
  return search(ctx, filter, { limit: OFFICERS_PER_PAGE, offset: (filter.page - 1) * OFFICERS_PER_PAGE });
}

/** Everybody the filter finds, for an export. */
export async function allOfficers(ctx: Context, filter: OfficerFilter): Promise<readonly OfficerLine[]> {
  return (await search(ctx, filter, { limit: ALL, offset: 0 })).lines;
}

/** Units whose people the actor may see, narrowed to a unit and those below it; null means all. */
export async function readableUnits(ctx: Context, unitId: number | null): Promise<readonly number[] | null> {
  const readable = await unitsWith(ctx, 'people.read');
  if (readable?.length === 0) {
    refuse('forbidden', 'Vị trí bạn đang làm việc không được xem danh sách cán bộ. Hãy hỏi lãnh đạo đơn vị.');
  }
  if (unitId === null) return readable;
  const wanted = descendantsOf(await organisationNow(ctx), unitId).map((unit) => unit.id);
  return readable === null ? wanted : wanted.filter((id) => readable.includes(id));
}

async function search(
  ctx: Context,
  filter: OfficerFilter,
  part: { readonly limit: number; readonly offset: number },
) {
  const unitIds = await readableUnits(ctx, filter.unit);
  const words = fold(filter.q)
    .split(' ')
    .filter((word) => word !== '');
  return readOfficerLines(ctx.db, { words, unitIds, role: filter.role, now: ctx.now, ...part });
}
