import type { Database } from '#platform/database/pool.ts';
import type { LetterKind } from '../schema.ts';
import { type Letter, letterContent } from './schema.ts';

export async function insertLetter(
  db: Database,
  dossierId: number,
  { content, ...letter }: Letter & { readonly issuedBy: number },
): Promise<void> {
  await db
    .insertInto('dossierLetters')
    .values({ ...letter, dossierId, content: JSON.stringify(content) })
    .execute();
}

/** Every letter about a dossier, oldest first. */
export async function readLetters(db: Database, dossierId: number): Promise<readonly Letter[]> {
  const rows = await db
    .selectFrom('dossierLetters')
    .select(['ordinal', 'kind', 'number', 'issuedAt', 'content'])
    .where('dossierId', '=', dossierId)
    .orderBy('ordinal')
    .execute();
  // Written by this capability alone.
  return rows.map((row) => ({
    ...row,
    kind: row.kind as LetterKind,
    content: letterContent.parse(row.content),
  }));
}
