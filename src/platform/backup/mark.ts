/** A place in which a restore began and did not end: it holds no system yet, and must not be taken for an empty one. */
import pg from 'pg';
import { refuse } from '#kernel/refusal.ts';
import type { Connection } from '#platform/database/connection.ts';
import { MARK } from './catalog.ts';
import type { Session } from './session.ts';

/** Marks the place before anything else is written to it. The load takes the mark away with its commit. */
export async function markUnfinished(session: Session, backup: string): Promise<void> {
  await session.query(
    `create table if not exists ${MARK} (backup text not null, begun_at timestamptz not null default now())`,
  );
  await session.query(`insert into ${MARK} (backup) values ($1)`, [backup]);
}

export async function isMarked(session: Session): Promise<boolean> {
  const { rows } = await session.query<{ mark: string | null }>('select to_regclass($1)::text as mark', [
    MARK,
  ]);
  return (rows[0]?.mark ?? null) !== null;
}

/** Refuses to work over a half-restored database. Called before migrating, by everything that opens a system. */
export async function refuseUnfinished(owner: Connection): Promise<void> {
  const session = new pg.Client({ ...owner, application_name: 'motcua' });
  await session.connect();
  try {
    if (await isMarked(session))
      refuse(
        'conflict',
        'Lần phục hồi vào cơ sở dữ liệu này đã bị ngắt giữa chừng nên chưa dùng được. Hãy chạy lại lệnh motcua restore với bản sao lưu đó, hoặc xóa cơ sở dữ liệu này và thư mục tệp rồi phục hồi lại.',
      );
  } finally {
    await session.end();
  }
}
