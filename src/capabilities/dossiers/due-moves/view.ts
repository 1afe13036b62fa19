/** What the page of a change shows: what it is, who decides, and which dossiers move from when to when. */
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { authorise, can, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import type { CalendarChange } from '#foundation/calendar/changes/schema.ts';
import { calendarChanges } from '#foundation/calendar/changes/service.ts';
import { asSystem, type Context } from '#foundation/context.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { refuse } from '#kernel/refusal.ts';
import type { ExportColumn } from '#web/http/export.ts';
import type { DueMove, UnitCount } from './schema.ts';
import { countByUnit, readMoves, readOfficerNames } from './store.ts';

export const PAGE_SIZE = 50;
/** Most rows of a file. */
const LONGEST_FILE = 100_000;

export type NamedChange = CalendarChange & {
  readonly words: string;
  readonly unitName: string;
  readonly proposedByName: string;
  readonly decidedByName: string;
};

export type ChangeQuery = { readonly page: number; readonly unitId: number | null };

export type ChangeView = {
  readonly change: NamedChange;
  /** Of all units; whoever may not see every dossier sees fewer rows than this counts. */
  readonly counts: readonly (UnitCount & { readonly unitName: string })[];
  readonly moves: readonly DueMove[];
  readonly query: ChangeQuery;
  readonly mayConfirm: boolean;
  readonly mayDecline: boolean;
};

/** Every change of the calendar, the newest first. */
export async function namedChanges(ctx: Context): Promise<readonly NamedChange[]> {
  const changes = await calendarChanges(ctx);
  const unitName = await unitNames(ctx, 'shortName');
  const people = changes.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]);
  const names = await readOfficerNames(
    ctx.db,
    people.filter((id) => id !== null),
  );
  const nameOf = (id: number | null): string => (id === null ? '' : (names.get(id) ?? ''));
  return changes.map((change) => ({
    ...change,
    unitName: change.unitId === null ? 'Mọi đơn vị' : unitName(change.unitId),
    proposedByName: nameOf(change.proposedBy),
    decidedByName: nameOf(change.decidedBy),
  }));
}

/** One change with the dossiers it moves: counts for everybody who reads the calendar, rows of the dossiers one may see. */
export async function changeView(ctx: Context, id: number, query: ChangeQuery): Promise<ChangeView> {
  const change = await namedChange(ctx, id);
  const unitName = await unitNames(ctx, 'shortName');
  const counts = await asSystem(ctx, async ({ db }) => countByUnit(db, id));
  const offset = (query.page - 1) * PAGE_SIZE;
  const mayConfirm = change.state === 'open' && (await mayDecide(ctx, change));
  return {
    change,
    counts: counts
      .map((count) => ({ ...count, unitName: unitName(count.unitId) }))
      .toSorted((a, b) => b.promises - a.promises || a.unitName.localeCompare(b.unitName, 'vi')),
    moves: await readMoves(ctx.db, id, { unitId: query.unitId, offset, most: PAGE_SIZE }),
    query,
    mayConfirm: mayConfirm && change.proposedBy !== ctx.actor?.officerId,
    mayDecline: mayConfirm || (change.state === 'open' && change.proposedBy === ctx.actor?.officerId),
  };
}

/** The rows of one change as far as the reader may see them, for a file. */
export async function allMoves(ctx: Context, id: number): Promise<readonly DueMove[]> {
  await namedChange(ctx, id);
  return readMoves(ctx.db, id, { unitId: null, offset: 0, most: LONGEST_FILE });
}

async function namedChange(ctx: Context, id: number): Promise<NamedChange> {
  await authorise(ctx, 'calendar.read');
  return (
    (await namedChanges(ctx)).find((one) => one.id === id) ??
    refuse('missing', 'Không có đề nghị này. Hãy chọn trong danh sách thay đổi của lịch.')
  );
}

async function mayDecide(ctx: Context, { unitId }: CalendarChange): Promise<boolean> {
  if (!can(requireActor(ctx), 'calendar.confirm')) return false;
  const units = await unitsWith(ctx, 'calendar.confirm');
  return units === null || (unitId !== null && units.includes(unitId));
}

/** Columns of the exported list. */
export function moveColumns(unitName: (unitId: number) => string): readonly ExportColumn<DueMove>[] {
  return [
    { header: 'Số hồ sơ', value: (row) => row.number, width: 28 },
    { header: 'Thủ tục', value: (row) => row.title, width: 40 },
    { header: 'Nơi tiếp nhận', value: (row) => unitName(row.unitId), width: 28 },
    { header: 'Hẹn trả cũ', value: (row) => row.dueFrom },
    { header: 'Hẹn trả mới', value: (row) => row.dueTo },
    { header: 'Số bước dời hạn', value: (row) => row.steps },
    { header: 'Số hẹn giờ dời', value: (row) => row.timers },
    { header: 'Đã dời lúc', value: (row) => row.movedAt },
    { header: 'Chưa dời được vì', value: (row) => row.problem, width: 40 },
  ];
}

/** How far it is, in a sentence. */
export function progressWords({ state, countedAt, settledAt, decidedAt }: CalendarChange): string {
  if (state === 'declined') return 'Đề nghị không được xác nhận, lịch làm việc không thay đổi.';
  if (state === 'open') {
    return countedAt === null
      ? 'Hệ thống đang tính những hồ sơ bị dời hạn. Tính xong mới xác nhận được.'
      : `Đã tính xong lúc ${formatDateTime(countedAt)}.`;
  }
  const decided = decidedAt === null ? '' : ` lúc ${formatDateTime(decidedAt)}`;
  return settledAt === null
    ? `Đã xác nhận${decided}. Hệ thống đang dời hạn từng hồ sơ.`
    : `Đã xác nhận${decided}, đã dời hạn xong lúc ${formatDateTime(settledAt)}.`;
}
