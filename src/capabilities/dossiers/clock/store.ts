import type { DueExplanation } from '#kernel/working-time/due.ts';
import { sql } from 'kysely';
import { fold } from '#kernel/vietnamese/fold.ts';
import type { Database } from '#platform/database/pool.ts';
import type { CorrectedField } from '../proposals/schema.ts';

/** Why a dossier is due when it is. */
export async function readExplanation(db: Database, dossierId: number): Promise<DueExplanation> {
  const row = await db
    .selectFrom('dossiers')
    .select('dueExplanation')
    .where('id', '=', dossierId)
    .executeTakeFirstOrThrow();
  // Written by this capability from the kernel's own explanations.
  return row.dueExplanation as DueExplanation;
}

export async function updateExplanation(
  db: Database,
  dossierId: number,
  explanation: DueExplanation,
): Promise<void> {
  await db
    .updateTable('dossiers')
    .set({ dueExplanation: JSON.stringify(explanation) })
    .where('id', '=', dossierId)
    .execute();
}

type Change = { readonly field: CorrectedField; readonly from: string; readonly to: string };

/** Puts the applicant's data right, wherever the dossier has them. */
export async function correctDossier(
  db: Database,
  dossierId: number,
  changes: readonly Change[],
): Promise<void> {
  for (const { field, from, to } of changes) {
    if (field === 'summary') {
      await db.updateTable('dossiers').set({ summary: to }).where('id', '=', dossierId).execute();
    } else {
      await db
        .updateTable('dossierParties')
        .set({ [field]: to })
        .where('dossierId', '=', dossierId)
        .where('role', '=', 'applicant')
        .execute();
    }
    if (field === 'fullName') {
      await db.updateTable('dossiers').set({ applicantName: to }).where('id', '=', dossierId).execute();
      await db
        .updateTable('dossierWork')
        .set({ applicantName: to })
        .where('dossierId', '=', dossierId)
        .execute();
    }
    if (field === 'fullName' || field === 'phone') await replaceInSearch(db, dossierId, { from, to });
  }
}

/** Lists find it by what is right now. */
async function replaceInSearch(
  db: Database,
  dossierId: number,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const before = fold(from);
  const after = fold(to);
  await sql`update dossiers set search_text = case
      when ${before} = '' then search_text || ' ' || ${after} else replace(search_text, ${before}, ${after}) end
    where id = ${dossierId}`.execute(db);
}
