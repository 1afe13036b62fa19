import { z } from 'zod';
import type { Answer, MessageGateway } from './gateway.ts';
import { signatureOf } from './signature.ts';

export type HttpGatewayOptions = {
  readonly url: string;
  readonly key: string;
  /** Where the provider brings its receipts. */
  readonly receiptUrl: string;
};

/** How long a provider may take, in milliseconds: shorter than the database leaves a transaction alone. */
const PATIENCE_MS = 15_000;

const taken = z.object({ id: z.string().min(1).max(200), delivered: z.boolean().default(false) });
const refused = z.object({ reason: z.string().max(500) });

/** Answers that will be the same next time. */
const FOR_GOOD = new Set([400, 404, 410, 413, 422]);

/**
 * A provider behind HTTP: one signed POST of JSON for each message (docs/operations.md). 2xx says it was taken, also when it
 * had been before; 400, 404, 410, 413 and 422 that it never will be; everything else that it is worth trying again.
 */
export function httpGateway({ url, key, receiptUrl }: HttpGatewayOptions): MessageGateway {
  return {
    send: async (message) => {
      const body = JSON.stringify({ ...message, receipts: receiptUrl });
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...signatureOf(key, body, new Date()) },
        signal: AbortSignal.timeout(PATIENCE_MS),
        redirect: 'error',
      });
      return answerOf(response.status, await response.text());
    },
  };
}

function answerOf(status: number, text: string): Answer {
  if (FOR_GOOD.has(status)) {
    const said = refused.safeParse(parsed(text));
    return { outcome: 'refused', reason: said.data?.reason ?? `HTTP ${status}` };
  }
  const said = taken.safeParse(parsed(text));
  if (status < 200 || status > 299 || !said.success) throw new Error(`Cổng tin nhắn trả lời HTTP ${status}`);
  return { outcome: 'taken', providerId: said.data.id, isDelivered: said.data.delivered };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Not JSON: it says nothing that we understand.
  }
}
