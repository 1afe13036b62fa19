import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import { SEND_NOTICE } from '../schema.ts';
import { type NoticeDetail, type NoticeQuery, type NoticeRow, PAGE_SIZE } from './schema.ts';

const COLUMNS = sql`n.id, n.template, d.number as dossier_number, d.receiving_unit_id as unit_id,
  n.officer_id, o.full_name as officer_name, n.channel, n.address, n.state, n.attempts, n.failure, n.created_at, n.due_at, n.sent_at,
  n.delivered_at`;

const SOURCE = sql`notices n join dossiers d on d.id = n.dossier_id left join officers o on o.id = n.officer_id`;

/** Whoever reads what was told need not be able to look the dossier up in the applicant's place. */
function withoutCode(text: RawBuilder<unknown>): RawBuilder<string> {
  return sql`replace(${text}, d.check_code, '********')`;
}

/** Units whose dossiers somebody may read; null stands for all. The rows that the server shows are those of any right. */
type Units = readonly number[] | null;

function ofUnits(units: Units): RawBuilder<unknown> {
  if (units === null) return sql`true`;
  return sql`exists (select from dossier_units u where u.dossier_id = d.id and u.unit_id = any(${[...units]}::bigint[]))`;
}

function filter({ q, state, channel, template, unit }: NoticeQuery, units: Units): RawBuilder<unknown> {
  const parts = [
    ofUnits(units),
    ...(q === '' ? [] : [sql`d.number = ${q.toUpperCase()}`]),
    ...(state === '' ? [] : [sql`n.state = ${state}`]),
    ...(channel === '' ? [] : [sql`n.channel = ${channel}`]),
    ...(template === '' ? [] : [sql`n.template = ${template}`]),
    ...(unit === null ? [] : [sql`d.receiving_unit_id = ${unit}`]),
  ];
  return sql.join(parts, sql` and `);
}

/** What was told of dossiers that the officer sees, newest first. */
export async function readNotices(
  db: Database,
  query: NoticeQuery,
  { units, limit = PAGE_SIZE }: { readonly units: Units; readonly limit?: number },
): Promise<readonly NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select ${COLUMNS} from ${SOURCE} where ${filter(query, units)}
    order by n.created_at desc, n.id desc limit ${limit} offset ${(query.page - 1) * PAGE_SIZE}`.execute(db);
  return rows;
}

/** Beyond it a list says "more than". */
export const COUNT_BOUND = 10_000;

export async function countNotices(db: Database, query: NoticeQuery, units: Units): Promise<number> {
  const { rows } = await sql<{ readonly total: number }>`
    select count(*)::int as total from (select from ${SOURCE} where ${filter(query, units)} limit ${COUNT_BOUND}) b`.execute(
    db,
  );
  return rows[0]?.total ?? 0;
}

export async function readNotice(db: Database, id: number, units: Units): Promise<NoticeDetail | null> {
  const { rows } = await sql<NoticeDetail>`
    select ${COLUMNS}, ${withoutCode(sql.ref('n.subject'))} as subject, ${withoutCode(sql.ref('n.body'))} as body
    from ${SOURCE} where n.id = ${id} and ${ofUnits(units)}`.execute(db);
  return rows[0] ?? null;
}

/** Everything told of one dossier, oldest first. */
export async function readNoticesOf(db: Database, dossierId: number): Promise<readonly NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select ${COLUMNS} from ${SOURCE} where n.dossier_id = ${dossierId} order by n.created_at, n.id limit 200`.execute(
    db,
  );
  return rows;
}

/** Its row, held until the transaction ends. */
export async function lockNotice(
  db: Database,
  id: number,
): Promise<{
  readonly state: string;
  readonly channel: string | null;
  readonly sequence: number;
} | null> {
  const row = await db
    .selectFrom('notices')
    .select(['state', 'channel', 'sequence'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** It waits again, with a job, as if it had never been tried. Of a letter that goes to a telephone now the subject is sent. */
export async function requeue(
  db: Database,
  id: number,
  change: {
    readonly channel: 'email' | 'sms' | 'zalo';
    readonly address: string;
    readonly now: Date;
    readonly dueAt: Date;
    readonly sequence: number;
  },
): Promise<void> {
  const { channel, address, now, dueAt, sequence } = change;
  await sql`
    with waiting as (
      update notices set state = 'queued', attempts = 0, message_key = null, provider_id = null, failure = '',
        body = case when channel = 'email' and ${channel} <> 'email' then subject else body end,
        channel = ${channel}, address = case when ${address} = '' then address else ${address} end,
        due_at = ${dueAt}, sent_at = null, delivered_at = null, sequence = ${sequence}
      where id = ${id} returning id
    )
    select queue_job(${SEND_NOTICE}, json_build_object('id', id), null,
      now() + (${dueAt}::timestamptz - ${now}::timestamptz)) from waiting`.execute(db);
}
