import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';

/** What was done to the clock of the dossiers of one counter in a period. */
export type ClockTotals = {
  readonly unitId: number;
  readonly supplements: number;
  /** Requests after the first about a dossier. */
  readonly repeated: number;
  readonly pauses: number;
  readonly extensions: number;
  readonly apologies: number;
  readonly refused: number;
  readonly stopped: number;
  readonly withdrawn: number;
  readonly lapsed: number;
};

/** A dossier that was asked for a supplement more than once. */
export type RepeatedRequest = {
  readonly number: string;
  readonly title: string;
  readonly unitId: number;
  readonly times: number;
  readonly lastAskedAt: Date;
  readonly reason: string;
};

export type Period = { readonly from: LocalDate; readonly to: LocalDate };

const inPeriod = (column: string, { from, to }: Period) =>
  sql`${sql.ref(column)} >= (${from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
    and ${sql.ref(column)} < ((${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

/** By the unit that received; of those that may be seen (null: all). */
export async function readClockTotals(
  db: Database,
  unitIds: readonly number[] | null,
  period: Period,
): Promise<readonly ClockTotals[]> {
  const seen = unitIds === null ? sql`true` : sql`d.receiving_unit_id = any(${[...unitIds]}::bigint[])`;
  const { rows } = await sql<ClockTotals>`
    with happened as (
      select dossier_id, case when ordinal > 1 then 'repeated' else 'first' end as what
        from dossier_supplements s where ${inPeriod('s.asked_at', period)}
      union all select dossier_id, 'pause' from dossier_pauses p
        where p.reason = 'decided' and ${inPeriod('p.from_at', period)}
      union all select dossier_id, kind from dossier_letters l
        where l.kind in ('extension', 'apology') and ${inPeriod('l.issued_at', period)}
      union all select id, closed_how from dossiers c where c.closed_how is not null and ${inPeriod('c.closed_at', period)}
    )
    select d.receiving_unit_id as unit_id,
      count(*) filter (where what in ('first', 'repeated'))::int as supplements,
      count(*) filter (where what = 'repeated')::int as repeated,
      count(*) filter (where what = 'pause')::int as pauses,
      count(*) filter (where what = 'extension')::int as extensions,
      count(*) filter (where what = 'apology')::int as apologies,
      count(*) filter (where what = 'refused')::int as refused,
      count(*) filter (where what = 'stopped')::int as stopped,
      count(*) filter (where what = 'withdrawn')::int as withdrawn,
      count(*) filter (where what = 'lapsed')::int as lapsed
    from happened h join dossiers d on d.id = h.dossier_id where ${seen}
    group by d.receiving_unit_id order by supplements desc, d.receiving_unit_id`.execute(db);
  return rows;
}

/** Dossiers with more than one request, of which the last lies in the period. */
export async function readRepeatedRequests(
  db: Database,
  unitIds: readonly number[] | null,
  period: Period,
): Promise<readonly RepeatedRequest[]> {
  const seen = unitIds === null ? sql`true` : sql`d.receiving_unit_id = any(${[...unitIds]}::bigint[])`;
  const { rows } = await sql<RepeatedRequest>`
    select d.number, d.title, d.receiving_unit_id as unit_id, s.ordinal as times, s.asked_at as last_asked_at,
      coalesce((select p.reason from dossier_proposals p where p.dossier_id = d.id and p.kind = 'second-supplement'
        and p.outcome = 'accepted' order by p.ordinal desc limit 1), '') as reason
    from dossier_supplements s join dossiers d on d.id = s.dossier_id
    where ${seen} and s.ordinal > 1 and ${inPeriod('s.asked_at', period)}
      and not exists (select from dossier_supplements l where l.dossier_id = d.id and l.ordinal > s.ordinal)
    order by s.asked_at desc limit 1000`.execute(db);
  return rows;
}
