import { afterAll, beforeAll, expect, test } from 'vitest';
import { receiptTextIn } from '#kernel/merkle/receipt-trust.ts';
import { signedText } from '#capabilities/dossiers/proof/service.ts';
import { systemContext } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { checkReceipt } from './log-receipt.ts';

let system: TestSystem;
let number: string;
let text: string;
beforeAll(async () => {
  system = await openTestWorld();
  ({ number } = await receivedDossier(system));
  const { id } = await system.db
    .selectFrom('dossiers')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const ctx = await systemContext(system, 'test');
  text = await signedText(ctx, await historyOf(ctx, 'dossier', id));
});
afterAll(async () => system.close());

/** What the command says and how it ends. */
async function said(scanned: string): Promise<{ readonly code: number; readonly out: string }> {
  let out = '';
  const print = (_facts: unknown, words: string): void => {
    out = words;
  };
  const ctx = await systemContext(system, 'test');
  const code = await checkReceipt(ctx, scanned, { print, progress: () => undefined });
  return { code, out };
}

test('a receipt that agrees is told with what it states, and ends well', async () => {
  const { code, out } = await said(`http://localhost:3000/tra-cuu/${number}?ma=AAAABBBB#bn=${text}`);
  expect(code).toBe(0);
  for (const words of [number, 'Ủy ban nhân dân xã An Hòa', '28/4/2020 17:00', 'Chữ ký đúng']) {
    expect(out).toContain(words);
  }
});

test('a forged one is not believed, and nothing it says is repeated', async () => {
  const { code, out } = await said(receiptTextIn(text).replace('T100000Z', 'T090000Z'));
  expect(code).toBe(1);
  expect(out).toContain('Biên nhận này không thật');
  expect(out).not.toContain(number);
});

test('one that contradicts the register is told with what differs', async () => {
  const later = "update dossiers set due_at = due_at + interval '7 days' where number = $1";
  await system.superuser.query(later, [number]);
  const { code, out } = await said(text);
  expect(code).toBe(1);
  expect(out).toContain('Sổ hồ sơ ghi thời điểm hẹn trả 5/5/2020 17:00');
});
