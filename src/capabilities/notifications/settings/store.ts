import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';
import type { NoticeSettings } from '../schema.ts';

export type SettingsRow = NoticeSettings & {
  readonly id: number;
  readonly validFrom: LocalDate;
  readonly sequence: number;
};

/** How notices were and will be sent, oldest first. */
export async function readAllSettings(db: Database): Promise<readonly SettingsRow[]> {
  const { rows } = await sql<SettingsRow>`select * from notice_settings order by valid_from`.execute(db);
  return rows;
}

/** How they are sent on a day. The migration wrote a row from the beginning. */
export async function readSettings(db: Database, on: LocalDate): Promise<NoticeSettings> {
  const { rows } = await sql<SettingsRow>`
    select * from notice_settings where valid_from <= ${on} order by valid_from desc limit 1`.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`No settings of notices on ${on}`);
  return row;
}

/** One change at a time. */
export async function lockSettings(db: Database): Promise<readonly SettingsRow[]> {
  const { rows } =
    await sql<SettingsRow>`select * from notice_settings order by valid_from for update`.execute(db);
  return rows;
}

export async function insertSettings(db: Database, row: Omit<SettingsRow, 'id'>): Promise<number> {
  const { id } = await db.insertInto('noticeSettings').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function updateSettings(db: Database, id: number, row: Omit<SettingsRow, 'id'>): Promise<void> {
  await db.updateTable('noticeSettings').set(row).where('id', '=', id).execute();
}
