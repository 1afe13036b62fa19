import type { Database } from '#platform/database/pool.ts';
import type { Answers } from './schema.ts';

/** The version of the procedure whose form a dossier's answers are to. */
export async function readVersionIdOf(db: Database, dossierId: number): Promise<number> {
  const row = await db
    .selectFrom('dossiers')
    .select('procedureVersionId')
    .where('id', '=', dossierId)
    .executeTakeFirstOrThrow();
  return row.procedureVersionId;
}

/** Writes the answers of a dossier, or in the place of those before. */
export async function writeAnswers(db: Database, dossierId: number, answers: Answers): Promise<void> {
  const row = { dossierId, answers: JSON.stringify(answers) };
  await db
    .insertInto('dossierAnswers')
    .values(row)
    .onConflict((conflict) => conflict.column('dossierId').doUpdateSet({ answers: row.answers }))
    .execute();
}

export async function readAnswersOf(db: Database, dossierId: number): Promise<Answers> {
  const row = await db
    .selectFrom('dossierAnswers')
    .select('answers')
    .where('dossierId', '=', dossierId)
    .executeTakeFirst();
  // Written by the function above alone.
  return (row?.answers ?? {}) as Answers;
}
