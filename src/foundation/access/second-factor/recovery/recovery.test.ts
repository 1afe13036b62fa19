import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { jobHandlers } from '#app/jobs.ts';
import { type Context, systemContext } from '#foundation/context.ts';
import { addOfficer } from '#foundation/people/officers/service.ts';
import { addHolding } from '#foundation/people/posts/holdings.ts';
import { addPost } from '#foundation/people/posts/service.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { giveApp, givePasskey } from '#test/second-factor.ts';
import { addAccount, resetPassword } from '../../accounts/service.ts';
import { signIn } from '../../sign-in/service.ts';
import { readFactors } from '../store.ts';
import {
  cancelRecovery,
  confirmRecovery,
  openRecovery,
  recoverByOperator,
  tellRecovery,
  waitingRecovery,
} from './service.ts';

const LOST = 'tu-phap.an-hoa';
const REASON = { reason: 'mất điện thoại' };

let system: TestSystem;
let accountId: number;
let administrator: Context;
let leader: Context;

beforeAll(async () => {
  system = await openTestWorld();
  accountId = (await actAs(system, LOST)).actor?.accountId ?? 0;
  administrator = await actAs(system, 'quan-tri');
  leader = await actAs(system, 'chu-tich.an-hoa');
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  await system.superuser.query(
    "update account_recoveries set state = 'cancelled', decided_at = opened_at where state = 'open'",
  );
});

const kindsOf = async () => {
  const { rows } = await system.superuser.query<{ kind: string; officer_id: number }>(
    "select kind, officer_id::int from history_events where stream = 'account' and stream_id = $1 order by sequence desc",
    [accountId],
  );
  return rows;
};

/** A second administrator, who is one because of a post of their own. */
async function secondAdministrator(): Promise<Context> {
  const ctx = await systemContext(system, 'test');
  const unitId = administrator.actor?.post.unitId ?? 0;
  const contact = { phone: '', email: '', note: '' };
  const officerId = await addOfficer(ctx, { fullName: 'Đinh Văn A', ...contact });
  const from = '2019-01-01';
  const postId = await addPost(ctx, { unitId, title: 'Quản trị thứ hai', roles: ['it-administrator'], from });
  await addHolding(ctx, { postId, officerId, from, decision: 'thử' });
  await addAccount(ctx, { officerId, login: 'quan-tri-2', passwordHash: null, expiresAt: null });
  return actAs(system, 'quan-tri-2');
}

describe('An account is given back', () => {
  test('by an administrator and the leader of the unit together: everything old is void, a password opens for a day', async () => {
    await giveApp(system, LOST);
    await givePasskey(system, LOST);
    const { id } = await openRecovery(administrator, { accountId, ...REASON });
    expect((await waitingRecovery(leader, accountId))?.id).toBe(id);
    const { password, login } = await confirmRecovery(leader, id);
    expect(await readFactors(system.db, accountId)).toEqual({ hasApp: false, passkeys: 0 });
    const attempt = async () => {
      const input = { login, password, address: '203.0.113.7', userAgent: 'test' };
      return signIn(await systemContext(system, 'test'), input);
    };
    expect((await attempt()).kind).toBe('signed-in');
    const [confirmed, opened] = await kindsOf();
    expect([opened, confirmed]).toEqual([
      { kind: 'recovery-opened', officer_id: administrator.actor?.officerId },
      { kind: 'recovery-confirmed', officer_id: leader.actor?.officerId },
    ]);
    system.setClock('2020-04-29T08:00:01+07:00');
    await expect(attempt()).rejects.toThrow('hết hạn');
  });

  test('by two administrators', async () => {
    const { id } = await openRecovery(administrator, { accountId, ...REASON });
    expect(await confirmRecovery(await secondAdministrator(), id)).toHaveProperty('password');
  });
});

