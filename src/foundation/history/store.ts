import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import { leafOf, type LoggedEvent } from './leaf.ts';
import type { HistoryEvent, NamedEvent, StreamName } from './schema.ts';

const EVENT_COLUMNS = [
  'sequence',
  'kind',
  'payload',
  'at',
  'accountId',
  'officerId',
  'postId',
  'unitId',
  'requestId',
] as const;

/** Writes events together with their entries of the log, in one statement. */
export async function insertEvents(
  db: Database,
  stream: { readonly name: StreamName; readonly id: number; readonly after: number },
  events: readonly Omit<HistoryEvent, 'sequence'>[],
): Promise<void> {
  const rows = events.map((event, index) => {
    const logged = {
      ...event,
      stream: stream.name,
      streamId: stream.id,
      sequence: stream.after + index + 1,
    };
    return { ...logged, ...leafOf(logged) };
  });
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows.map(asJson))}::jsonb) g(stream text, "streamId" bigint,
        sequence integer, kind text, payload jsonb, at timestamptz, "accountId" bigint, "officerId" bigint,
        "postId" bigint, "unitId" bigint, "requestId" text, salt text, leaf text)
    ), written as (
      insert into history_events (stream, stream_id, sequence, kind, payload, at, account_id, officer_id, post_id,
        unit_id, request_id)
      select stream, "streamId", sequence, kind, payload, at, "accountId", "officerId", "postId", "unitId", "requestId"
      from given order by sequence
      returning id, sequence
    )
    insert into log_pending (event_id, salt, leaf)
    select w.id, decode(g.salt, 'base64'), decode(g.leaf, 'base64') from written w join given g using (sequence)`.execute(
    db,
  );
}

function asJson({ salt, leaf, ...event }: LoggedEvent & ReturnType<typeof leafOf>) {
  return { ...event, salt: salt.toString('base64'), leaf: leaf.toString('base64') };
}

export async function readStream(
  db: Database,
  name: StreamName,
  id: number,
): Promise<readonly HistoryEvent[]> {
  const rows = await db
    .selectFrom('historyEvents')
    .select(EVENT_COLUMNS)
    .where('stream', '=', name)
    .where('streamId', '=', id)
    .orderBy('sequence')
    .execute();
  return rows.map(withPayload);
}

/** The history of a record with the names of people and posts, for a timeline. */
export async function readNamedStream(
  db: Database,
  name: StreamName,
  id: number,
): Promise<readonly NamedEvent[]> {
  const rows = await db
    .selectFrom('historyEvents as e')
    .leftJoin('officers as o', 'o.id', 'e.officerId')
    .leftJoin('posts as p', 'p.id', 'e.postId')
    .select([
      'e.sequence',
      'e.kind',
      'e.payload',
      'e.at',
      'e.accountId',
      'e.officerId',
      'e.postId',
      'e.unitId',
      'e.requestId',
    ])
    .select(['o.fullName as officerName', 'p.title as postTitle'])
    .where('e.stream', '=', name)
    .where('e.streamId', '=', id)
    .orderBy('e.sequence')
    .execute();
  return rows.map(withPayload);
}

function withPayload<Row extends { payload: unknown }>(
  row: Row,
): Row & { payload: Readonly<Record<string, unknown>> } {
  // insertEvents writes nothing but objects into this column.
  return row as Row & { payload: Readonly<Record<string, unknown>> };
}
