import { type RawBuilder, sql } from 'kysely';
import { fold } from '#kernel/vietnamese/fold.ts';
import type { Database } from '#platform/database/pool.ts';
import type { SlipContent } from '../slips/schema.ts';
import { DISPOSED_NAME, type EndedQuery, type EndedRecord, type EndingKind } from './schema.ts';

/** Where the records of a kind lie, when each ended, and by what rules for it are found. */
const SOURCES: Readonly<Record<EndingKind, RawBuilder<unknown>>> = {
  dossier: sql`(select id, number, title, procedure_id, domain, receiving_unit_id as unit_id, returned_at as ended_at
      from dossiers where returned_at is not null and disposed_at is null
    union all
    select id, number, title, procedure_id, domain, receiving_unit_id, closed_at
      from dossiers where closed_at is not null and disposed_at is null)`,
  slip: sql`(select s.id, s.number, p.content ->> 'shortName' as title, p.procedure_id, p.content ->> 'domain' as domain,
      s.unit_id, s.issued_at as ended_at
    from slips s join procedure_versions p on p.id = s.procedure_version_id where s.disposed_at is null)`,
};

/** Records of a unit whose time is over, longest over first. The narrowest rule that fits a record counts. */
export async function readEnded(
  db: Database,
  kind: EndingKind,
  query: EndedQuery,
): Promise<readonly EndedRecord[]> {
  const { unitId, cutoffs, ids, except, limit, offset } = query;
  const { rows } = await sql<EndedRecord>`
    with rules as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(cutoffs)}::jsonb) g("ruleId" bigint, "procedureId" bigint,
        domain text, "endedOn" date, years integer)
    )
    select r.id, r.number as label, r.title, r.ended_on, (r.ended_on + make_interval(years => c.years))::date as kept_until,
      c."ruleId" as rule_id, (count(*) over ())::int as total
    from (
      select e.*, (e.ended_at at time zone 'Asia/Ho_Chi_Minh')::date as ended_on from ${SOURCES[kind]} e
      where e.unit_id = ${unitId}
        and e.ended_at < ((select max("endedOn") + 1 from rules)::timestamp at time zone 'Asia/Ho_Chi_Minh')
        ${ids === null ? sql`` : sql`and e.id = any(${[...ids]}::bigint[])`}
        and not e.id = any(${[...except]}::bigint[])
    ) r cross join lateral (
      select * from rules g
      where g."procedureId" = r.procedure_id or (g."procedureId" is null and coalesce(g.domain = r.domain, true))
      order by g."procedureId" nulls last, g.domain nulls last limit 1
    ) c
    where r.ended_on <= c."endedOn"
    order by r.ended_on, r.id limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

/** Holds the row of a dossier or slip until the transaction ends; null when there is none or it is disposed of. */
export async function lockRecord(db: Database, kind: EndingKind, id: number): Promise<string | null> {
  const { rows } = await sql<{ readonly number: string }>`
    select number from ${sql.table(TABLES[kind])} where id = ${id} and disposed_at is null for update`.execute(
    db,
  );
  return rows[0]?.number ?? null;
}

const TABLES = { dossier: 'dossiers', slip: 'slips' } as const satisfies Record<EndingKind, string>;

/** By number, whether disposed of or not. */
export async function findRecord(
  db: Database,
  kind: EndingKind,
  number: string,
): Promise<{ readonly id: number; readonly unitId: number; readonly title: string } | null> {
  const { rows } = await (
    kind === 'dossier'
      ? sql<{ readonly id: number; readonly unitId: number; readonly title: string }>`
          select id, receiving_unit_id as unit_id, title from dossiers where number = ${number}`
      : sql<{ readonly id: number; readonly unitId: number; readonly title: string }>`
          select id, unit_id, content ->> 'procedureName' as title from slips where number = ${number}`
  ).execute(db);
  return rows[0] ?? null;
}

/** Numbers, procedures and units of some records of one kind. */
export async function readRecords(
  db: Database,
  kind: EndingKind,
  ids: readonly number[],
): Promise<readonly FoundRecord[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<FoundRecord>`
    select ${kind} as kind, r.id, r.number, ${kind === 'dossier' ? sql`r.title` : sql`r.content ->> 'procedureName'`} as title,
      ${kind === 'dossier' ? sql`r.receiving_unit_id` : sql`r.unit_id`} as unit_id
    from ${sql.table(TABLES[kind])} r where r.id = any(${[...ids]}::bigint[])`.execute(db);
  return rows;
}

type FoundRecord = {
  readonly kind: EndingKind;
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly unitId: number;
};

/**
 * Erases everything of a dossier that speaks of a person; numbers, times, units, steps and fees stay for statistics.
 * Returns the hashes of its files. The applicant goes with their last dossier.
 */
export async function eraseDossierRows(db: Database, id: number, now: Date): Promise<readonly string[]> {
  await sql`delete from consultations where dossier_id = ${id}`.execute(db);
  await sql`delete from handover_discrepancies where dossier_id = ${id}`.execute(db);
  await sql`delete from dossier_notes where dossier_id = ${id}`.execute(db);
  await sql`delete from dossier_tags where dossier_id = ${id}`.execute(db);
  const { rows } = await sql<{
    readonly hash: string;
  }>`delete from dossier_files where dossier_id = ${id} returning hash`.execute(db);
  await sql`delete from dossier_parties where dossier_id = ${id}`.execute(db);
  await sql`delete from dossier_answers where dossier_id = ${id}`.execute(db);
  await sql`delete from dossier_returns where dossier_id = ${id}`.execute(db);
  await sql`delete from dossier_papers where dossier_id = ${id}`.execute(db);
  await sql`update dossier_fees set exemption = '' where dossier_id = ${id} and exemption <> ''`.execute(db);
  await sql`update dossier_handovers set note = '' where dossier_id = ${id} and note <> ''`.execute(db);
  await sql`update dossier_marks set reason = ${DISPOSED_NAME} where dossier_id = ${id}`.execute(db);
  await sql`update dossier_results set title = '', document_number = '', reason = '' where dossier_id = ${id}`.execute(
    db,
  );
  await eraseClock(db, id);
  await eraseHead(db, id, now);
  return [...new Set(rows.map(({ hash }) => hash))];
}

/** A letter of which only its number is left. */
const EMPTY_LETTER = { reasons: [], legalBasis: [], unitId: 0, officerName: '', signer: null } as const;

/** Of proposals, requests and letters that they were, when and by whom stays; what they said goes. */
async function eraseClock(db: Database, id: number): Promise<void> {
  await sql`update dossier_proposals set details = '{}', reason = '', note = '' where dossier_id = ${id}`.execute(
    db,
  );
  await sql`update dossier_supplements set lines = '[]' where dossier_id = ${id}`.execute(db);
  await sql`update dossier_letters set content = ${JSON.stringify(EMPTY_LETTER)}::jsonb where dossier_id = ${id}`.execute(
    db,
  );
}

async function eraseHead(db: Database, id: number, now: Date): Promise<void> {
  const dossier = await db
    .selectFrom('dossiers')
    .select(['number', 'title', 'applicantId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await db
    .updateTable('dossiers')
    .set({
      applicantName: DISPOSED_NAME,
      applicantId: null,
      summary: '',
      note: '',
      searchText: fold(`${dossier.number} ${dossier.title}`),
      disposedAt: now,
    })
    .where('id', '=', id)
    .execute();
  await sql`
    delete from applicants a where a.id = ${dossier.applicantId}
      and not exists (select from dossiers d where d.applicant_id = a.id)`.execute(db);
}

/** Erases the free texts in the events of the dossier of a disposal's item; answers the places in the log that lost their salt. */
export async function eraseHistory(db: Database, itemId: number): Promise<readonly number[]> {
  const { rows } = await sql<{ readonly place: number }>`
    select place from erase_history(${itemId}::bigint) place`.execute(db);
  return rows.map(({ place }) => place);
}

/** Leaves of a slip its number, kind, unit, procedure and time. */
export async function eraseSlipRow(db: Database, id: number, now: Date): Promise<void> {
  const slip = await db
    .selectFrom('slips')
    .select(['number', 'content'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  // The slips of this capability wrote it.
  const { kind, procedureName, legalBasis } = slip.content as SlipContent;
  const applicant = { kind: 'citizen', fullName: DISPOSED_NAME, phone: '', email: '', address: '' };
  const shared = { kind, procedureName, legalBasis, applicant, searchText: fold(slip.number) };
  const content =
    kind === 'guide'
      ? { ...shared, items: [], reason: DISPOSED_NAME }
      : { ...shared, reasons: [DISPOSED_NAME], guidance: '' };
  await db
    .updateTable('slips')
    .set({ content: JSON.stringify(content), sealedIdNumber: null, disposedAt: now })
    .where('id', '=', id)
    .execute();
}

/** While it is held nobody keeps or removes a file of these bytes. Shared by those who keep one. */
export async function lockBytes(db: Database, hash: string, how: 'keeping' | 'removing'): Promise<void> {
  const lock = how === 'keeping' ? sql`pg_advisory_xact_lock_shared` : sql`pg_advisory_xact_lock`;
  await sql`select ${lock}(hashtextextended(${hash}, 15))`.execute(db);
}

/** Whether any dossier, result or paper of a store still has a file of these bytes. */
export async function isReferredTo(db: Database, hash: string): Promise<boolean> {
  const { rows } = await sql<{ readonly referred: boolean }>`
    select exists (select from dossier_files where hash = ${hash})
      or exists (select from results where hash = ${hash})
      or exists (select from vault_items where hash = ${hash}) as referred`.execute(db);
  return rows[0]?.referred === true;
}

/** The applicant of a dossier when they have no other; then all that is kept of them goes with it. */
export async function readLastApplicant(db: Database, dossierId: number): Promise<number | null> {
  const { rows } = await sql<{ readonly id: number | null }>`
    select applicant_id as id from dossiers d where d.id = ${dossierId}
      and not exists (select from dossiers o where o.applicant_id = d.applicant_id and o.id <> d.id)`.execute(
    db,
  );
  return rows[0]?.id ?? null;
}
