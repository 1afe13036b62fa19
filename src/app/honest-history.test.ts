import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { openDamage } from '#foundation/log/alarms.ts';
import { record } from '#foundation/history/service.ts';
import { logLag, sequence, signLog } from '#foundation/log/service.ts';
import { verifyAndKeep, verifyLog } from '#foundation/log/verification/service.ts';
import type { Verification } from '#foundation/log/verification/schema.ts';
import { openLogSigner } from '#platform/signing/log-signer.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { advance } from '#test/e2e/seed.ts';
import { recordChecks } from './record-checks.ts';

/** Events of an honest history; HONEST_EVENTS=100000 npm test -- src/app/honest-history.test.ts for a long one. */
const EVENTS = Number(process.env['HONEST_EVENTS'] ?? 4000);
const IN_ONE = 50;
const WRITERS = 4;

let system: TestSystem;
let folder: string;
beforeAll(async () => {
  system = await openTestWorld();
  folder = path.join(system.folder, 'signer');
});
afterAll(async () => system.close());

const context = async () => systemContext(system, 'test');
const signer = async () => openLogSigner({ folder, origin: 'localhost:3000/nhat-ky' });

/** Records with long histories, each in transactions of its own, as many writers do at once. */
async function write(writer: number): Promise<void> {
  const records = EVENTS / IN_ONE / WRITERS;
  for (let at = 0; at < records; at += 1) {
    const id = writer * records + at + 1;
    const deeds = Array.from({ length: IN_ONE }, (_, n) => ({
      kind: 'revealed',
      payload: { note: `Lần ${n}`, half: n / 3, unit: null },
    }));
    await record(await context(), { name: 'job', id, after: 0 }, deeds);
  }
}

async function workAtTheCounter(): Promise<void> {
  for (let count = 0; count < 8; count += 1)
    await advance(system, await receivedDossier(system, { slug: 'ho-tro-chi-phi-mai-tang' }), count % 4);
}

/** Places and signs as the running system does, until all the work is done. */
async function keepLogDuring(work: Promise<unknown>): Promise<void> {
  const own = await signer();
  const state = { isDone: false };
  const ended = work.finally(() => {
    state.isDone = true;
  });
  while (!state.isDone) {
    await sequence(await context());
    expect(await signLog(await context(), own)).toBeNull();
  }
  await ended;
  while ((await sequence(await context())) > 0);
  expect(await signLog(await context(), own)).toBeNull();
}

async function verifyOnceMore(): Promise<Verification> {
  const ctx = await context();
  const order = { signer: await signer(), checks: await recordChecks(ctx), onLine: () => undefined };
  return verifyAndKeep(ctx, order);
}

test('an honest history raises no alarm, not even while it is written', { timeout: 3_600_000 }, async () => {
  const writers = Array.from({ length: WRITERS }, async (_, writer) => write(writer));
  const work = Promise.all([...writers, workAtTheCounter()]);
  const during: number[] = [];
  const verifying = (async () => {
    for (let count = 0; count < 3; count += 1) during.push((await verifyOnceMore()).findingCount);
  })();
  await keepLogDuring(Promise.all([work, verifying]));
  expect(during).toEqual([0, 0, 0]);
  const began = performance.now();
  const before = process.memoryUsage();
  const { entries, findings } = await verifyLog(await context(), {
    signer: await signer(),
    checks: await recordChecks(await context()),
    onLine: () => undefined,
  });
  expect(findings).toEqual([]);
  expect(entries).toBeGreaterThan(EVENTS);
  expect(await openDamage(await context())).toBeNull();
  expect(await logLag(await context())).toMatchObject({ waiting: 0, unsigned: 0, oldestMs: null });
  if (EVENTS > 50_000) told(entries, performance.now() - began, before);
});

/** Figures for docs/reliability.md. */
function told(entries: number, duration: number, before: NodeJS.MemoryUsage): void {
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
  const now = process.memoryUsage();
  console.info(
    `${entries} entries verified in ${(duration / 1000).toFixed(1)} s; memory ${megabytes(before.rss)} → ${megabytes(now.rss)} MB, heap ${megabytes(now.heapUsed)} MB`,
  );
}
