import type { Context } from '#foundation/context.ts';
import { inTransaction } from '#foundation/context.ts';
import { unitByCode } from '#foundation/organisation/service.ts';
import { addBook } from '#capabilities/fees/books/service.ts';
import { addExemption, allExemptions } from '#capabilities/fees/exemptions/service.ts';
import { STARTER_EXEMPTIONS } from './exemptions.ts';

/** Counters of the starter world, each with a book of receipts to try things with. */
const COUNTERS = ['bo-phan-mot-cua-huyen', 'xa-an-hoa', 'xa-an-toan'] as const;

const BOOK = { form: '01BLP', symbol: 'MAU-20', digits: 7, firstNumber: 1, lastNumber: 5000 } as const;

/**
 * Reasons for charging less that stand in the law, and a book of receipts for each counter. Does nothing when there are
 * reasons already. The organisation is loaded before.
 */
export async function loadStarterFees(ctx: Context): Promise<void> {
  if ((await allExemptions(ctx)).length > 0) return;
  await inTransaction(ctx, async (tx) => {
    for (const exemption of STARTER_EXEMPTIONS) {
      await addExemption(tx, { id: null, sequence: 0, validTo: null, ...exemption });
    }
    for (const code of COUNTERS) {
      const { id: unitId } = await unitByCode(tx, code);
      await addBook(tx, { unitId, ...BOOK }, null);
    }
  });
}
