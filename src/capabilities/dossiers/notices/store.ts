import type { Database } from '#platform/database/pool.ts';

/** What a letter to the applicant needs. */
export type NoticeFacts = {
  readonly number: string;
  readonly checkCode: string;
  readonly title: string;
  readonly receivingUnitId: number;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly returnMethod: 'counter' | 'postal' | 'online';
  readonly fullName: string;
  readonly email: string;
};

export async function readNoticeFacts(db: Database, number: string): Promise<NoticeFacts | null> {
  const row = await db
    .selectFrom('dossiers as d')
    .innerJoin('dossierParties as p', (join) =>
      join.onRef('p.dossierId', '=', 'd.id').on('p.role', '=', 'applicant'),
    )
    .select([
      'd.number',
      'd.checkCode',
      'd.title',
      'd.receivingUnitId',
      'd.receivedAt',
      'd.dueAt',
      'd.returnMethod',
    ])
    .select(['p.fullName', 'p.email'])
    .where('d.number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}
