import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '#platform/database/pool.ts';
import type { LogEntry, SignedCheckpoint } from '../schema.ts';
import { type StoredEntry, withEvent } from '../store.ts';
import type { StoredVerification } from './schema.ts';

/** Among the next events those that have no place in the log and do not wait for one; `last` is null at the end. */
export async function readUnloggedBetween(
  db: Database,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<{ readonly last: number | null; readonly unlogged: readonly EventPlace[] }> {
  const { rows } = await sql<{ readonly last: number | null; readonly unlogged: readonly EventPlace[] }>`
    with part as (
      select id, stream, stream_id, sequence from history_events where id > ${after} order by id limit ${limit}
    )
    select (select max(id) from part) as last, (select coalesce(json_agg(json_build_object('stream', e.stream,
        'streamId', e.stream_id, 'sequence', e.sequence) order by e.id), '[]') from part e
      where not exists (select from log_entries l where l.event_id = e.id)
        and not exists (select from log_pending p where p.event_id = e.id)) as unlogged`.execute(db);
  return rows[0] ?? { last: null, unlogged: [] };
}

type EventPlace = { readonly stream: string; readonly streamId: number; readonly sequence: number };

/** Entries that wait for their place with their events as they stand now. */
export async function readWaiting(db: Database, most: number): Promise<readonly Omit<LogEntry, 'index'>[]> {
  const { rows } = await sql<Omit<StoredEntry, 'index'>>`
    select l.event_id, l.salt, l.leaf, e.stream, e.stream_id, e.sequence, e.kind, e.payload, e.at,
      e.account_id, e.officer_id, e.post_id, e.unit_id, e.request_id
    from log_pending l left join history_events e on e.id = l.event_id order by l.event_id limit ${most}`.execute(
    db,
  );
  return rows.map(withEvent);
}

/** States of more than `after` and at most `upTo` entries, smallest first. */
export async function readCheckpointsBetween(
  db: Database,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Promise<readonly SignedCheckpoint[]> {
  return db
    .selectFrom('logCheckpoints')
    .selectAll()
    .where('size', '>', after)
    .where('size', '<=', upTo)
    .orderBy('size')
    .execute();
}

export async function insertVerification(db: Database, verification: StoredVerification): Promise<void> {
  const { findings, ...columns } = verification;
  await db
    .insertInto('logVerifications')
    .values({ ...columns, findings: JSON.stringify(findings) })
    .execute();
}

const findingList = z.array(z.object({ where: z.string(), sentence: z.string() }));

/** The newest verification, or with `before` the newest that had ended by then; null when there is none. */
export async function readVerification(db: Database, before?: Date): Promise<StoredVerification | null> {
  const newest = db
    .selectFrom('logVerifications')
    .select(['startedAt', 'endedAt', 'entries', 'findingCount', 'findings'])
    .orderBy('id', 'desc')
    .limit(1);
  const row = await (before ? newest.where('endedAt', '<=', before) : newest).executeTakeFirst();
  return row ? { ...row, findings: findingList.parse(row.findings) } : null;
}

/** When damage was last settled by a person; null when it never was. */
export async function readDamageSettlement(db: Database): Promise<Date | null> {
  const { rows } = await sql<{ readonly at: Date | null }>`
    select max(settled_at) as at from log_alarms where kind = 'damaged'`.execute(db);
  return rows[0]?.at ?? null;
}
