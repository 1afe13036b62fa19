import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';

/** What an officer was told in the program. */
export type OwnNotice = {
  readonly id: number;
  readonly template: string;
  readonly subject: string;
  readonly body: string;
  /** Of a dossier that the officer still sees. */
  readonly dossierNumber: string | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
};

/** A page of them, newest first. */
export async function readOwn(
  db: Database,
  officerId: number,
  part: { readonly limit: number; readonly offset: number },
): Promise<readonly OwnNotice[]> {
  const { rows } = await sql<OwnNotice>`
    select n.id, n.template, n.subject, n.body, d.number as dossier_number, n.created_at, n.read_at
    from notices n left join dossiers d on d.id = n.dossier_id
    where n.officer_id = ${officerId} and n.channel = 'app'
    order by n.id desc limit ${part.limit} offset ${part.offset}`.execute(db);
  return rows;
}

/** How many there are, and how many of them were not read. */
export async function countOwn(
  db: Database,
  officerId: number,
): Promise<{ readonly total: number; readonly unread: number }> {
  const { rows } = await sql<{ readonly total: number; readonly unread: number }>`
    select count(*)::int as total, (count(*) filter (where read_at is null))::int as unread
    from notices where officer_id = ${officerId} and channel = 'app'`.execute(db);
  return rows[0] ?? { total: 0, unread: 0 };
}

export async function countUnread(db: Database, officerId: number, most: number): Promise<number> {
  const { rows } = await sql<{ readonly unread: number }>`
    select count(*)::int as unread from (
      select from notices where officer_id = ${officerId} and channel = 'app' and read_at is null limit ${most}
    ) u`.execute(db);
  return rows[0]?.unread ?? 0;
}

/** One, or all when none is named; what was read stays read. */
export async function setRead(
  db: Database,
  officerId: number,
  read: { readonly id: number | null; readonly now: Date },
): Promise<void> {
  await sql`
    update notices set read_at = ${read.now}
    where officer_id = ${officerId} and channel = 'app' and read_at is null
      and (${read.id}::bigint is null or id = ${read.id})`.execute(db);
}
