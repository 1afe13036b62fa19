import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { addAccount } from '#foundation/access/accounts/service.ts';
import type { Context } from '#foundation/context.ts';
import { systemContext } from '#foundation/context.ts';
import { unitByCode } from '#foundation/organisation/service.ts';
import { addOfficer } from '../officers/service.ts';
import { officersWithRole } from '../service.ts';
import { addHolding, appointHolder, releaseHolder } from './holdings.ts';
import { addPost, changePost, createPost, endPost } from './service.ts';
import { readHoldings, readPost } from './store.ts';

const decision = '12/QĐ-UBND';
let system: TestSystem;
let homeAffairs: Context;
let administrator: Context;
let anHoa: number;

beforeAll(async () => {
  system = await openTestWorld();
  anHoa = (await unitByCode(await systemContext(system, 'test'), 'xa-an-hoa')).id;
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  homeAffairs = await actAs(system, 'noi-vu');
  administrator = await actAs(system, 'quan-tri');
});

async function newOfficer(fullName = 'Đinh Văn A'): Promise<number> {
  return addOfficer(await systemContext(system, 'test'), { fullName, phone: '', email: '', note: '' });
}

async function newPost(roles: Parameters<typeof addPost>[1]['roles'] = ['specialist']): Promise<number> {
  const ctx = await systemContext(system, 'test');
  return addPost(ctx, { unitId: anHoa, title: 'Công chức tăng cường', roles, from: '2019-01-01' });
}

function later(ctx: Context, instant: string): Context {
  return { ...ctx, now: new Date(instant) };
}

describe('A post', () => {
  test('is created by home affairs in a unit that works today', async () => {
    const input = { unitId: anHoa, title: 'Công chức Tài chính - kế toán', from: '2020-05-01' };
    const id = await createPost(homeAffairs, { ...input, roles: ['specialist'] });
    expect(await readPost(system.db, id)).toMatchObject({
      title: 'Công chức Tài chính - kế toán',
      roles: ['specialist'],
      validFrom: new Date('2020-05-01T00:00:00+07:00'),
    });
    const nowhere = createPost(homeAffairs, { ...input, unitId: 999_999, roles: ['specialist'] });
    await expect(nowhere).rejects.toMatchObject({ kind: 'missing' });
  });

  test.each(['mot-cua.an-hoa', 'chu-tich.huyen', 'thanh-tra', 'truong-phong.tu-phap'])(
    'is not created by %s',
    async (login) => {
      const ctx = await actAs(system, login);
      const post = { unitId: anHoa, title: 'Vị trí mới', roles: ['specialist'], from: '2020-05-01' } as const;
      await expect(createPost(ctx, post)).rejects.toMatchObject({ kind: 'forbidden' });
    },
  );

  test('of administration is created by an administrator only', async () => {
    const post = {
      unitId: anHoa,
      title: 'Quản trị',
      roles: ['it-administrator'],
      from: '2020-05-01',
    } as const;
    await expect(createPost(homeAffairs, post)).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await createPost(administrator, post)).toBeGreaterThan(0);
  });
});

