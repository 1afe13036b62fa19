import { formatMoney } from '#kernel/vietnamese/format.ts';
import { notify } from '#capabilities/notifications/service.ts';
import type { TransactionContext } from '#foundation/context.ts';
import { isForTreasury, totalOf } from './rules.ts';
import type { ChargeLine, Collection } from './schema.ts';
import { receiptWords } from './words.ts';

type Told = { readonly id: number; readonly number: string };

/** Tells the applicant what is to be paid; nothing to pay is no news. */
export async function tellAsked(
  tx: TransactionContext,
  dossier: Told,
  lines: readonly ChargeLine[],
): Promise<void> {
  const owed = lines.filter(({ amount }) => amount > 0);
  if (owed.length === 0) return;
  await notify(tx, {
    template: 'payment-asked',
    dossier,
    to: 'applicant',
    facts: {
      content: owed.map(({ name }) => name).join('; '),
      amount: formatMoney(totalOf(owed)),
      until: isForTreasury(owed) ? 'ngày ghi trên thông báo của cơ quan thuế' : 'ngày nhận kết quả',
    },
  });
}

/** Tells the applicant that money has come in that they did not hand over at the counter. */
export async function tellReceived(
  tx: TransactionContext,
  dossier: Told,
  collection: Collection,
): Promise<void> {
  if (collection.method === 'cash') return;
  const receiptNumber = receiptWords(collection) ?? collection.reference;
  await notify(tx, {
    template: 'payment-received',
    dossier,
    to: 'applicant',
    facts: { amount: formatMoney(collection.amount), receiptNumber },
  });
}
