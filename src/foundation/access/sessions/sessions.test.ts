import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { openSession } from '#test/session.ts';
import { type Context, systemContext } from '#foundation/context.ts';
import { appointHolder, releaseHolder } from '#foundation/people/posts/holdings.ts';
import { appointSubstitute, endSubstitution } from '#foundation/people/posts/substitutions.ts';
import { disableAccount } from '../accounts/service.ts';
import {
  actorOfToken,
  endOtherSessions,
  endOwnSession,
  ownSessions,
  signOut,
  sweepEndedSessions,
  switchPost,
} from './service.ts';
import { findAccountByLogin } from '../sign-in/store.ts';
import { openSession as enter } from './opening.ts';
import { MOST_SESSIONS } from './rules.ts';
import { hashOf, newToken } from './token.ts';

let system: TestSystem;

beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(() => system.setClock(TUESDAY_MORNING));

async function whoIs(token: string) {
  return (await actorOfToken(system, token, system.clock()))?.actor ?? null;
}

async function officerId(login: string): Promise<number> {
  return (await actAs(system, login)).actor?.officerId ?? 0;
}

async function contextOf(token: string): Promise<Context> {
  return { ...(await systemContext(system, 'test')), actor: await whoIs(token) };
}

describe('A session', () => {
  test('says who it is, in which post, with the revisions of the request', async () => {
    const found = await actorOfToken(system, await openSession(system, 'tu-phap.an-hoa'), system.clock());
    expect(found?.actor).toMatchObject({
      name: 'Chuyên viên Tư pháp - hộ tịch An Hòa',
      post: { title: 'Công chức Tư pháp - hộ tịch', roles: ['specialist'], substitutesFor: null },
    });
    expect(found?.revisions.organisation).toBeGreaterThan(0);
  });

  test('is over after twelve hours without use, and goes on with use', async () => {
    const token = await openSession(system, 'tu-phap.an-hoa');
    system.setClock('2020-04-28T19:59:00+07:00');
    expect(await whoIs(token)).not.toBeNull();
    system.setClock('2020-04-29T07:58:00+07:00');
    expect(await whoIs(token)).not.toBeNull();
    system.setClock('2020-04-29T19:58:00+07:00');
    expect(await whoIs(token)).toBeNull();
  });

  test('is over after a day whatever the use', async () => {
    const token = await openSession(system, 'tu-phap.an-hoa');
    for (const hours of [11, 22, 23.9]) {
      system.setClock(new Date(Date.parse(TUESDAY_MORNING) + hours * 3_600_000).toISOString());
      expect(await whoIs(token)).not.toBeNull();
    }
    system.setClock('2020-04-29T08:00:00+07:00');
    expect(await whoIs(token)).toBeNull();
  });

  test.each(['quan-tri', 'noi-vu'])(
    'of %s, who changes what others rely on, is over after two hours without use',
    async (login) => {
      const token = await openSession(system, login);
      system.setClock('2020-04-28T09:59:00+07:00');
      expect(await whoIs(token)).not.toBeNull();
      system.setClock('2020-04-28T11:58:00+07:00');
      expect(await whoIs(token)).not.toBeNull();
      system.setClock('2020-04-28T13:58:00+07:00');
      expect(await whoIs(token)).toBeNull();
    },
  );

  test('is one of ten: one more browser ends the one that was unused for longest', async () => {
    const ctx = await systemContext(system, 'test');
    const account = await findAccountByLogin(ctx.db, 'van-hoa-xa-hoi.an-hoa');
    if (account === null) throw new Error('no account');
    const tokens: string[] = [];
    for (let minute = 0; minute <= MOST_SESSIONS; minute += 1) {
      const now = new Date(system.clock().getTime() + minute * 60_000);
      const opened = await enter({ ...ctx, now }, account, { address: '', userAgent: '' });
      tokens.push(opened.token);
    }
    const alive = await Promise.all(tokens.map(whoIs));
    expect(alive.map((actor) => actor !== null)).toEqual([false, ...tokens.slice(1).map(() => true)]);
  });

  test('with a made-up token is nobody', async () => {
    expect(await whoIs(newToken())).toBeNull();
    expect(await whoIs('')).toBeNull();
  });
});

