import type pg from 'pg';
import { FIRST_COPY, FIRST_OWN } from './identifiers.ts';

/** A dossier with what finds it. Words are the middle name and the given one; all text is folded. */
export type Sample = {
  readonly number: string;
  readonly unitId: number;
  readonly checkCode: string;
  readonly phone: string;
  readonly name: string;
  readonly words: string;
};

/** Dossiers spread evenly over the whole archive, from those in hand to the oldest. */
export async function sampleArchive(superuser: pg.Pool, count: number): Promise<readonly Sample[]> {
  const { rows } = await superuser.query<Sample>(
    `with archive as (
       select count(*)::int as size from dossiers where id >= ${FIRST_COPY} and id < ${FIRST_OWN}
     )
     select d.number, d.receiving_unit_id::int as "unitId", d.check_code as "checkCode", p.phone,
       a.folded_name as name, substring(a.folded_name from '\\S+ \\S+$') as words
     from archive, generate_series(0, $1 - 1) k
     join dossiers d on d.id = ${FIRST_COPY} + k * (select size from archive)::bigint / $1
     join dossier_parties p on p.dossier_id = d.id and p.role = 'applicant'
     join applicants a on a.id = d.applicant_id
     order by d.id`,
    [count],
  );
  return rows;
}
