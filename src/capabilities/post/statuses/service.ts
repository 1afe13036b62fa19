import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { isDuplicate } from '#platform/database/errors.ts';
import type { PostalStatus, StatusInput } from '../schema.ts';
import { insertStatus, lockStatus, readStatuses, updateStatus } from './store.ts';

/** What each code of the post means here. */
export async function statuses(ctx: Context): Promise<readonly PostalStatus[]> {
  await authorise(ctx, 'notification.manage');
  return readStatuses(ctx.db);
}

/** Says what a code means from now on; what was read with the earlier meaning stays as it is. */
export async function saveStatus(ctx: Context, { id, ...input }: StatusInput): Promise<void> {
  await authorise(ctx, 'notification.manage');
  const { sequence: seen, ...meaning } = input;
  await inTransaction(ctx, async (tx) => {
    if (id === null) {
      const made = await once(async () => insertStatus(tx.db, { ...meaning, sequence: 1 }));
      await record(tx, { name: 'postal-status', id: made, after: 0 }, [{ kind: 'added', payload: meaning }]);
      return;
    }
    const before = await lockStatus(tx.db, id);
    if (before === null) refuse('missing', 'Không có mã này. Hãy quay lại danh sách.');
    if (before.sequence !== seen) {
      refuse('conflict', 'Người khác vừa sửa mã này. Hãy tải lại trang để xem thay đổi rồi sửa tiếp.');
    }
    const stream = { name: 'postal-status', id, after: before.sequence } as const;
    const sequence = await record(tx, stream, [{ kind: 'changed', payload: meaning }]);
    await once(async () => updateStatus(tx.db, id, { ...meaning, sequence }));
  });
}

async function once<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const sentence = 'Mã này đã có trong danh sách.';
    return refuse('conflict', sentence, { code: sentence });
  }
}
