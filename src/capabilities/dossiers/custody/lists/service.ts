import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise, requireActor, unitsActedFor, unitsWith } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { takeNumbers } from '../../intake/store.ts';
import { lockOpenHandovers, type OpenHandover } from '../store.ts';
import type { CourierItem, CourierList, CourierSummary, MakeListInput } from './schema.ts';
import { findList, insertList, readItems, readLists } from './store.ts';

/** Puts handovers of the actor's unit onto lists for the courier, one for each unit that they go to. Answers their ids. */
export async function makeLists(ctx: Context, { numbers }: MakeListInput): Promise<readonly number[]> {
  await authorise(ctx, 'dossier.handle', requireActor(ctx).post.unitId);
  const units = await unitsActedFor(ctx);
  return inTransaction(ctx, async (tx) => {
    const found = await lockOpenHandovers(tx.db, units, numbers);
    const listed = found.find(({ listId }) => listId !== null);
    if (listed) {
      refuse('conflict', `Hồ sơ ${listed.number} đã ở một danh sách bàn giao khác. Hãy bỏ chọn hồ sơ này.`);
    }
    const gone = numbers.find((number) => !found.some((row) => row.number === number));
    if (gone !== undefined) {
      refuse('conflict', `Hồ sơ ${gone} không còn chờ bên nhận xác nhận. Hãy tải lại trang rồi chọn lại.`);
    }
    const groups = Map.groupBy(found, ({ fromUnitId, toUnitId }) => `${fromUnitId} ${toUnitId}`);
    const ids: number[] = [];
    for (const rows of groups.values()) ids.push(await makeList(tx, rows));
    return ids;
  });
}

async function makeList(tx: TransactionContext, rows: readonly OpenHandover[]): Promise<number> {
  const [first] = rows;
  if (first === undefined) throw new Error('A list has at least one handover');
  const { fromUnitId: unitId, toUnitId } = first;
  const year = Number(localDateOf(tx.now).slice(0, 4));
  const [line] = await takeNumbers(tx.db, [{ unitId, book: 'courier-list', day: `${year}-01-01` }]);
  if (line === undefined) throw new Error('A book gave no number');
  const items = rows.map(({ dossierId, handedAt }) => ({ dossierId, handedAt }));
  const head = { unitId, toUnitId, year, line };
  const by = { madeBy: requireActor(tx).officerId, madeAt: tx.now };
  const id = await insertList(tx.db, { ...head, ...by }, items);
  const payload = {
    ...head,
    items: items.map(({ dossierId, handedAt }) => ({ dossierId, handedAt: handedAt.toISOString() })),
  };
  await record(tx, { name: 'courier-list', id, after: 0 }, [{ kind: 'made', payload }]);
  return id;
}

/** Lists of the actor's unit, sent and coming. */
export async function courierLists(ctx: Context, only: 'open' | 'all'): Promise<readonly CourierSummary[]> {
  await authorise(ctx, 'dossier.handle', requireActor(ctx).post.unitId);
  return readLists(ctx.db, await unitsActedFor(ctx), only);
}

/** One list with its dossiers, for the two units. */
export async function courierList(
  ctx: Context,
  id: number,
): Promise<{
  readonly list: CourierList;
  readonly items: readonly CourierItem[];
  readonly isReceiver: boolean;
}> {
  requireActor(ctx);
  const list = await findList(ctx.db, id);
  const units = await unitsWith(ctx, 'dossier.read');
  const isTheirs =
    list && (units === null || [list.unitId, list.toUnitId].some((unit) => units.includes(unit)));
  if (!list || !isTheirs) {
    refuse('missing', 'Không có danh sách bàn giao này, hoặc danh sách không thuộc đơn vị của bạn.');
  }
  const own = await unitsActedFor(ctx);
  return { list, items: await readItems(ctx.db, id), isReceiver: own.includes(list.toUnitId) };
}
