import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { Row } from '../replayed.ts';
import type { HistoryEvent, StreamName } from '../schema.ts';

type Page = { readonly after: number; readonly limit: number };

/** A table and the column of it that says whose row it is. Both come from declarations in code. */
type Owned = { readonly table: string; readonly owner: string };

/** Records of a kind that have a history, by number. */
export async function readStreamIds(
  db: Database,
  stream: StreamName,
  { after, limit }: Page,
): Promise<readonly number[]> {
  const { rows } = await sql<{ readonly id: number }>`
    select stream_id as id from history_events
    where stream = ${stream} and sequence = 1 and stream_id > ${after} order by stream_id limit ${limit}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** Records that have rows in a table, by number. */
export async function readOwners(
  db: Database,
  { table, owner }: Owned,
  { after, limit }: Page,
): Promise<readonly number[]> {
  const { rows } = await sql<{ readonly id: number }>`
    select distinct ${sql.ref(owner)} as id from ${sql.table(table)}
    where ${sql.ref(owner)} > ${after} order by 1 limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** All rows of some records with all their columns, by record. */
export async function readRowsOf(
  db: Database,
  { table, owner }: Owned,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly Row[]>> {
  const { rows } = await sql<{ readonly ownerId: number } & Row>`
    select ${sql.ref(owner)} as owner_id, t.* from ${sql.table(table)} t
    where ${sql.ref(owner)} = any(${[...ids]}::bigint[]) order by 1, 2`.execute(db);
  const byOwner = new Map<number, Row[]>();
  for (const { ownerId, ...row } of rows) byOwner.set(ownerId, [...(byOwner.get(ownerId) ?? []), row]);
  return byOwner;
}

/** The histories of some records, oldest event first. */
export async function readStreams(
  db: Database,
  stream: StreamName,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly HistoryEvent[]>> {
  const { rows } = await sql<HistoryEvent & { readonly streamId: number }>`
    select stream_id, sequence, kind, payload, at, account_id, officer_id, post_id, unit_id, request_id
    from history_events where stream = ${stream} and stream_id = any(${[...ids]}::bigint[])
    order by stream_id, sequence`.execute(db);
  const byStream = new Map<number, HistoryEvent[]>();
  for (const { streamId, ...event } of rows) {
    const events = byStream.get(streamId);
    if (events) events.push(event);
    else byStream.set(streamId, [event]);
  }
  return byStream;
}
