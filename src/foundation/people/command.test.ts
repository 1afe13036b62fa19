import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadStarterOrganisation } from '#starter/organisation/load.ts';
import { openTestSystem, type TestSystem } from '#test/database.ts';
import { signIn } from '#foundation/access/sign-in/service.ts';
import { type Context, systemContext } from '#foundation/context.ts';
import { createFirstAdministrator, listAccounts, resetAccountPassword } from './command.ts';

let system: TestSystem;
let ctx: Context;

beforeAll(async () => {
  system = await openTestSystem();
  await loadStarterOrganisation(await systemContext(system, 'starter'));
  ctx = await systemContext(system, 'command');
});
afterAll(async () => system.close());

describe('The operator of a fresh installation', () => {
  const input = { fullName: 'Nguyễn Văn C', login: 'Quan-Tri', unitCode: 'van-phong-hdnd-ubnd' };

  test('hears what is wrong with the first administrator', async () => {
    const refused = createFirstAdministrator(ctx, { ...input, login: 'quản trị' });
    await expect(refused).rejects.toMatchObject({ kind: 'invalid' });
    const nowhere = createFirstAdministrator(ctx, { ...input, unitCode: 'khong-co' });
    await expect(nowhere).rejects.toMatchObject({ kind: 'missing' });
  });

  test('creates one administrator, who can sign in, and no second', async () => {
    const { login, password } = await createFirstAdministrator(ctx, input);
    expect(login).toBe('quan-tri');
    expect(await signIn(ctx, { login, password, address: 'test', userAgent: '' })).toHaveProperty('token');
    const second = createFirstAdministrator(ctx, { ...input, login: 'quan-tri-2' });
    await expect(second).rejects.toMatchObject({ kind: 'conflict' });
    expect((await listAccounts(ctx)).map((account) => account.login)).toEqual(['quan-tri']);
  });

  test('gives a forgotten password anew', async () => {
    const { password } = await resetAccountPassword(ctx, 'QUAN-TRI');
    expect(await signIn(ctx, { login: 'quan-tri', password, address: 'test', userAgent: '' })).toHaveProperty(
      'token',
    );
    await expect(resetAccountPassword(ctx, 'khong-co')).rejects.toMatchObject({ kind: 'missing' });
  });
});
