import { setTimeout as wait } from 'node:timers/promises';
import { type Context, systemContext } from '#foundation/context.ts';
import type { WriteGuard } from '#foundation/log/guard.ts';
import { adoptEarlier, newestCheckpoint, sequence, signLog } from '#foundation/log/service.ts';
import type { Config } from '#platform/config/config.ts';
import { reached } from '#platform/points.ts';
import { type LogSigner, openLogSigner } from '#platform/signing/log-signer.ts';
import type { System } from '#platform/system.ts';

/** Twice as often as is promised: a second until an event is placed, hashed and signed. */
const EVERY_MS = 500;

type SignerConfig = Pick<Config, 'signerFolder' | 'publicUrl'>;

/** The signer of this installation; its log is named after the address at the first start. */
export async function openSigner(config: SignerConfig): Promise<LogSigner> {
  return openLogSigner(signerOptions(config));
}

/** Where this installation signs, and what its log is called at the first start. */
export function signerOptions({ signerFolder, publicUrl }: SignerConfig): {
  readonly folder: string;
  readonly origin: string;
} {
  return { folder: signerFolder, origin: `${new URL(publicUrl).host}/nhat-ky` };
}

export type Keeper = { readonly stop: () => Promise<void> };

/**
 * Looks twice a second whether writing must stop, and, with a signer, gives new entries of the log their places and has the
 * tree signed. What fails is logged and tried again; the first round is over when this returns.
 */
export async function keepLog(system: System, guard: WriteGuard, signer: LogSigner | null): Promise<Keeper> {
  const ended = new AbortController();
  await round(system, guard, signer);
  const running = repeat(async () => round(system, guard, signer), ended.signal);
  return {
    stop: async () => {
      ended.abort();
      await running;
    },
  };
}

async function repeat(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await wait(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined); // Ended while it waited.
    if (!signal.aborted) await work();
  }
}

async function round(system: System, guard: WriteGuard, signer: LogSigner | null): Promise<void> {
  try {
    const ctx = await systemContext(system, 'log keeper');
    if (signer !== null) await bringUpToDate(ctx, signer);
    await guard.look(ctx);
  } catch (error) {
    // The database may be away for a moment; the next round finds everything where it was.
    system.log.warn({ error }, 'Chưa ghi được nhật ký kiểm chứng, sẽ thử lại');
  }
}

async function bringUpToDate(ctx: Context, signer: LogSigner): Promise<void> {
  while ((await sequence(ctx)) > 0) reached('log-placed');
  await signLog(ctx, signer);
}

/**
 * Entries for what was written before the log began: only while nothing has ever been signed, so that what is slipped
 * into the history later is never taken in by a restart.
 */
export async function adoptAllEarlier(system: System): Promise<void> {
  const ctx = await systemContext(system, 'log keeper');
  if ((await newestCheckpoint(ctx)) !== null) return;
  while ((await adoptEarlier(ctx)) > 0) while ((await sequence(ctx)) > 0);
}
