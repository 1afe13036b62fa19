import { localDateOf } from '#kernel/local-date.ts';
import type { Context } from '#foundation/context.ts';
import { printReceipts } from '#capabilities/slips/print.ts';
import { formSetOn } from '#capabilities/slips/service.ts';
import { receiptOf } from './receipt.ts';

/** The receipts (form 01) of several dossiers of one day in one document, each a read of its own. */
export async function receiptsPdf(
  ctx: Context,
  [first, ...others]: readonly [string, ...string[]],
): Promise<Uint8Array> {
  const receipt = await receiptOf(ctx, first);
  const rest = [];
  for (const number of others) rest.push(await receiptOf(ctx, number));
  return printReceipts(await formSetOn(ctx, localDateOf(receipt.receivedAt)), [receipt, ...rest]);
}
