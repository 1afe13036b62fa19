import type { Database } from '#platform/database/pool.ts';
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

export async function insertEvents(
  db: Database,
  stream: { readonly name: StreamName; readonly id: number; readonly after: number },
  events: readonly Omit<HistoryEvent, 'sequence'>[],
): Promise<void> {
  const rows = events.map((event, index) => ({
    ...event,
    payload: JSON.stringify(event.payload),
    stream: stream.name,
    streamId: stream.id,
    sequence: stream.after + index + 1,
  }));
  await db.insertInto('historyEvents').values(rows).execute();
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
