import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import { TILE_WIDTH } from '#kernel/merkle/tile.ts';
import type { WrittenTile } from '#kernel/merkle/growth.ts';
import type { LoggedEvent } from '#foundation/history/leaf.ts';
import type { Alarm, LogEntry, SignedCheckpoint } from './schema.ts';

/** One sequencer at a time; the second finds that somebody is at it and comes again. */
export async function tryToSequence(db: Database): Promise<boolean> {
  const { rows } = await sql<{ readonly mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('log sequencer')) as mine`.execute(db);
  return rows[0]?.mine ?? false;
}

export async function readSize(db: Database): Promise<number> {
  const { rows } = await sql<{ readonly size: number }>`
    select coalesce(max(index) + 1, 0) as size from log_entries`.execute(db);
  return rows[0]?.size ?? 0;
}

/** Gives waiting entries the next places, in the order of their events, and answers their leaves. */
export async function placePending(db: Database, size: number, most: number): Promise<readonly Uint8Array[]> {
  const { rows } = await sql<{ readonly leaf: Buffer }>`
    with taken as (
      delete from log_pending where event_id in (select event_id from log_pending order by event_id limit ${most})
      returning event_id, salt, leaf
    ), placed as (
      insert into log_entries (index, event_id, salt, leaf)
      select ${size}::bigint + row_number() over (order by event_id) - 1, event_id, salt, leaf from taken
      returning index, leaf
    )
    select leaf from placed order by index`.execute(db);
  return rows.map(({ leaf }) => leaf);
}

/** Events that never got an entry: those from before the log began. */
export async function readUnlogged(
  db: Database,
  most: number,
): Promise<readonly (LoggedEvent & { id: number })[]> {
  const { rows } = await sql<LoggedEvent & { readonly id: number }>`
    select e.id, e.stream, e.stream_id, e.sequence, e.kind, e.payload, e.at, e.account_id, e.officer_id, e.post_id,
      e.unit_id, e.request_id
    from history_events e
    where not exists (select from log_entries l where l.event_id = e.id)
      and not exists (select from log_pending p where p.event_id = e.id)
    order by e.id limit ${most}`.execute(db);
  return rows;
}

export async function insertPending(
  db: Database,
  rows: readonly { readonly eventId: number; readonly salt: Buffer; readonly leaf: Buffer }[],
): Promise<void> {
  await db
    .insertInto('logPending')
    .values([...rows])
    .execute();
}

type TilePlace = { readonly level: number; readonly index: number };

/** Hashes of tiles, in the order asked for; empty where there is none. */
export async function readTiles(db: Database, tiles: readonly TilePlace[]): Promise<readonly Uint8Array[]> {
  if (tiles.length === 0) return [];
  const { rows } = await sql<TilePlace & { readonly hashes: Buffer }>`
    select t.level, t.index, t.hashes from log_tiles t
    join unnest(${tiles.map(({ level }) => level)}::int[], ${tiles.map(({ index }) => index)}::bigint[]) a(level, index)
      using (level, index)`.execute(db);
  const found = new Map(rows.map(({ level, index, hashes }) => [`${level}/${index}`, hashes]));
  return tiles.map(({ level, index }) => found.get(`${level}/${index}`) ?? new Uint8Array());
}

export async function saveTiles(db: Database, tiles: readonly WrittenTile[]): Promise<void> {
  if (tiles.length === 0) return;
  const rows = tiles.map(({ level, index, bytes }) => ({ level, index, hashes: Buffer.from(bytes) }));
  await db
    .insertInto('logTiles')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['level', 'index']).doUpdateSet((row) => ({ hashes: row.ref('excluded.hashes') })),
    )
    .execute();
}

/** Leaves from one place on, at most as many as a bundle holds. */
export async function readLeaves(
  db: Database,
  from: number,
  most = TILE_WIDTH,
): Promise<readonly Uint8Array[]> {
  const rows = await db
    .selectFrom('logEntries')
    .select('leaf')
    .where('index', '>=', from)
    .where('index', '<', from + most)
    .orderBy('index')
    .execute();
  return rows.map(({ leaf }) => leaf);
}

/** Entries after a place with their events as they stand now, for verification. */
export async function readEntries(db: Database, from: number, most: number): Promise<readonly LogEntry[]> {
  const { rows } = await sql<StoredEntry>`
    select l.index, l.event_id, l.salt, l.leaf, e.stream, e.stream_id, e.sequence, e.kind, e.payload, e.at,
      e.account_id, e.officer_id, e.post_id, e.unit_id, e.request_id
    from log_entries l left join history_events e on e.id = l.event_id
    where l.index >= ${from} order by l.index limit ${most}`.execute(db);
  return rows.map(({ index, ...entry }) => ({ index, ...withEvent(entry) }));
}

/** Columns of an entry and its event, taken apart; the event is null when it is gone. */
export function withEvent({
  eventId,
  salt,
  leaf,
  ...event
}: Omit<StoredEntry, 'index'>): Omit<LogEntry, 'index'> {
  return { eventId, salt, leaf, event: event.stream === null ? null : event };
}

export type StoredEntry = LoggedEvent & {
  readonly index: number;
  readonly eventId: number;
  readonly salt: Buffer | null;
  readonly leaf: Buffer;
};

/** Places whose salt was taken away together with personal data, as the history tells: `log` events of kind `erased`. */
export async function readErased(db: Database): Promise<readonly number[]> {
  const { rows } = await sql<{ readonly index: number }>`
    select (payload ->> 'index')::bigint as index from history_events where stream = 'log' and kind = 'erased'`.execute(
    db,
  );
  return rows.map(({ index }) => index);
}

export async function insertCheckpoint(db: Database, checkpoint: SignedCheckpoint): Promise<void> {
  await db
    .insertInto('logCheckpoints')
    .values({ ...checkpoint, root: Buffer.from(checkpoint.root) })
    .onConflict((conflict) => conflict.column('size').doNothing())
    .execute();
}

export async function readLastCheckpoint(db: Database): Promise<SignedCheckpoint | null> {
  const row = await db
    .selectFrom('logCheckpoints')
    .selectAll()
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function readRecentCheckpoints(
  db: Database,
  most: number,
): Promise<readonly SignedCheckpoint[]> {
  return db.selectFrom('logCheckpoints').selectAll().orderBy('size', 'desc').limit(most).execute();
}

/** The first open alarm: one that stops writing, or with `damage` one that a verification raised. */
export async function readOpenAlarm(db: Database, damage = false): Promise<Alarm | null> {
  const row = await db
    .selectFrom('logAlarms')
    .select(['id', 'kind', 'sentence', 'raisedAt'])
    .where('settledAt', 'is', null)
    .where('kind', damage ? '=' : '<>', 'damaged')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertAlarm(db: Database, alarm: Omit<Alarm, 'id'>): Promise<void> {
  await db.insertInto('logAlarms').values(alarm).execute();
}

/** Settles open alarms: all, or with `onlyDamage` those that verifications raised. Returns how many. */
export async function settleAlarms(
  db: Database,
  settled: { readonly at: Date; readonly reason: string; readonly onlyDamage: boolean },
): Promise<number> {
  const open = db
    .updateTable('logAlarms')
    .set({ settledAt: settled.at, settledReason: settled.reason })
    .where('settledAt', 'is', null);
  const chosen = settled.onlyDamage ? open.where('kind', '=', 'damaged') : open;
  return Number((await chosen.executeTakeFirst()).numUpdatedRows);
}

/** The place of an event in the log; null while it waits. */
export async function readPlace(
  db: Database,
  event: { readonly stream: string; readonly streamId: number; readonly sequence: number },
): Promise<number | null> {
  const { rows } = await sql<{ readonly index: number }>`
    select l.index from log_entries l join history_events e on e.id = l.event_id
    where e.stream = ${event.stream} and e.stream_id = ${event.streamId} and e.sequence = ${event.sequence}`.execute(
    db,
  );
  return rows[0]?.index ?? null;
}

/** Does an event wait for its place? */
export async function isPending(
  db: Database,
  event: { readonly stream: string; readonly streamId: number; readonly sequence: number },
): Promise<boolean> {
  const row = await db
    .selectFrom('logPending as l')
    .innerJoin('historyEvents as e', 'e.id', 'l.eventId')
    .select('e.id')
    .where('e.stream', '=', event.stream)
    .where('e.streamId', '=', event.streamId)
    .where('e.sequence', '=', event.sequence)
    .executeTakeFirst();
  return row !== undefined;
}

/** As many events as are surely more than what is written between two looks at the clock. */
const RECENT_EVENTS = 1000;

/**
 * The latest time among the newest events: one that says an earlier time than the one before it does not hide that one. What
 * was before a recorded recovery no longer counts. Null in an empty history.
 */
export async function readLatestEventTime(db: Database): Promise<Date | null> {
  const { rows } = await sql<{ readonly latest: Date | null }>`
    select max(at) as latest from (
      select at from history_events
      where id >= (select coalesce(max(id), 0) from history_events where stream = 'log' and kind = 'recovered')
      order by id desc limit ${RECENT_EVENTS}
    ) recent`.execute(db);
  return rows[0]?.latest ?? null;
}

/** How many entries wait and since when, and how much of what has its place is not signed yet. */
export async function readLag(db: Database): Promise<{
  readonly waiting: number;
  readonly oldestAt: Date | null;
  readonly signedAt: Date | null;
  readonly unsigned: number;
}> {
  const { rows } = await sql<Awaited<ReturnType<typeof readLag>>>`
    select (select count(*) from log_pending) as waiting,
      (select min(e.at) from log_pending p join history_events e on e.id = p.event_id) as oldest_at,
      (select signed_at from log_checkpoints order by size desc limit 1) as signed_at,
      (select coalesce(max(index) + 1, 0) from log_entries)
        - (select coalesce(max(size), 0) from log_checkpoints) as unsigned`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('No lag');
  return row;
}