describe('A post that exists', () => {
  test('that was changed meanwhile is not overwritten', async () => {
    const postId = await newPost();
    await changePost(homeAffairs, { postId, title: 'Tên mới', roles: ['one-stop'], sequence: 1 });
    const stale = changePost(administrator, {
      postId,
      title: 'Tên khác',
      roles: ['specialist'],
      sequence: 1,
    });
    await expect(stale).rejects.toMatchObject({ kind: 'conflict' });
    expect(await readPost(system.db, postId)).toMatchObject({ title: 'Tên mới', roles: ['one-stop'] });
  });

  test('of one’s own is not changed, so that nobody raises their own rights', async () => {
    const { postId } = homeAffairs.actor?.post ?? { postId: 0 };
    const change = {
      postId,
      title: 'Quyền cao hơn',
      roles: ['home-affairs', 'inspector'],
      sequence: 2,
    } as const;
    await expect(changePost(homeAffairs, change)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('ends only when nobody holds it any more', async () => {
    const postId = await newPost();
    const officerId = await newOfficer();
    const holdingId = await appointHolder(homeAffairs, { postId, officerId, from: '2020-01-01', decision });
    const early = endPost(homeAffairs, { postId, on: '2020-05-01' });
    await expect(early).rejects.toMatchObject({ kind: 'conflict' });
    await releaseHolder(homeAffairs, { holdingId, on: '2020-05-01', decision });
    await endPost(homeAffairs, { postId, on: '2020-05-01' });
    expect((await readPost(system.db, postId))?.validTo).toEqual(new Date('2020-05-01T00:00:00+07:00'));
    await expect(endPost(homeAffairs, { postId, on: '2020-06-01' })).rejects.toMatchObject({
      kind: 'conflict',
    });
    const again = appointHolder(homeAffairs, { postId, officerId, from: '2020-05-02', decision });
    await expect(again).rejects.toMatchObject({ kind: 'invalid' });
  });
});

describe('Holding a post', () => {
  test('begins with a decision and gives the rights', async () => {
    const postId = await newPost(['records-clerk']);
    const officerId = await newOfficer('Nguyễn Thị B');
    await appointHolder(homeAffairs, { postId, officerId, from: '2020-04-28', decision });
    const clerks = await officersWithRole(homeAffairs, anHoa, 'records-clerk');
    expect(clerks.map(({ name }) => name)).toContain('Nguyễn Thị B');
  });

  test('is for one person at a time', async () => {
    const postId = await newPost();
    await appointHolder(homeAffairs, { postId, officerId: await newOfficer(), from: '2020-01-01', decision });
    const second = { postId, officerId: await newOfficer(), from: '2020-05-01', decision };
    await expect(appointHolder(homeAffairs, second)).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('passes to the next on the day the one before leaves', async () => {
    const postId = await newPost();
    const first = { postId, officerId: await newOfficer(), from: '2020-01-01', decision };
    const holdingId = await appointHolder(homeAffairs, first);
    await releaseHolder(homeAffairs, { holdingId, on: '2020-05-01', decision });
    const second = { postId, officerId: await newOfficer('Nguyễn Thị B'), from: '2020-05-01', decision };
    await appointHolder(homeAffairs, second);
    expect(await readHoldings(system.db, postId)).toHaveLength(2);
  });
});

describe('Holding a post, as the rules have it,', () => {
  test('is not given to oneself, to nobody, or outside the life of the post', async () => {
    const postId = await newPost(['chairman']);
    const own = { postId, officerId: homeAffairs.actor?.officerId ?? 0, from: '2020-05-01', decision };
    await expect(appointHolder(homeAffairs, own)).rejects.toMatchObject({ kind: 'forbidden' });
    const nobody = { postId, officerId: 999_999, from: '2020-05-01', decision };
    await expect(appointHolder(homeAffairs, nobody)).rejects.toMatchObject({ kind: 'invalid' });
    const before = { postId, officerId: await newOfficer(), from: '2018-12-31', decision };
    await expect(appointHolder(homeAffairs, before)).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('is not given or taken by a leader of another unit, nor of the same', async () => {
    const postId = await newPost();
    const officerId = await newOfficer();
    const holdingId = await appointHolder(homeAffairs, { postId, officerId, from: '2020-01-01', decision });
    for (const login of ['chu-tich.an-hoa', 'truong-phong.tu-phap']) {
      const leader = await actAs(system, login);
      const release = releaseHolder(leader, { holdingId, on: '2020-05-01', decision });
      await expect(release).rejects.toMatchObject({ kind: 'forbidden' });
    }
  });

  test('ends once', async () => {
    const postId = await newPost();
    const officerId = await newOfficer();
    const holdingId = await appointHolder(homeAffairs, { postId, officerId, from: '2020-01-01', decision });
    const releases = await Promise.allSettled([
      releaseHolder(homeAffairs, { holdingId, on: '2020-05-01', decision }),
      releaseHolder(administrator, { holdingId, on: '2020-05-02', decision }),
    ]);
    expect(releases.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const before = releaseHolder(homeAffairs, { holdingId, on: '2019-12-31', decision });
    await expect(before).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('does not end before it began', async () => {
    const postId = await newPost();
    const officerId = await newOfficer();
    const holdingId = await appointHolder(homeAffairs, { postId, officerId, from: '2020-05-01', decision });
    const release = releaseHolder(homeAffairs, { holdingId, on: '2020-04-30', decision });
    await expect(release).rejects.toMatchObject({ kind: 'invalid' });
  });
});

describe('The last administrator', () => {
  async function holdingOf(officerId: number): Promise<number> {
    const { rows } = await system.superuser.query<{ id: string }>(
      'select id from post_holdings where officer_id = $1 and valid_to is null',
      [officerId],
    );
    return Number(rows[0]?.id);
  }

  test('keeps the post', async () => {
    const holdingId = await holdingOf(administrator.actor?.officerId ?? 0);
    const release = releaseHolder(administrator, { holdingId, on: '2020-06-01', decision });
    await expect(release).rejects.toMatchObject({ kind: 'conflict' });
    expect(await holdingOf(administrator.actor?.officerId ?? 0)).toBe(holdingId);
  });

  test('may leave when a second one is there, and two do not leave at once', async () => {
    const ctx = await systemContext(system, 'test');
    const officerId = await newOfficer('Nguyễn Thị B');
    const postId = await newPost(['it-administrator']);
    await addHolding(ctx, { postId, officerId, from: '2020-01-01', decision });
    await addAccount(ctx, { officerId, login: 'quan-tri.hai', passwordHash: null, expiresAt: null });
    const second = await actAs(system, 'quan-tri.hai');
    const first = await holdingOf(administrator.actor?.officerId ?? 0);
    const other = await holdingOf(officerId);
    const releases = await Promise.allSettled([
      releaseHolder(second, { holdingId: first, on: '2020-06-01', decision }),
      releaseHolder(administrator, { holdingId: other, on: '2020-06-01', decision }),
    ]);
    expect(releases.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

test('who may act in a role includes nobody who has left', async () => {
  const postId = await newPost(['chairman']);
  const officerId = await newOfficer('Nguyễn Văn C');
  const holdingId = await appointHolder(homeAffairs, { postId, officerId, from: '2020-01-01', decision });
  const names = async (ctx: Context) =>
    (await officersWithRole(ctx, anHoa, 'chairman')).map(({ name }) => name);
  expect(await names(homeAffairs)).toContain('Nguyễn Văn C');
  await releaseHolder(homeAffairs, { holdingId, on: '2020-04-28', decision });
  expect(await names(later(homeAffairs, '2020-04-28T08:00:01+07:00'))).not.toContain('Nguyễn Văn C');
});
