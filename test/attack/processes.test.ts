import { afterAll, beforeAll, expect, test } from 'vitest';
import { disableAccount } from '#foundation/access/accounts/service.ts';
import { requireOfRoles } from '#foundation/access/second-factor/policy/service.ts';
import { appointHolder, releaseHolder } from '#foundation/people/posts/holdings.ts';
import { actAs } from '#test/cast.ts';
import { openSystemOn, openTestWorld, type TestSystem } from '#test/database.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';

/** Two processes that serve pages over one database, each with its own connections and its own cache. */
let here: TestSystem;
let there: TestSystem;
beforeAll(async () => {
  here = await openTestWorld();
  const { rows } = await here.superuser.query<{ name: string }>('select current_database() as name');
  const { user, host, port } = here.superuser.options;
  if (user === undefined || host === undefined || port === undefined) throw new Error('No server');
  there = await openSystemOn({ user, host, port, database: rows[0]?.name ?? '' });
});
afterAll(async () => {
  await there.close();
  await here.close();
});

/** Somebody whose requests are answered by the other process, which has just answered one. */
async function servedThere(login: string): Promise<Visitor> {
  const visitor = await visitorOf(there, login);
  expect((await visitor.get('/account')).status).toBe(200);
  return visitor;
}

async function holdingOf(
  login: string,
): Promise<{ readonly holdingId: number; readonly officerId: number; readonly postId: number }> {
  const { rows } = await here.superuser.query<{ id: string; officer: string; post: string }>(
    `select h.id, h.officer_id as officer, h.post_id as post
     from post_holdings h join accounts a on a.officer_id = h.officer_id where a.login = $1`,
    [login],
  );
  return {
    holdingId: Number(rows[0]?.id),
    officerId: Number(rows[0]?.officer),
    postId: Number(rows[0]?.post),
  };
}

test('Whoever is released in one process is signed out in the other with the next request', async () => {
  const officer = await servedThere('mot-cua.an-toan');
  const { holdingId } = await holdingOf('mot-cua.an-toan');
  await releaseHolder(await actAs(here, 'quan-tri'), { holdingId, on: '2020-04-28', decision: '1/QĐ-UBND' });
  expect((await officer.get('/inbox')).location).toContain('/sign-in');
});

test('Whoever changes to another post has its rights there, and those of the old one no more', async () => {
  const officer = await servedThere('van-thu.an-hoa');
  expect((await officer.get('/people/accounts')).status).toBe(403);
  const administrator = await actAs(here, 'quan-tri');
  const post = administrator.actor?.post.postId ?? 0;
  const { holdingId, officerId } = await holdingOf('van-thu.an-hoa');
  await releaseHolder(administrator, { holdingId, on: '2020-04-28', decision: '1/QĐ-UBND' });
  const { rows } = await here.superuser.query<{ id: string }>(
    `select p.id from posts p where 'one-stop' = any (p.roles) and p.id <> $1
       and not exists (select from post_holdings h where h.post_id = p.id and h.valid_to is null) limit 1`,
    [post],
  );
  const vacant = Number(rows[0]?.id ?? (await holdingOf('mot-cua.an-toan')).postId);
  await appointHolder(administrator, {
    postId: vacant,
    officerId,
    from: '2020-04-28',
    decision: '2/QĐ-UBND',
  });
  expect((await officer.get('/intake')).status).toBe(200);
});

test('A closed account ends in both at once', async () => {
  const officer = await servedThere('mot-cua.huyen');
  const accountId = (await actAs(here, 'mot-cua.huyen')).actor?.accountId ?? 0;
  await disableAccount(await actAs(here, 'quan-tri'), { accountId, reason: 'lộ mật khẩu' });
  expect((await officer.get('/inbox')).location).toContain('/sign-in');
});

test('A new policy of signing in counts in both at once', async () => {
  const officer = await servedThere('tu-phap.an-hoa');
  const { rows } = await here.superuser.query<{ sequence: number }>(
    'select sequence from second_factor_policies where id = 1',
  );
  const sequence = rows[0]?.sequence ?? 0;
  await requireOfRoles(await actAs(here, 'quan-tri'), { roles: ['specialist'], sequence });
  expect((await officer.get('/inbox')).location).toBe('/account/second-factor');
});
