import { randomUUID } from 'node:crypto';
import type { Context } from '#foundation/context.ts';

/** Clients that work side by side in every measurement of verbs, pgbench's included. */
export const CLIENTS = 8;

/** The context as the next request of the same person would have it. */
export function freshly(ctx: Context): Context {
  return { ...ctx, now: ctx.clock(), requestId: randomUUID() };
}