describe('Nobody gives an account back alone', () => {
  test('whoever opened it does not confirm it, also not from another post', async () => {
    const { id } = await openRecovery(administrator, { accountId, ...REASON });
    await expect(confirmRecovery(administrator, id)).rejects.toMatchObject({ kind: 'forbidden' });
    const asLeader = {
      ...administrator,
      actor: administrator.actor && {
        ...administrator.actor,
        post: leader.actor?.post ?? administrator.actor.post,
      },
    };
    await expect(confirmRecovery(asLeader, id)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('the database does not take one and the same person either', async () => {
    const { id } = await openRecovery(administrator, { accountId, ...REASON });
    const forged = system.superuser.query(
      "update account_recoveries set state = 'confirmed', decided_by = opened_by, decided_at = now() where id = $1",
      [id],
    );
    await expect(forged).rejects.toThrow('check constraint');
  });

  test('whoever was given a password by the one who opened it is not the second person for a month', async () => {
    const { id } = await openRecovery(administrator, { accountId, ...REASON });
    await resetPassword(administrator, { accountId: leader.actor?.accountId ?? 0 });
    const confirming = confirmRecovery(await actAs(system, 'chu-tich.an-hoa'), id);
    await expect(confirming).rejects.toThrow('chưa thể là người thứ hai');
    await system.superuser.query('alter table history_events disable trigger all');
    await system.superuser.query(
      "update history_events set at = at - interval '31 days' where kind = 'password-reset'",
    );
    await system.superuser.query('alter table history_events enable trigger all');
    expect(await confirmRecovery(leader, id)).toHaveProperty('password');
  });

  test('nobody opens or confirms their own', async () => {
    const own = administrator.actor?.accountId ?? 0;
    await expect(openRecovery(administrator, { accountId: own, ...REASON })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const leaders = leader.actor?.accountId ?? 0;
    const { id } = await openRecovery(administrator, { accountId: leaders, ...REASON });
    await expect(confirmRecovery(leader, id)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('nor the leader of another unit, a colleague, or whoever is not signed in', async () => {
    const { id } = await openRecovery(administrator, { accountId, ...REASON });
    for (const login of ['truong-phong.tu-phap', 'mot-cua.an-hoa', 'noi-vu', 'thanh-tra'])
      await expect(confirmRecovery(await actAs(system, login), id)).rejects.toMatchObject({
        kind: 'forbidden',
      });
    await expect(confirmRecovery(await systemContext(system, 'x'), id)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(openRecovery(leader, { accountId, ...REASON })).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('nor with a request older than a day, one withdrawn, or one used', async () => {
    const first = await openRecovery(administrator, { accountId, ...REASON });
    await expect(openRecovery(administrator, { accountId, ...REASON })).rejects.toMatchObject({
      kind: 'conflict',
    });
    const later = { ...leader, now: new Date('2020-04-29T08:00:01+07:00') };
    await expect(confirmRecovery(later, first.id)).rejects.toMatchObject({ kind: 'missing' });
    const again = await openRecovery({ ...administrator, now: later.now }, { accountId, ...REASON });
    await cancelRecovery(await actAs(system, LOST), again.id);
    await expect(confirmRecovery(later, again.id)).rejects.toMatchObject({ kind: 'missing' });
    const third = await openRecovery(administrator, { accountId, ...REASON });
    await confirmRecovery(leader, third.id);
    await expect(confirmRecovery(leader, third.id)).rejects.toMatchObject({ kind: 'missing' });
    await expect(cancelRecovery(await actAs(system, 'mot-cua.an-hoa'), third.id)).rejects.toMatchObject({
      kind: 'missing',
    });
  });

  test('two who confirm at once give one password', async () => {
    const { id } = await openRecovery(administrator, { accountId, ...REASON });
    const chairman = await actAs(system, 'chu-tich.huyen');
    const both = await Promise.allSettled([confirmRecovery(leader, id), confirmRecovery(chairman, id)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

test('The owner is told by mail when it is asked for and when it is done, without the password', async () => {
  await system.superuser.query(
    "update officers set email = 'tu-phap@example.vn' where id = (select officer_id from accounts where id = $1)",
    [accountId],
  );
  const { id } = await openRecovery(administrator, { accountId, ...REASON });
  const { password } = await confirmRecovery(leader, id);
  const { rows } = await system.superuser.query<{ payload: unknown }>(
    `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'account-recovery' order by j.id`,
  );
  for (const { payload } of rows) await jobHandlers(system)['account-recovery']?.(payload, '1');
  const folder = path.join(system.folder, 'mailbox');
  const letters = await Promise.all(
    (await readdir(folder)).map(async (name) => readFile(path.join(folder, name), 'utf8')),
  );
  expect(letters).toHaveLength(2);
  for (const letter of letters) {
    expect(letter).toContain('tu-phap@example.vn');
    expect(letter).not.toContain(password);
  }
  await system.superuser.query("update officers set email = ''");
  await tellRecovery(await systemContext(system, 'test'), id, 'opened');
  expect(await readdir(folder)).toHaveLength(2);
});

test('The operator of the server can give an account back where nobody is left, and it is in the history', async () => {
  await giveApp(system, LOST);
  await recoverByOperator(await systemContext(system, 'test'), accountId);
  expect(await readFactors(system.db, accountId)).toEqual({ hasApp: false, passkeys: 0 });
  expect((await kindsOf())[0]).toEqual({ kind: 'recovered-by-operator', officer_id: null });
});
