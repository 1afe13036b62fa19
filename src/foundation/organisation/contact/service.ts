import { raiseRevision } from '#platform/database/revision.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { historyOf, record } from '#foundation/history/service.ts';
import { readNamedStream } from '#foundation/history/store.ts';
import type { NamedEvent } from '#foundation/history/schema.ts';
import type { Contact } from './schema.ts';
import { lockContact, updateContact } from './store.ts';

/**
 * Corrects the address and telephone of a unit. No act is needed, because neither changes what the unit is; the
 * history keeps what was written before. Nothing happens when nothing differs.
 */
export async function correctContact(ctx: Context, code: string, contact: Contact): Promise<void> {
  await authorise(ctx, 'organisation.change');
  await inTransaction(ctx, async (tx) => {
    const before =
      (await lockContact(tx.db, code)) ??
      refuse('missing', 'Không có đơn vị nào mang mã này. Hãy chọn trong cây tổ chức.');
    if (before.address === contact.address && before.phone === contact.phone) return;
    await updateContact(tx.db, before.id, contact);
    await raiseRevision(tx.db, 'organisation_revisions');
    const after = (await historyOf(tx, 'unit', before.id)).length;
    const payload = { before: { address: before.address, phone: before.phone }, after: contact };
    await record(tx, { name: 'unit', id: before.id, after }, [{ kind: 'contact-corrected', payload }]);
  });
}

/** Corrections of a unit's contact, oldest first, with who made them. */
export async function contactCorrections(ctx: Context, unitId: number): Promise<readonly NamedEvent[]> {
  await authorise(ctx, 'organisation.read');
  return readNamedStream(ctx.db, 'unit', unitId);
}
