import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';
import {
  type FindingAnswer,
  partTexts,
  type Report,
  type ReportComment,
  type ReportFile,
  type ReportPart,
  type WholeReport,
} from './making/schema.ts';

const REPORT_COLUMNS = [
  'id',
  'templateVersionId',
  'unitId',
  'period',
  'comparison',
  'title',
  'dueOn',
  'copiedFrom',
  'state',
  'issue',
  'madeBy',
  'madeAt',
  'assembledBy',
  'assembledAt',
  'frozenBy',
  'frozenAt',
  'number',
  'issuedOn',
  'signer',
  'signerTitle',
  'reason',
  'sequence',
] as const;

const PART_COLUMNS = [
  'number',
  'sectionKey',
  'unitId',
  'isCollected',
  'dueOn',
  'state',
  'texts',
  'version',
  'returnReason',
  'submittedBy',
  'submittedAt',
] as const;

/** A report with all that belongs to it, or null. With `lock` its row stays locked until the transaction ends. */
export async function readWhole(
  db: Database,
  id: number,
  lock: 'lock' | 'read' = 'read',
): Promise<WholeReport | null> {
  const query = db.selectFrom('reports').select(REPORT_COLUMNS).where('id', '=', id);
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return null;
  return {
    report: asReport(row),
    parts: (
      await db
        .selectFrom('reportParts')
        .select(PART_COLUMNS)
        .where('reportId', '=', id)
        .orderBy('number')
        .execute()
    ).map(asPart),
    comments: await db
      .selectFrom('reportComments')
      .select(['number', 'sectionKey', 'text', 'writtenBy', 'writtenAt'])
      .where('reportId', '=', id)
      .orderBy('number')
      .execute(),
    answers: await db
      .selectFrom('reportAnswers')
      .select(['finding', 'issue', 'text', 'answeredBy', 'answeredAt'])
      .where('reportId', '=', id)
      .execute(),
    files: await db
      .selectFrom('reportFiles')
      .select(['issue', 'stage', 'format', 'hash', 'size', 'madeAt'])
      .where('reportId', '=', id)
      .execute(),
  };
}

type ReportRow = Omit<Report, 'issued'> & {
  readonly number: string | null;
  readonly issuedOn: LocalDate | null;
  readonly signer: string | null;
  readonly signerTitle: string | null;
};

function asReport({ number, issuedOn, signer, signerTitle, ...report }: ReportRow): Report {
  // The table's check: all four or none.
  const issued =
    number === null || issuedOn === null
      ? null
      : { number, issuedOn, signer: signer ?? '', signerTitle: signerTitle ?? '' };
  return { ...report, issued };
}

function asPart({ texts, ...part }: Omit<ReportPart, 'texts'> & { readonly texts: unknown }): ReportPart {
  return { ...part, texts: partTexts.parse(texts) };
}

/** The row of a report as it is kept. */
export function rowOf({ issued, ...report }: Report): ReportRow {
  const none = { number: null, issuedOn: null, signer: null, signerTitle: null };
  return { ...report, ...(issued ?? none) };
}

