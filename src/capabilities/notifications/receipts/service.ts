import { z } from 'zod';
import { asSystem, type Context, inTransaction } from '#foundation/context.ts';
import { isSigned } from '#platform/messaging/signature.ts';
import { failureWords } from '../sending/rules.ts';
import { setReceipt } from './store.ts';

const receipt = z.object({
  id: z.string().min(1).max(200),
  state: z.enum(['delivered', 'failed']),
  reason: z.string().max(500).default(''),
});

export type ReceiptAnswer = 204 | 400 | 403 | 404;

/**
 * Takes a provider's receipt for a message: signed with the key that both have, not older than five minutes. The same
 * receipt a second time changes nothing.
 */
export async function takeReceipt(
  ctx: Context,
  channel: 'sms' | 'zalo',
  brought: { readonly body: string; readonly time: string; readonly signature: string },
): Promise<ReceiptAnswer> {
  const key = ctx.messaging.receiptKey(channel);
  if (key === null) return 404;
  if (!isSigned(key, brought.body, { ...brought, now: ctx.now })) return 403;
  const read = receipt.safeParse(parsed(brought.body));
  if (!read.success) return 400;
  const { id: providerId, state, reason } = read.data;
  const failure = state === 'failed' ? failureWords(reason || 'Nhà mạng báo không gửi được') : null;
  const known = await asSystem(ctx, async (system) =>
    inTransaction(system, async (tx) => setReceipt(tx.db, { channel, providerId, failure, now: tx.now })),
  );
  return known ? 204 : 404;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Not JSON: it says nothing that we understand.
  }
}
