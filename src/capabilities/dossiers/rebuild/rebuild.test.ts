import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { advance } from '#test/e2e/seed.ts';
import { compareRecords } from '#foundation/history/comparison/compare.ts';
import { dossierRecords } from './records.ts';
import { rebuildDossier } from './service.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());

async function check() {
  const ctx = await systemContext(system, 'check');
  const deviations: string[] = [];
  const compared = await compareRecords(ctx, await dossierRecords(ctx), {
    found: ({ sentence }) => deviations.push(sentence),
    progress: () => undefined,
  });
  return { compared, deviations };
}

async function idOf(number: string): Promise<number> {
  const row = await system.db
    .selectFrom('dossiers')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return row.id;
}

test('honest dossiers agree with their histories', async () => {
  await receivedDossier(system);
  await advance(system, await receivedDossier(system), 3);
  await advance(system, await receivedDossier(system, { slug: 'ho-tro-chi-phi-mai-tang' }), 4);
  expect(await check()).toEqual({ compared: 3, deviations: [] });
});

test('a date moved, a step altered and a handover erased behind the application are found, named and put right', async () => {
  const { number } = await advance(
    system,
    await receivedDossier(system, { slug: 'ho-tro-chi-phi-mai-tang' }),
    4,
  );
  const { superuser } = system;
  const of = '(select id from dossiers where number = $1)';
  await superuser.query("update dossiers set due_at = due_at + interval '7 days' where number = $1", [
    number,
  ]);
  await superuser.query(
    `update dossier_steps set used_minutes = 1 where position = 1 and dossier_id = ${of}`,
    [number],
  );
  await superuser.query(`delete from dossier_handovers where dossier_id = ${of}`, [number]);
  const { deviations } = await check();
  expect(deviations).toEqual([
    `Hồ sơ ${number}: dossiers ${await idOf(number)} khác ở dueAt; dossier_steps 1 khác ở usedMinutes; dossier_handovers thiếu số 1; dossier_handovers thiếu số 2.`,
  ]);
  await rebuildDossier(await systemContext(system, 'rebuild'), number);
  expect((await check()).deviations).toEqual([]);
});

test('work taken out of a box behind the application is found and put back', async () => {
  const { number } = await receivedDossier(system);
  await system.superuser.query('delete from dossier_work where number = $1', [number]);
  expect((await check()).deviations).toEqual([expect.stringMatching(`^Hồ sơ ${number}: dossier_work thiếu`)]);
  await rebuildDossier(await systemContext(system, 'rebuild'), number);
  expect((await check()).deviations).toEqual([]);
});

test('history itself cannot be changed by the application, nor by a careless superuser', async () => {
  const { number } = await receivedDossier(system);
  const events = system.db
    .updateTable('historyEvents')
    .set({ kind: 'nothing' })
    .where('stream', '=', 'dossier')
    .execute();
  await expect(events).rejects.toThrow(/permission denied/);
  await expect(system.superuser.query('delete from history_events')).rejects.toThrow(/append-only/);
  await expect(system.superuser.query('truncate history_events cascade')).rejects.toThrow(/append-only/);
  expect(number).toBeTruthy();
});
