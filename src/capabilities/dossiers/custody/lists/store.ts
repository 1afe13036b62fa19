import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import { COPIES } from '../store.ts';
import type { CourierItem, CourierList, CourierSummary } from './schema.ts';

/** Writes a list with its items in their order; answers its number inside. */
export async function insertList(
  db: Database,
  list: {
    readonly unitId: number;
    readonly toUnitId: number;
    readonly year: number;
    readonly line: number;
    readonly madeBy: number;
    readonly madeAt: Date;
  },
  items: readonly { readonly dossierId: number; readonly handedAt: Date }[],
): Promise<number> {
  const { id: listId } = await db
    .insertInto('courierLists')
    .values(list)
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('courierListItems')
    .values(items.map((item, position) => ({ listId, position, ...item })))
    .execute();
  return listId;
}

export async function findList(db: Database, id: number): Promise<CourierList | null> {
  const row = await lists(db).where('l.id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Lists of units, either side, newest first, with how many of their handovers nobody has taken. */
export async function readLists(
  db: Database,
  unitIds: readonly number[],
  only: 'open' | 'all',
): Promise<readonly CourierSummary[]> {
  const summaries = lists(db)
    .innerJoin('courierListItems as i', 'i.listId', 'l.id')
    .leftJoin('dossierHandovers as h', (join) =>
      join
        .onRef('h.dossierId', '=', 'i.dossierId')
        .onRef('h.handedAt', '=', 'i.handedAt')
        .on('h.takenAt', 'is', null)
        .on('h.endedHow', 'is', null),
    )
    .select((row) => [
      row.fn.count<number>('i.position').as('total'),
      row.fn.count<number>('h.id').as('open'),
    ])
    .where((or) => or.or([or('l.unitId', 'in', unitIds), or('l.toUnitId', 'in', unitIds)]))
    .groupBy(['l.id', 'o.fullName'])
    .orderBy('l.madeAt', 'desc')
    .limit(200);
  const rows = await summaries
    .$if(only === 'open', (query) => query.having((row) => row.fn.count('h.id'), '>', 0))
    .execute();
  return rows.map((row) => ({ ...row, total: Number(row.total), open: Number(row.open) }));
}

function lists(db: Database) {
  return db
    .selectFrom('courierLists as l')
    .innerJoin('officers as o', 'o.id', 'l.madeBy')
    .select(['l.id', 'l.unitId', 'l.toUnitId', 'l.year', 'l.line', 'o.fullName as madeBy', 'l.madeAt']);
}

export async function readItems(db: Database, listId: number): Promise<readonly CourierItem[]> {
  const { rows } = await sql<CourierItem>`
    select d.number, d.sequence, d.title, d.applicant_name, i.handed_at, h.taken_at, o.full_name as taken_by, h.ended_how,
      ${COPIES} as copies,
      (select s.position from dossier_steps s where s.dossier_id = d.id and s.state = 'active' and s.custody = 'handed'
        and h.taken_at is null and h.ended_how is null) as position
    from courier_list_items i
      join dossiers d on d.id = i.dossier_id
      join dossier_handovers h on h.dossier_id = i.dossier_id and h.handed_at = i.handed_at
      left join officers o on o.id = h.taken_by
    where i.list_id = ${listId} order by i.position`.execute(db);
  return rows;
}
