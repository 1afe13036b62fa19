import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { giveApp, scanned, secretIn } from '#test/second-factor.ts';
import { openSession } from '#test/session.ts';
import { actorOfToken } from '../../sessions/service.ts';
import { hashOf } from '../../sessions/token.ts';
import { requireOfRoles } from '../policy/service.ts';
import { confirmApp, MOST_FAILURES, offerApp, removeApp, takeAppCode } from './service.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(() => system.setClock(TUESDAY_MORNING));

const at = (instant: string) => {
  system.setClock(instant);
  return system.clock();
};
const contextOf = async (login: string) => actAs(system, login);
const take = async (accountId: number, code: string) =>
  takeAppCode(await systemContext(system, 'test'), accountId, code);

describe('An app', () => {
  test('counts only when its code has confirmed it, and then ends browsers that were in with a password', async () => {
    const ctx = await contextOf('tu-phap.an-hoa');
    const [here, there] = [
      await openSession(system, 'tu-phap.an-hoa'),
      await openSession(system, 'tu-phap.an-hoa'),
    ];
    const offer = await offerApp(ctx, '');
    const wrong = confirmApp(ctx, { offer: offer.sealed, code: '000000', token: here });
    await expect(wrong).rejects.toMatchObject({ kind: 'invalid', fields: { code: expect.any(String) } });
    const { rows: none } = await system.superuser.query('select * from totp_secrets');
    expect(none).toEqual([]);
    const code = scanned(offer.address).codeAt(ctx.now);
    const codes = await confirmApp(ctx, { offer: offer.sealed, code, token: here });
    expect(new Set(codes).size).toBe(10);
    expect(await actorOfToken(system, here, system.clock())).not.toBeNull();
    expect(await actorOfToken(system, there, system.clock())).toBeNull();
    const { rows } = await system.superuser.query("select kind from history_events where kind = 'app-added'");
    expect(rows).toHaveLength(1);
  });

  test('lies in the database sealed, and its codes for emergencies only as keyed hashes', async () => {
    const ctx = await contextOf('mot-cua.an-hoa');
    const offer = await offerApp(ctx, '');
    const code = scanned(offer.address).codeAt(ctx.now);
    const codes = (await confirmApp(ctx, { offer: offer.sealed, code, token: '' })) ?? [];
    const { rows } = await system.superuser.query(
      `select s::text as text from totp_secrets s union all select encode(code_index, 'escape') from recovery_codes`,
    );
    const kept = JSON.stringify(rows);
    const secret = new URL(offer.address).searchParams.get('secret') ?? '?';
    const bytes = secretIn(offer.address);
    for (const plain of [
      secret,
      bytes.toString('hex'),
      bytes.toString('base64url'),
      offer.typed,
      ...codes,
      ...codes.map((one) => hashOf(one).toString('hex')),
    ])
      expect(kept).not.toContain(plain);
  });

  test('offered to one person is nothing for another, nor is a form that was made up', async () => {
    const offer = await offerApp(await contextOf('van-thu.an-hoa'), '');
    const other = await contextOf('thanh-tra');
    const code = scanned(offer.address).codeAt(other.now);
    for (const sealed of [offer.sealed, '', 'v1.x.y'])
      await expect(confirmApp(other, { offer: sealed, code, token: '' })).rejects.toMatchObject({
        kind: 'conflict',
      });
    expect((await offerApp(other, offer.sealed)).typed).not.toBe(offer.typed);
  });

  test('is offered again unchanged when its form comes back', async () => {
    const ctx = await contextOf('thanh-tra');
    const offer = await offerApp(ctx, '');
    expect((await offerApp(ctx, offer.sealed)).typed).toBe(offer.typed);
  });
});

describe('A code', () => {
  test('counts once, and none of an earlier step after it', async () => {
    const app = await giveApp(system, 'chu-tich.an-hoa');
    const accountId = (await contextOf('chu-tich.an-hoa')).actor?.accountId ?? 0;
    const first = app.codeAt(system.clock());
    expect(await take(accountId, first)).toBe(false);
    const later = at('2020-04-28T08:01:00+07:00');
    expect(await take(accountId, app.codeAt(later))).toBe(true);
    expect(await take(accountId, app.codeAt(later))).toBe(false);
    expect(await take(accountId, app.codeAt(new Date(later.getTime() - 30_000)))).toBe(false);
  });

  test('sent twice at the same moment counts once', async () => {
    const app = await giveApp(system, 'dia-chinh.an-hoa');
    const accountId = (await contextOf('dia-chinh.an-hoa')).actor?.accountId ?? 0;
    const code = app.codeAt(at('2020-04-28T08:02:00+07:00'));
    const taken = await Promise.all(Array.from({ length: 8 }, async () => take(accountId, code)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  test('of a secret that somebody moved to another account in the database opens nothing', async () => {
    const app = await giveApp(system, 'van-hoa-xa-hoi.an-hoa');
    const owner = (await contextOf('van-hoa-xa-hoi.an-hoa')).actor?.accountId ?? 0;
    const victim = (await contextOf('noi-vu')).actor?.accountId ?? 0;
    await system.superuser.query(
      'insert into totp_secrets select $1, sealed_secret, last_step, failures, confirmed_at from totp_secrets where account_id = $2',
      [victim, owner],
    );
    expect(await take(victim, app.codeAt(at('2020-04-28T08:05:00+07:00')))).toBe(false);
    await system.superuser.query('delete from totp_secrets where account_id = $1', [victim]);
  });

  test('guessed wrong a hundred times in a row opens nothing any more, right or not', async () => {
    const app = await giveApp(system, 'chuyen-vien.tu-phap');
    const accountId = (await contextOf('chuyen-vien.tu-phap')).actor?.accountId ?? 0;
    await system.superuser.query('update totp_secrets set failures = $1 where account_id = $2', [
      MOST_FAILURES - 1,
      accountId,
    ]);
    const later = at('2020-04-28T08:03:00+07:00');
    expect(await take(accountId, '000000')).toBe(false);
    expect(await take(accountId, app.codeAt(later))).toBe(false);
  });
});

describe('Taking the app away', () => {
  test('is refused to whoever must have a second step and has no other', async () => {
    await giveApp(system, 'truong-phong.tu-phap');
    const administrator = await contextOf('quan-tri');
    await requireOfRoles(administrator, { roles: ['unit-leader'], sequence: 0 });
    await expect(removeApp(await contextOf('truong-phong.tu-phap'))).rejects.toMatchObject({
      kind: 'conflict',
    });
    await requireOfRoles(administrator, { roles: [], sequence: 1 });
    await removeApp(await contextOf('truong-phong.tu-phap'));
    await expect(removeApp(await contextOf('truong-phong.tu-phap'))).rejects.toMatchObject({
      kind: 'conflict',
    });
  });

  test('the policy is the administrator’s, and two who change it at once do not overwrite each other', async () => {
    const requiring = requireOfRoles(await contextOf('noi-vu'), { roles: [], sequence: 2 });
    await expect(requiring).rejects.toMatchObject({ kind: 'forbidden' });
    const late = requireOfRoles(await contextOf('quan-tri'), { roles: ['chairman'], sequence: 0 });
    await expect(late).rejects.toMatchObject({ kind: 'conflict' });
  });
});
