import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemContext } from '#foundation/context.ts';
import { sequence, signLog } from '#foundation/log/service.ts';
import { openLogSigner } from '#platform/signing/log-signer.ts';
import type { System } from '#platform/system.ts';

/** Everything written so far has its place in the log and is signed, as a worker would within a second. */
export async function signEverything(system: System): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'motcua-signer-'));
  const ctx = await systemContext(system, 'world');
  while ((await sequence(ctx)) > 0);
  await signLog(ctx, await openLogSigner({ folder, origin: 'localhost:3000/nhat-ky' }));
  await rm(folder, { recursive: true });
}
