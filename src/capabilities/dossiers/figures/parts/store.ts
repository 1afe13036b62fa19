import { type RawBuilder, sql } from 'kysely';
import type { FigureQuestion } from '#foundation/figures/schema.ts';
import type { Group, Span, Work } from '../schema.ts';

/** Which dossiers of `w` are counted as what; the same words select the records behind a figure. */
export function workIs(work: Work, { begin, end }: Span): RawBuilder<boolean> {
  const received = sql`w.received_at >= ${begin}`;
  const resolved = sql`w.resolved_at < ${end}`;
  const open = sql`(w.resolved_at is null or w.resolved_at >= ${end})`;
  // While its clock stands still for the applicant or another agency, a dossier is counted as within its time.
  const overdue = sql`(w.due_at < ${end} and not exists (select from dossier_pauses p
    where p.dossier_id = w.id and p.from_at < ${end} and (p.to_at is null or p.to_at >= ${end})))`;
  const conditions = {
    all: sql`true`,
    received,
    online: sql`${received} and w.channel = 'online'`,
    direct: sql`${received} and w.channel <> 'online'`,
    postal: sql`${received} and w.channel = 'postal'`,
    carried: sql`w.received_at < ${begin}`,
    resolved,
    early: sql`${resolved} and w.kept = 'early'`,
    onTime: sql`${resolved} and w.kept = 'on-time'`,
    late: sql`${resolved} and w.kept = 'late'`,
    open,
    openInTime: sql`${open} and not ${overdue}`,
    openLate: sql`${open} and ${overdue}`,
    finished: sql`${resolved} and w.closed_at is null`,
  } as const satisfies Record<Work, RawBuilder<unknown>>;
  return sql<boolean>`(${conditions[work]})`;
}

/**
 * Everything a period has to do with: what came in it, and what came before and was not resolved when it began. Linked
 * dossiers are counted with the one they were opened from. What ended without a result was resolved on that day, on time
 * when that was not after the appointment (as Form II.06a notes of what was given back or withdrawn).
 */
export function workOf(question: FigureQuestion, { begin, end }: Span): RawBuilder<unknown> {
  const columns = sql`d.id, d.number, d.title, d.channel, d.domain, d.procedure_id, d.receiving_unit_id, d.received_at,
    d.due_at, d.finished_at, d.closed_at, coalesce(d.finished_at, d.closed_at) as resolved_at,
    coalesce(d.timeliness, case when d.closed_at <= d.due_at then 'on-time' when d.closed_at is not null then 'late' end)
      as kept`;
  const counted = sql`d.parent_id is null and ${matches(question)}`;
  const before = sql`d.received_at < least(${begin}::timestamptz, ${end}::timestamptz)`;
  return sql`(
    select ${columns} from dossiers d where d.received_at >= ${begin} and d.received_at < ${end} and ${counted}
    union all
    select ${columns} from dossiers d where d.finished_at >= ${begin} and ${before} and ${counted}
    union all
    select ${columns} from dossiers d
      where d.finished_at is null and d.closed_at >= ${begin} and ${before} and ${counted}
    union all
    select ${columns} from dossiers d
      where d.state in ('received', 'processing') and d.finished_at is null and d.closed_at is null and ${before}
        and ${counted}
  )`;
}

/** What happened in a span, one row each, with the dossier it happened to. */
export function happenedIn({ begin, end }: Span): RawBuilder<unknown> {
  const within = (column: string) => sql`${sql.ref(column)} >= ${begin} and ${sql.ref(column)} < ${end}`;
  return sql`(
    select s.dossier_id, 'supplement' as what, s.asked_at as at from dossier_supplements s where ${within('s.asked_at')}
    union all
    select s.dossier_id, 'repeated', s.asked_at from dossier_supplements s
      where s.ordinal > 1 and ${within('s.asked_at')}
    union all
    select l.dossier_id, l.kind, l.issued_at from dossier_letters l
      where l.kind in ('extension', 'apology') and ${within('l.issued_at')}
    union all
    select c.id, c.closed_how, c.closed_at from dossiers c where c.closed_at is not null and ${within('c.closed_at')}
    union all
    select r.dossier_id, 'returned', r.returned_at from dossier_returns r where ${within('r.returned_at')}
    union all
    select r.dossier_id, 'returned-postal', r.returned_at from dossier_returns r
      where r.acknowledgement = 'postal' and ${within('r.returned_at')}
  )`;
}

/** Whether a dossier `d` is of the units asked about, and as the filter says. */
export function matches({ unitIds, filter }: FigureQuestion): RawBuilder<boolean> {
  const conditions = [sql`d.receiving_unit_id = any(${[...unitIds]}::bigint[])`];
  const { channel, domain, procedure } = filter;
  if (channel !== undefined) conditions.push(sql`d.channel = ${channel}`);
  if (domain !== undefined) conditions.push(sql`d.domain = ${domain}`);
  if (procedure !== undefined) conditions.push(sql`d.procedure_id::text = ${procedure}`);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** The column of `w` or `d` by which counts are divided; none: one row for all. */
export function partColumn(table: 'w' | 'd', group: Group | null): RawBuilder<string> {
  const columns = {
    channel: 'channel',
    domain: 'domain',
    procedure: 'procedure_id',
    unit: 'receiving_unit_id',
  } as const satisfies Record<Group, string>;
  return group === null ? sql<string>`''` : sql<string>`${sql.ref(`${table}.${columns[group]}`)}::text`;
}
