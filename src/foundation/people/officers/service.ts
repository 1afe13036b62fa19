import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import type { Deed } from '#foundation/history/schema.ts';
import type { Officer, OfficerInput } from './schema.ts';
import { insertOfficer, lockOfficer, updateOfficer, updateOfficerSequence } from './store.ts';

/** Enters a person. They have no post and no account yet. Returns their identifier. */
export async function createOfficer(ctx: Context, input: OfficerInput): Promise<number> {
  await authorise(ctx, 'people.change');
  return addOfficer(ctx, input);
}

/** The same without asking who acts: for starter data and the operator's command line, never for a request. */
export async function addOfficer(ctx: Context, input: OfficerInput): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const id = await insertOfficer(tx.db, input);
    await recordOfficer(tx, { id, sequence: 0 }, { kind: 'created', payload: { fullName: input.fullName } });
    return id;
  });
}

/**
 * Corrects the name and the contact data of a person. `sequence` is the one the form was opened on: when somebody
 * else changed the person meanwhile, it is refused and nothing is overwritten.
 */
export async function changeOfficer(
  ctx: Context,
  input: OfficerInput & { readonly officerId: number; readonly sequence: number },
): Promise<void> {
  await authorise(ctx, 'people.change');
  await inTransaction(ctx, async (tx) => {
    const before = await lockedOfficer(tx, input.officerId);
    if (before.sequence !== input.sequence) {
      refuse(
        'conflict',
        'Người khác vừa sửa hồ sơ nhân sự này. Hãy tải lại trang, xem thay đổi rồi sửa tiếp.',
      );
    }
    const deed = changeDeed(before, input);
    if (deed === null) return;
    await updateOfficer(tx.db, before.id, input);
    await recordOfficer(tx, before, deed);
  });
}

/** Contact data stay in the row; the history says only that they changed. */
function changeDeed(before: Officer, input: OfficerInput): Deed | null {
  const changed = (['phone', 'email', 'note'] as const).filter((field) => before[field] !== input[field]);
  if (before.fullName !== input.fullName) {
    return { kind: 'renamed', payload: { from: before.fullName, fullName: input.fullName, changed } };
  }
  return changed.length > 0 ? { kind: 'contact-changed', payload: { changed } } : null;
}

async function lockedOfficer(ctx: Context, officerId: number): Promise<Officer> {
  const officer = await lockOfficer(ctx.db, officerId);
  return officer ?? refuse('missing', 'Không có cán bộ này trong hệ thống.');
}

async function recordOfficer(
  ctx: Context,
  officer: { readonly id: number; readonly sequence: number },
  deed: Deed,
): Promise<void> {
  const sequence = await record(ctx, { name: 'officer', id: officer.id, after: officer.sequence }, [deed]);
  await updateOfficerSequence(ctx.db, officer.id, sequence);
}
