import { codesOf } from '#kernel/labels.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';
import { CHANNEL_LABELS } from '../labels.ts';
import type { Channel, Offering } from '../schema.ts';

const CHANNELS = codesOf(CHANNEL_LABELS);

export async function readOfferings(db: Database): Promise<readonly Offering[]> {
  const rows = await offerings(db)
    .orderBy('o.procedureId')
    .orderBy('o.unitId')
    .orderBy('o.validFrom')
    .execute();
  return rows.map(offeringOf);
}

export async function readOfferingsOf(db: Database, procedureId: number): Promise<readonly Offering[]> {
  const rows = await offerings(db).where('o.procedureId', '=', procedureId).orderBy('o.validFrom').execute();
  return rows.map(offeringOf);
}

export async function insertOfferings(db: Database, rows: readonly Omit<Offering, 'id'>[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('offerings')
    .values(rows.map((row) => ({ ...row, channels: [...row.channels] })))
    .execute();
}

export async function updateOfferingEnd(db: Database, id: number, validTo: LocalDate | null): Promise<void> {
  await db.updateTable('offerings').set({ validTo }).where('id', '=', id).execute();
}

/** Takes back offerings that never came to hold. */
export async function deleteOfferings(db: Database, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('offerings').where('id', 'in', ids).execute();
}

function offerings(db: Database) {
  return db
    .selectFrom('offerings as o')
    .select(['o.id', 'o.procedureId', 'o.unitId', 'o.channels', 'o.validFrom', 'o.validTo']);
}

function offeringOf<Row extends { readonly channels: readonly string[] }>(row: Row) {
  const channels: readonly Channel[] = CHANNELS.filter((channel) => row.channels.includes(channel));
  return { ...row, channels };
}
