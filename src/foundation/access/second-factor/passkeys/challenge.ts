import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from '#foundation/context.ts';
import { insertUsedChallenge } from './store.ts';

const MINUTES = 30;
const HEAD_BYTES = 8;
const NONCE_BYTES = 16;
const MARK_BYTES = 32;

/**
 * A challenge for one purpose (`register 7`, `sign-in`), good for half an hour. It carries its own end and a mark that only
 * this installation can make, so that showing a sign-in page writes nothing: strangers cannot fill a table with them.
 */
export function newChallenge(ctx: Context, purpose: string): string {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeBigUInt64BE(BigInt(ctx.now.getTime() + MINUTES * 60_000));
  const body = Buffer.concat([head, randomBytes(NONCE_BYTES)]);
  return Buffer.concat([body, markOf(ctx, purpose, body)]).toString('base64url');
}

/** Whether a challenge is one of ours for this purpose and not over. It may have been answered already. */
export function isOurs(ctx: Context, purpose: string, challenge: string): boolean {
  const bytes = Buffer.from(challenge, 'base64url');
  if (bytes.length !== HEAD_BYTES + NONCE_BYTES + MARK_BYTES) return false;
  const body = bytes.subarray(0, HEAD_BYTES + NONCE_BYTES);
  const isMarked = timingSafeEqual(bytes.subarray(body.length), markOf(ctx, purpose, body));
  return isMarked && endOf(bytes) > ctx.now;
}

/** Uses a challenge up, in the transaction of whatever the answer opens; false when it was answered before. */
export async function useChallenge(ctx: Context, challenge: string): Promise<boolean> {
  return insertUsedChallenge(ctx.db, challenge, endOf(Buffer.from(challenge, 'base64url')));
}

function endOf(bytes: Buffer): Date {
  return new Date(Number(bytes.readBigUInt64BE()));
}

function markOf({ secrets }: Context, purpose: string, body: Buffer): Buffer {
  return secrets.blindIndex('passkey-challenge', `${purpose} ${body.toString('hex')}`);
}
