import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { openAlarm, recoverLog } from '#foundation/log/alarms.ts';
import { createWriteGuard } from '#foundation/log/guard.ts';
import { sequence, signLog } from '#foundation/log/service.ts';
import { verifyLog } from '#foundation/log/verification/service.ts';
import { type LogSigner, openLogSigner } from '#platform/signing/log-signer.ts';
import { backUpSystem, type EmptyPlace, openEmptyPlace, restoreTo } from '#test/backups.ts';
import { openSystemOn, openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { recordChecks } from './record-checks.ts';

let before: TestSystem;
let place: EmptyPlace;
let restored: TestSystem;
let signer: LogSigner;
beforeAll(async () => {
  before = await openTestWorld();
  signer = await openLogSigner({
    folder: path.join(before.folder, 'signer'),
    origin: 'localhost:3000/nhat-ky',
  });
  await receivedDossier(before);
  await settle(before);
  const backup = await backUpSystem(before);
  // What the backup does not know: somebody would like these never to have been received.
  for (let count = 0; count < 3; count += 1) await receivedDossier(before);
  await settle(before);
  place = await openEmptyPlace(before);
  await restoreTo(place, backup.path);
  restored = await openSystemOn(place.owner);
}, 120_000);
afterAll(async () => {
  await restored.close();
  await place.close();
  await before.close();
});

async function settle(system: TestSystem) {
  const ctx = await systemContext(system, 'test');
  while ((await sequence(ctx)) > 0);
  return signLog(ctx, signer);
}

async function reason(): Promise<string | null> {
  const guard = createWriteGuard();
  await guard.look(await systemContext(restored, 'test'));
  return guard.reason();
}

test('whoever restores an old backup and goes on is stopped at once, also when the history has grown past the old one', async () => {
  expect(await settle(restored)).toMatchObject({ kind: 'smaller' });
  expect(await reason()).toContain('bản cũ hơn');
  // Somebody who holds the database settles the alarm there and goes on.
  await place.pool.query("update log_alarms set settled_at = now(), settled_reason = 'x'");
  for (let count = 0; count < 6; count += 1) await receivedDossier(restored);
  expect(await settle(restored)).toMatchObject({ kind: 'forked' });
  expect(await reason()).toContain('không nối tiếp');
  const ctx = await systemContext(restored, 'test');
  const { findings } = await verifyLog(ctx, { signer, checks: [], onLine: () => undefined });
  expect(findings).toEqual([expect.objectContaining({ where: 'bộ ký' })]);
});

test('a recorded recovery opens it again, and everything that was restored is what its history says', async () => {
  const ctx = await systemContext(restored, 'test');
  await recoverLog(ctx, signer, 'Khôi phục từ bản sao lưu sau hỏng ổ đĩa');
  expect(await settle(restored)).toBeNull();
  expect([await openAlarm(ctx), await reason()]).toEqual([null, null]);
  const checks = (await recordChecks(ctx)).filter(({ name }) => name !== 'Tệp');
  const { findings } = await verifyLog(ctx, { signer, checks, onLine: () => undefined });
  expect(findings).toEqual([]);
  const { rows } = await place.pool.query("select payload from history_events where kind = 'recovered'");
  expect(rows).toHaveLength(1);
});
