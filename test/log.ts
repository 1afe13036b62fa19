import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemContext } from '#foundation/context.ts';
import { sequence, signLog } from '#foundation/log/service.ts';
import { openLogSigner } from '#platform/signing/log-signer.ts';
import type { System } from '#platform/system.ts';

const ORIGIN = 'localhost:3000/nhat-ky';

/** Has everything that was done so far placed and signed, as the running system does within a second. */
export async function signEverything(system: System): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'motcua-signer-'));
  await signIn(system, folder);
  await rm(folder, { recursive: true });
}

/** The same with a signer that stays, in its folder. */
export async function signIn(system: System, folder: string): Promise<void> {
  const ctx = await systemContext(system, 'test log');
  while ((await sequence(ctx)) > 0);
  await signLog(ctx, await openLogSigner({ folder, origin: ORIGIN }));
}
