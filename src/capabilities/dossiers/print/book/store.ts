import { containsAny } from '#platform/database/like.ts';
import { sql } from 'kysely';
import { addDays, instantAt } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';
import type { Searched } from '../../identity-number.ts';
import { resolvingUnitId } from '../rules.ts';
import type { BookPeriod, BookQuery, BookRow } from './schema.ts';

type Part = { readonly limit: number; readonly offset: number };
type Filter = Searched<Pick<BookQuery, 'q' | 'returned'>>;

/** Lines of a counter's book in the order of reception. */
export async function readBook(
  db: Database,
  period: BookPeriod,
  { filter, part }: { readonly filter: Filter; readonly part: Part },
): Promise<readonly BookRow[]> {
  const rows = await received(db, period, filter)
    .innerJoin('dossierParties as p', (join) =>
      join.onRef('p.dossierId', '=', 'd.id').on('p.role', '=', 'applicant'),
    )
    .leftJoin('dossierReturns as r', 'r.dossierId', 'd.id')
    .select([
      'd.id',
      'd.bookLine as line',
      'd.number',
      'd.title',
      'd.applicantName',
      'd.receivedAt',
      'd.dueAt',
    ])
    .select(['d.returnedAt', 'd.returnMethod', 'p.address', 'p.phone', 'r.recipient', 'r.acknowledgement'])
    .orderBy('u.receivedAt')
    .orderBy('d.id')
    .limit(part.limit)
    .offset(part.offset)
    .execute();
  const resolving = await readResolvingUnits(
    db,
    rows.map((row) => row.id),
    period.unitId,
  );
  return rows.map((row) => ({ ...row, resolvingUnitId: resolving.get(row.id) ?? period.unitId }));
}

export async function countBook(db: Database, period: BookPeriod, filter: Filter): Promise<number> {
  const { total } = await received(db, period, filter)
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

function received(db: Database, { unitId, from, to }: BookPeriod, { texts, returned }: Filter) {
  return (
    db
      .selectFrom('dossierUnits as u')
      .innerJoin('dossiers as d', 'd.id', 'u.dossierId')
      .where('u.unitId', '=', unitId)
      .where('d.receivingUnitId', '=', unitId)
      // A linked dossier stands in the book with the one it was opened out of.
      .where('d.parentId', 'is', null)
      .where('u.receivedAt', '>=', instantAt(from, 0))
      .where('u.receivedAt', '<', instantAt(addDays(to, 1), 0))
      .$if(texts.length > 0, (rows) => rows.where(containsAny('d.searchText', texts)))
      .$if(returned === 'yes', (rows) => rows.where('d.returnedAt', 'is not', null))
      .$if(returned === 'no', (rows) => rows.where('d.returnedAt', 'is', null))
  );
}

async function readResolvingUnits(
  db: Database,
  dossierIds: readonly number[],
  receivingUnitId: number,
): Promise<ReadonlyMap<number, number>> {
  if (dossierIds.length === 0) return new Map();
  const steps = await db
    .selectFrom('dossierSteps')
    .select(['dossierId', 'unitId', 'role', 'quotaMinutes'])
    .where('dossierId', '=', sql<number>`any(${[...dossierIds]}::bigint[])`)
    .orderBy('position')
    .execute();
  const byDossier = Map.groupBy(steps, (step) => step.dossierId);
  return new Map([...byDossier].map(([id, own]) => [id, resolvingUnitId(own, receivingUnitId)]));
}
