import type { LocalDate } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';
import type { ReceivedLine, Supplement, SupplementEnd } from '../schema.ts';

const COLUMNS = ['ordinal', 'askedAt', 'answerBy', 'lines', 'endedAt', 'ended'] as const;

export async function insertSupplement(
  db: Database,
  dossierId: number,
  request: {
    readonly ordinal: number;
    readonly askedAt: Date;
    readonly answerBy: LocalDate;
    readonly lines: readonly ReceivedLine[];
  },
): Promise<void> {
  await db
    .insertInto('dossierSupplements')
    .values({ ...request, dossierId, lines: JSON.stringify(request.lines) })
    .execute();
}

/** Every request about a dossier, oldest first. */
export async function readSupplements(db: Database, dossierId: number): Promise<readonly Supplement[]> {
  const rows = await db
    .selectFrom('dossierSupplements')
    .select(COLUMNS)
    .where('dossierId', '=', dossierId)
    .orderBy('ordinal')
    .execute();
  // Written by this capability alone.
  return rows.map((row) => ({
    ...row,
    lines: row.lines as readonly ReceivedLine[],
  }));
}

export async function updateLines(
  db: Database,
  at: { readonly dossierId: number; readonly ordinal: number },
  lines: readonly ReceivedLine[],
): Promise<void> {
  await db
    .updateTable('dossierSupplements')
    .set({ lines: JSON.stringify(lines) })
    .where('dossierId', '=', at.dossierId)
    .where('ordinal', '=', at.ordinal)
    .execute();
}

/** What of a request is still open ends with its pause. */
export async function endSupplement(
  db: Database,
  dossierId: number,
  end: { readonly ended: SupplementEnd; readonly endedAt: Date },
): Promise<void> {
  await db
    .updateTable('dossierSupplements')
    .set(end)
    .where('dossierId', '=', dossierId)
    .where('endedAt', 'is', null)
    .execute();
}
