import type { Selectable } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { DB } from '#platform/database/types.ts';
import { refuse } from '#kernel/refusal.ts';
import { isDuplicate } from '#platform/database/errors.ts';
import type { ActDocument } from './document/schema.ts';
import { type Act, type ActDraft, actSchema, type ActState, actStateSchema } from './schema.ts';

/** Every act, by effective date; of one date, in the order in which they were put in force, prepared ones last. */
export async function readActs(db: Database): Promise<readonly Act[]> {
  const rows = await db
    .selectFrom('unitActs')
    .selectAll()
    .orderBy('effectiveOn')
    .orderBy('decidedAt', (order) => order.asc().nullsLast())
    .orderBy('id')
    .execute();
  return rows.map(parseAct);
}

/** All acts, locked until the end of the transaction, so that two people change the organisation one after the other. */
export async function lockActs(db: Database): Promise<readonly Act[]> {
  await db.selectFrom('unitActs').select('id').orderBy('id').forUpdate().execute();
  return readActs(db);
}

/** Saves a prepared act and returns its identifier. Refuses a code that is taken. */
export async function insertAct(db: Database, act: ActDraft): Promise<number> {
  try {
    const { id } = await db
      .insertInto('unitActs')
      .values({ ...act, changes: JSON.stringify(act.changes), state: 'prepared', decidedAt: null })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  } catch (error) {
    if (!isDuplicate(error, 'unit_acts_code_key')) throw error;
    return refuse('conflict', 'Mã quyết định này đã dùng. Hãy đặt mã khác.', {
      code: 'Mã quyết định này đã dùng. Hãy đặt mã khác.',
    });
  }
}

export async function updateActState(
  db: Database,
  id: number,
  decision: { readonly state: ActState; readonly decidedAt: Date },
): Promise<void> {
  await db.updateTable('unitActs').set(decision).where('id', '=', id).execute();
}

export async function updateActDocument(db: Database, id: number, document: ActDocument): Promise<void> {
  await db.updateTable('unitActs').set(document).where('id', '=', id).execute();
}

/** Reads a row; a kind, state or change that this version does not know is a fault of the database's content. */
function parseAct(row: Selectable<DB['unitActs']>): Act {
  const { id, state, decidedAt, ...draft } = row;
  return { ...actSchema.parse(draft), id, state: actStateSchema.parse(state), decidedAt };
}
