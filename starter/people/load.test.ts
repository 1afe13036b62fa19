import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyPassword } from '#foundation/access/passwords/argon2.ts';
import { findAccountByLogin } from '#foundation/access/sign-in/store.ts';
import { type Context, systemContext } from '#foundation/context.ts';
import { descendantsOf } from '#foundation/organisation/rules.ts';
import { organisationNow, unitByCode } from '#foundation/organisation/service.ts';
import { readPostLines } from '#foundation/people/posts/list/store.ts';
import { openTestSystem, type TestSystem } from '#test/database.ts';
import { loadStarterOrganisation } from '../organisation/load.ts';
import { loadStarterPeople, type StarterAccount } from './load.ts';

let system: TestSystem;
let ctx: Context;
let accounts: readonly StarterAccount[];

beforeAll(async () => {
  system = await openTestSystem();
  await loadStarterOrganisation(await systemContext(system, 'starter'));
  ctx = await systemContext(system, 'starter');
  accounts = await loadStarterPeople(ctx, { passwordFor: (login) => `mật khẩu của ${login}` });
});
afterAll(async () => system.close());

describe('The people of the starter world', () => {
  test('have the passwords they are told, to be changed at the first sign-in', async () => {
    expect(accounts.map(({ login }) => login)).toEqual(
      expect.arrayContaining([
        'mot-cua.an-hoa',
        'chuyen-vien.tu-phap',
        'chu-tich.huyen',
        'quan-tri',
        'thanh-tra',
      ]),
    );
    for (const { login, password } of accounts.slice(0, 3)) {
      const account = await findAccountByLogin(system.db, login);
      expect(await verifyPassword(account?.passwordHash ?? null, password)).toBe(true);
    }
    const { rows } = await system.superuser.query('select from accounts where not must_change_password');
    expect(rows).toHaveLength(0);
  });

  test('are loaded once', async () => {
    expect(await loadStarterPeople(ctx, { passwordFor: () => 'khác' })).toEqual([]);
  });

  test('leave no commune and no department without the posts that procedures wait for', async () => {
    const tree = await organisationNow(ctx);
    const posts = await readPostLines(system.db, { unitIds: null, now: ctx.now });
    const rolesOf = (unitId: number) =>
      posts.filter((post) => post.unitId === unitId).flatMap((post) => post.roles);
    const { id } = await unitByCode(ctx, 'huyen-an-lao');
    const units = descendantsOf(tree, id);
    const communes = units.filter(({ kind, level }) => kind === 'people-committee' && level === 'commune');
    expect(communes).toHaveLength(10);
    for (const commune of communes) {
      expect(rolesOf(commune.id)).toEqual(
        expect.arrayContaining(['one-stop', 'specialist', 'chairman', 'records-clerk']),
      );
    }
    for (const department of units.filter(({ kind }) => kind === 'department')) {
      expect(rolesOf(department.id)).toEqual(
        expect.arrayContaining(['unit-leader', 'specialist', 'records-clerk']),
      );
    }
  });

  test('say who they are in words', () => {
    const { who } = accounts.find(({ login }) => login === 'tu-phap.an-hoa') ?? { who: '' };
    expect(who).toBe(
      'Chuyên viên Tư pháp - hộ tịch An Hòa: Công chức Tư pháp - hộ tịch, Ủy ban nhân dân xã An Hòa',
    );
  });
});
