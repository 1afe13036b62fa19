import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { jobHandlers } from '#app/jobs.ts';
import { systemContext } from '#foundation/context.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { giveApp, givePasskey } from '#test/second-factor.ts';
import { setOneTimePassword } from '../accounts/service.ts';

const LOGIN = 'tu-phap.an-hoa';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
  await system.superuser.query(
    `update officers set email = 'can-bo@example.vn' where id = (select officer_id from accounts where login = $1)`,
    [LOGIN],
  );
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  await system.superuser.query('delete from graphile_worker._private_jobs');
});

async function queued(): Promise<readonly unknown[]> {
  const { rows } = await system.superuser.query<{ payload: unknown }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'account-letter' order by j.id`,
  );
  return rows.map(({ payload }) => payload);
}

describe('The owner of an account', () => {
  test('is told by mail when something opens it that was not there before', async () => {
    await giveApp(system, LOGIN);
    await givePasskey(system, LOGIN);
    const accountId = (await actAs(system, LOGIN)).actor?.accountId ?? 0;
    await setOneTimePassword(await systemContext(system, 'test'), accountId);
    expect(await queued()).toEqual([
      expect.objectContaining({ accountId, what: 'app-added' }),
      expect.objectContaining({ accountId, what: 'passkey-added' }),
      expect.objectContaining({ accountId, what: 'password-reset' }),
    ]);
  });

  test('reads when it was, from where, and what to do', async () => {
    const accountId = (await actAs(system, LOGIN)).actor?.accountId ?? 0;
    const about = { accountId, what: 'new-browser', at: system.clock().toISOString(), from: '203.0.113.9' };
    const there = { ...system, publicUrl: 'https://motcua.example.vn' };
    await jobHandlers(there)['account-letter']?.(about, '1');
    const mailbox = path.join(system.folder, 'mailbox');
    const [name = ''] = await readdir(mailbox);
    const letter = await readFile(path.join(mailbox, name), 'utf8');
    expect(letter).toContain('can-bo@example.vn');
    const words = Buffer.from(
      letter
        .replaceAll(/=\r?\n/g, '')
        .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ).toString('utf8');
    expect(words).toContain('trình duyệt chưa dùng bao giờ lúc 28/4/2020 08:00, từ địa chỉ mạng 203.0.113.9');
    expect(words).toContain('https://motcua.example.vn/account/password');
  });

  test('without an address is told nothing, and nothing fails', async () => {
    await giveApp(system, 'mot-cua.an-toan');
    expect(await queued()).toEqual([]);
  });
});
