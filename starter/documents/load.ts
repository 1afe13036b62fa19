import { addDocument } from '#capabilities/documents/service.ts';
import { readAll } from '#capabilities/documents/store.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { STARTER_DOCUMENTS } from './all.ts';

/** The documents that the report cites, with what is doubtful of them. Does nothing when the register has any. */
export async function loadStarterDocuments(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    if ((await readAll(tx.db)).length > 0) return;
    for (const document of STARTER_DOCUMENTS) await addDocument(tx, document);
  });
}
