import { refuse } from '#kernel/refusal.ts';
import { isDuplicate } from '#platform/database/errors.ts';
import { authorise, unitsWith } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import type { BookInput, FeeBook } from './schema.ts';
import { closeBookRow, insertBook, readBook, readBooks } from './store.ts';

/** Books of the units whose fees the actor reads. */
export async function feeBooks(ctx: Context): Promise<readonly FeeBook[]> {
  const units = await unitsWith(ctx, 'fee.read');
  if (units?.length === 0) await authorise(ctx, 'fee.read', 0);
  return readBooks(ctx.db, units);
}

/** One book for the page that closes it. */
export async function bookToClose(ctx: Context, id: number): Promise<FeeBook> {
  const book = await readBook(ctx.db, id);
  if (book === null) refuse('missing', MISSING);
  await authorise(ctx, 'fee.books', book.unitId);
  return book;
}

/** Opens a book. Numbers of one symbol belong to one book of a unit. */
export async function openBook(ctx: Context, input: BookInput): Promise<number> {
  const actor = await authorise(ctx, 'fee.books', input.unitId);
  return inTransaction(ctx, async (tx) => addBook(tx, input, actor.officerId));
}

/** The same for books that come with the starter data; the caller is the system. */
export async function addBook(
  tx: TransactionContext,
  input: BookInput,
  openedBy: number | null,
): Promise<number> {
  try {
    const id = await insertBook(tx.db, { ...input, openedBy, openedAt: tx.now });
    await record(tx, { name: 'fee-book', id, after: 0 }, [{ kind: 'opened', payload: { ...input } }]);
    return id;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const sentence =
      'Đơn vị đã có quyển cùng ký hiệu trùng khoảng số này. Hãy kiểm tra ký hiệu và số in trên quyển.';
    return refuse('conflict', sentence, { firstNumber: sentence });
  }
}

/** Closes a book: no number is taken from it any more. Numbers that were not used stay unused. */
export async function closeBook(
  ctx: Context,
  { id, sequence, reason }: { readonly id: number; readonly sequence: number; readonly reason: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const book = await readBook(tx.db, id, 'lock');
    if (book === null) refuse('missing', MISSING);
    const actor = await authorise(tx, 'fee.books', book.unitId);
    if (book.closedAt !== null) refuse('conflict', 'Quyển này đã đóng.');
    if (book.sequence !== sequence) refuse('conflict', 'Người khác vừa sửa quyển này. Hãy tải lại trang.');
    const next = await record(tx, { name: 'fee-book', id, after: sequence }, [
      { kind: 'closed', payload: { reason } },
    ]);
    const change = { closedBy: actor.officerId, closedAt: tx.now, closingReason: reason, sequence: next };
    await closeBookRow(tx.db, id, change);
  });
}

const MISSING = 'Không có quyển biên lai này, hoặc không thuộc đơn vị của bạn.';