describe('The end of a session', () => {
  test('ends with signing out, and at once when the account is disabled', async () => {
    const first = await openSession(system, 'van-thu.an-hoa');
    const second = await openSession(system, 'van-thu.an-hoa');
    await signOut(await systemContext(system, 'test'), first);
    expect(await whoIs(first)).toBeNull();
    const accountId = (await whoIs(second))?.accountId ?? 0;
    await disableAccount(await actAs(system, 'quan-tri'), { accountId, reason: 'thử' });
    expect(await whoIs(second)).toBeNull();
  });

  test('of others can be seen and ended by its owner only', async () => {
    const here = await openSession(system, 'chu-tich.an-hoa');
    const there = await openSession(system, 'chu-tich.an-hoa');
    const ctx = await contextOf(here);
    const sessions = await ownSessions(ctx, here);
    expect(sessions.filter(({ isThisOne }) => isThisOne)).toHaveLength(1);
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ isThisOne }) => !isThisOne)?.id ?? 0;
    const stranger = await contextOf(await openSession(system, 'mot-cua.an-toan'));
    await expect(endOwnSession(stranger, other)).rejects.toMatchObject({ kind: 'missing' });
    await endOwnSession(ctx, other);
    expect(await whoIs(there)).toBeNull();
    await openSession(system, 'chu-tich.an-hoa');
    expect(await endOtherSessions(ctx, here)).toBe(1);
    expect(await whoIs(here)).not.toBeNull();
  });

  test('that is over is swept away', async () => {
    const token = await openSession(system, 'noi-vu');
    system.setClock('2020-05-05T08:00:01+07:00');
    await sweepEndedSessions(await systemContext(system, 'job'));
    const { rows } = await system.superuser.query('select from sessions where token_hash = $1', [
      hashOf(token),
    ]);
    expect(rows).toHaveLength(0);
  });
});

describe('A change of post', () => {
  test('counts at once in a browser that is signed in', async () => {
    const token = await openSession(system, 'van-hoa-xa-hoi.an-hoa');
    const homeAffairs = await actAs(system, 'noi-vu');
    const { rows } = await system.superuser.query<{ id: string }>(
      'select id from post_holdings where officer_id = $1',
      [await officerId('van-hoa-xa-hoi.an-hoa')],
    );
    const holdingId = Number(rows[0]?.id);
    const postId = (await whoIs(token))?.post.postId ?? 0;
    await releaseHolder(homeAffairs, { holdingId, on: '2020-04-28', decision: '5/QĐ-UBND' });
    expect(await whoIs(token)).toBeNull();
    system.setClock('2020-04-28T08:05:00+07:00');
    const later = await actAs(system, 'noi-vu');
    const back = { postId, officerId: await idByName('Chuyên viên Văn hóa - xã hội An Hòa') };
    await appointHolder(later, { ...back, from: '2020-04-28', decision: '6/QĐ-UBND' });
    expect(await whoIs(token)).toMatchObject({ post: { postId } });
  });

  test('to a substituted post is the person’s own choice, and lasts as long as the substitution', async () => {
    const holder = await actAs(system, 'tu-phap.an-hoa');
    const postId = holder.actor?.post.postId ?? 0;
    const token = await openSession(system, 'mot-cua.an-hoa');
    await expect(switchPost(await contextOf(token), { token, postId })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const substitutionId = await appointSubstitute(holder, {
      postId,
      substituteId: await officerId('mot-cua.an-hoa'),
      from: '2020-04-28',
      until: '2020-04-29',
      reason: 'nghỉ phép năm',
    });
    expect((await whoIs(token))?.post.roles).toEqual(['one-stop']);
    await switchPost(await contextOf(token), { token, postId });
    expect((await whoIs(token))?.post).toMatchObject({
      postId,
      roles: ['specialist'],
      substitutesFor: 'Chuyên viên Tư pháp - hộ tịch An Hòa',
    });
    system.setClock('2020-04-28T09:00:00+07:00');
    await endSubstitution({ ...holder, now: system.clock() }, { substitutionId });
    expect((await whoIs(token))?.post.roles).toEqual(['one-stop']);
  });
});

async function idByName(name: string): Promise<number> {
  const { rows } = await system.superuser.query<{ id: string }>(
    'select id from officers where full_name = $1',
    [name],
  );
  return Number(rows[0]?.id);
}
