import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { openAlarm, openDamage, settleDamage } from '#foundation/log/alarms.ts';
import { createWriteGuard } from '#foundation/log/guard.ts';
import { latestVerification } from '#foundation/log/verification/service.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { signIn } from '#test/log.ts';
import { visitorOf } from '#test/visitor.ts';
import { LOG_TIMETABLE, logTasks } from './log-tasks.ts';

let system: TestSystem;
let number: string;
beforeAll(async () => {
  system = await openTestWorld();
  ({ number } = await receivedDossier(system));
  await signIn(system, signerFolder());
});
afterAll(async () => system.close());

const signerFolder = () => path.join(system.folder, 'signer');
const context = async () => systemContext(system, 'test');

/** The night comes, as the worker calls it. */
async function night(): Promise<void> {
  const tasks = logTasks(system, { signerFolder: signerFolder(), publicUrl: system.publicUrl });
  await tasks['verify-log']?.({}, '1');
}

async function behindItsBack(statement: string): Promise<void> {
  await system.superuser.query(`set session_replication_role = replica; ${statement};
    set session_replication_role = origin`);
}

const publicPage = async () => (await (await visitorOf(system)).get('/nhat-ky')).text;

describe('Every night', () => {
  test('everything is checked, and the page says that all is well', async () => {
    await night();
    expect(await latestVerification(await context())).toMatchObject({ findingCount: 0, findings: [] });
    expect(await publicPage()).toContain('tất cả đúng như đã ghi và đã ký');
    expect(await openDamage(await context())).toBeNull();
  });

  test('what was changed is named to those who run the system, shown to everybody, and stops nobody at the counter', async () => {
    await behindItsBack(`update dossiers set due_at = due_at + interval '7 days' where number = '${number}'`);
    await night();
    const damage = await openDamage(await context());
    expect(damage?.sentence).toMatch(new RegExp(`Hồ sơ ${number}: dossiers .* khác ở dueAt`));
    expect(await publicPage()).toContain('Nhật ký đang có báo động');
    expect(await publicPage()).not.toContain(number);
    const guard = createWriteGuard();
    await guard.look(await context());
    expect([guard.reason(), await openAlarm(await context())]).toEqual([null, null]);
    await night();
    const { rows } = await system.superuser.query('select from log_alarms');
    expect(rows).toHaveLength(1);
  });

  test('what a person has settled raises no alarm again, anything else does', async () => {
    await settleDamage(await context(), 'Đang chờ bản sao lưu để khôi phục');
    await night();
    expect(await openDamage(await context())).toBeNull();
    await behindItsBack(`update posts set title = 'khác' where id = (select min(id) from posts)`);
    await night();
    expect((await openDamage(await context()))?.sentence).toContain('posts');
    await expect(settleDamage(await context(), 'Đã dựng lại từ bản sao lưu')).resolves.toBeUndefined();
    await expect(settleDamage(await context(), 'Đã dựng lại từ bản sao lưu')).rejects.toMatchObject({
      kind: 'conflict',
    });
  });

  test('each task of the timetable is one that somebody does', () => {
    const tasks = logTasks(system, { signerFolder: '', publicUrl: system.publicUrl });
    const named = LOG_TIMETABLE.map((line) => line.split(' ')[5] ?? '');
    expect(named.filter((name) => !(name in tasks))).toEqual([]);
  });
});