/** Takes the number of a report that is about to be made; its row follows in the same transaction. */
export async function insertReport(db: Database, report: Report): Promise<number> {
  const { id: _none, ...row } = rowOf(report);
  const { id } = await db.insertInto('reports').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Writes what is different after a deed: the report's own row, parts, and what was added. */
export async function saveReport(
  db: Database,
  before: WholeReport | null,
  { report, parts, comments, answers, files }: WholeReport,
): Promise<void> {
  const { id: reportId, ...row } = rowOf(report);
  await db.updateTable('reports').set(row).where('id', '=', reportId).execute();
  const known = new Map(before?.parts.map((part) => [part.number, part]));
  for (const part of parts) {
    if (known.get(part.number) !== part) await upsertPart(db, reportId, part);
  }
  await insertNew(db, reportId, {
    comments: comments.slice(before?.comments.length ?? 0),
    files: files.slice(before?.files.length ?? 0),
  });
  if (answers !== before?.answers) await replaceAnswers(db, { reportId, issue: report.issue }, answers);
}

async function upsertPart(db: Database, reportId: number, { texts, ...part }: ReportPart): Promise<void> {
  const row = { ...part, texts: JSON.stringify(texts) };
  await db
    .insertInto('reportParts')
    .values({ reportId, ...row })
    .onConflict((conflict) => conflict.columns(['reportId', 'number']).doUpdateSet(row))
    .execute();
}

async function insertNew(
  db: Database,
  reportId: number,
  { comments, files }: { readonly comments: readonly ReportComment[]; readonly files: readonly ReportFile[] },
): Promise<void> {
  const own = <Row extends object>(row: Row) => ({ reportId, ...row });
  if (comments.length > 0) await db.insertInto('reportComments').values(comments.map(own)).execute();
  if (files.length > 0) await db.insertInto('reportFiles').values(files.map(own)).execute();
}

async function replaceAnswers(
  db: Database,
  { reportId, issue }: { readonly reportId: number; readonly issue: number },
  answers: readonly FindingAnswer[],
): Promise<void> {
  await db.deleteFrom('reportAnswers').where('reportId', '=', reportId).where('issue', '=', issue).execute();
  const rows = answers.filter((answer) => answer.issue === issue).map((answer) => ({ reportId, ...answer }));
  if (rows.length > 0) await db.insertInto('reportAnswers').values(rows).execute();
}

/** A line of the list of reports. */
export type ListedReport = Pick<
  Report,
  'id' | 'unitId' | 'period' | 'title' | 'dueOn' | 'state' | 'issue' | 'madeAt'
> & {
  readonly number: string | null;
  readonly total: number;
  readonly accepted: number;
  readonly submitted: number;
  readonly late: number;
};

export type ReportFilter = {
  readonly state: string;
  readonly unitId: number | null;
  readonly words: string;
  /** Deleted drafts are shown only when asked for by their state. */
  readonly limit: number;
  readonly offset: number;
};

/** A page of the list, newest first, with how many there are in all. */
export async function readReports(
  db: Database,
  { state, unitId, words, limit, offset }: ReportFilter,
  today: LocalDate,
): Promise<{ readonly rows: readonly ListedReport[]; readonly total: number }> {
  const like = `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const { rows } = await sql<ListedReport & { readonly found: number }>`
    select r.id, r.unit_id, r.period, r.title, r.due_on, r.state, r.issue, r.made_at, r.number,
      p.total, p.accepted, p.submitted, p.late, (count(*) over ())::int as found
    from reports r cross join lateral (
      select count(*)::int as total, (count(*) filter (where state = 'accepted'))::int as accepted,
        (count(*) filter (where state = 'submitted'))::int as submitted,
        (count(*) filter (where state in ('asked', 'returned') and due_on < ${today}))::int as late
      from report_parts where report_id = r.id) p
    where (case when ${state} = '' then r.state <> 'deleted' else r.state = ${state} end)
      and (${unitId}::bigint is null or r.unit_id = ${unitId})
      and (${words} = '' or r.title ilike ${like} or r.number ilike ${like})
    order by r.made_at desc, r.id desc limit ${limit} offset ${offset}`.execute(db);
  return {
    rows: rows.map(({ found: _found, ...row }) => row),
    total: rows[0]?.found ?? 0,
  };
}

/** A part that units have to write, for their list. */
export type WaitingPart = Pick<ReportPart, 'number' | 'sectionKey' | 'unitId' | 'dueOn' | 'state'> & {
  readonly reportId: number;
  readonly templateVersionId: number;
  readonly title: string;
  readonly period: string;
};

/** Parts of reports in the making that wait for one of the units, the most urgent first. */
export async function readWaiting(db: Database, units: readonly number[]): Promise<readonly WaitingPart[]> {
  const { rows } = await sql<WaitingPart>`
    select p.report_id, p.number, p.section_key, p.unit_id, p.due_on, p.state, r.template_version_id, r.title, r.period
    from report_parts p join reports r on r.id = p.report_id
    where p.unit_id = any(${[...units]}::bigint[]) and p.state in ('asked', 'returned') and r.state = 'drafting'
    order by p.due_on, p.report_id, p.number limit 500`.execute(db);
  return rows;
}

/** How many parts wait for the units, and how many of them are late, for the navigation. */
export async function countWaiting(
  db: Database,
  units: readonly number[],
  today: LocalDate,
): Promise<{ readonly waiting: number; readonly late: number }> {
  const { rows } = await sql<{ readonly waiting: number; readonly late: number }>`
    select count(*)::int as waiting, (count(*) filter (where p.due_on < ${today}))::int as late
    from report_parts p join reports r on r.id = p.report_id
    where p.unit_id = any(${[...units]}::bigint[]) and p.state in ('asked', 'returned') and r.state = 'drafting'`.execute(
    db,
  );
  return rows[0] ?? { waiting: 0, late: 0 };
}

/** Reports of a unit by the same template, whatever its version, whose texts can be taken over: newest first. */
export async function readCopyable(
  db: Database,
  unitId: number,
): Promise<readonly Pick<Report, 'id' | 'title' | 'period' | 'templateVersionId'>[]> {
  return db
    .selectFrom('reports')
    .select(['id', 'title', 'period', 'templateVersionId'])
    .where('unitId', '=', unitId)
    .where('state', '<>', 'deleted')
    .orderBy('madeAt', 'desc')
    .limit(50)
    .execute();
}

/** Names of officers by their numbers. */
export async function readNames(
  db: Database,
  ids: readonly (number | null)[],
): Promise<ReadonlyMap<number, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await db.selectFrom('officers').select(['id', 'fullName']).where('id', 'in', known).execute();
  return new Map(rows.map(({ id, fullName }) => [id, fullName]));
}
