import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { readActingPosts } from '#foundation/access/sessions/store.ts';
import { type Context, systemContext } from '#foundation/context.ts';
import { addOfficer } from '../officers/service.ts';
import { officersWithRole } from '../service.ts';
import { appointSubstitute, endSubstitution } from './substitutions.ts';
import { readSubstitutions } from './store.ts';

let system: TestSystem;
let holder: Context;
let postId: number;
let colleague: number;

beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  await system.superuser.query('delete from substitutions');
  holder = await actAs(system, 'tu-phap.an-hoa');
  postId = holder.actor?.post.postId ?? 0;
  colleague = await officerOf('van-hoa-xa-hoi.an-hoa');
});

async function officerOf(login: string): Promise<number> {
  return (await actAs(system, login)).actor?.officerId ?? 0;
}

function week(substituteId: number) {
  return { postId, substituteId, from: '2020-05-04', until: '2020-05-08', reason: 'nghỉ phép năm' };
}

async function postsAt(officerId: number, instant: string) {
  return (await readActingPosts(system.db, officerId, new Date(instant))).map((post) => post.postId);
}

describe('A substitute', () => {
  test('is appointed by the holder and acts from the first day to the end of the last', async () => {
    await appointSubstitute(holder, week(colleague));
    expect(await postsAt(colleague, '2020-05-03T23:59:59+07:00')).not.toContain(postId);
    expect(await postsAt(colleague, '2020-05-04T00:00:00+07:00')).toContain(postId);
    expect(await postsAt(colleague, '2020-05-08T23:59:59+07:00')).toContain(postId);
    expect(await postsAt(colleague, '2020-05-09T00:00:00+07:00')).not.toContain(postId);
  });

  test('can be chosen for work of the absent holder', async () => {
    await appointSubstitute(holder, { ...week(colleague), from: '2020-04-28' });
    const specialists = await officersWithRole(holder, holder.actor?.post.unitId ?? 0, 'specialist');
    expect(specialists.filter(({ id }) => id === colleague).map((one) => one.postId)).toContain(postId);
  });

  test.each(['chu-tich.an-hoa', 'chu-tich.huyen', 'noi-vu', 'quan-tri'])(
    'is appointed by %s',
    async (login) => {
      expect(await appointSubstitute(await actAs(system, login), week(colleague))).toBeGreaterThan(0);
    },
  );

  test.each(['mot-cua.an-hoa', 'truong-phong.tu-phap', 'mot-cua.an-toan', 'thanh-tra'])(
    'is not appointed by %s',
    async (login) => {
      const ctx = await actAs(system, login);
      await expect(appointSubstitute(ctx, week(colleague))).rejects.toMatchObject({ kind: 'forbidden' });
    },
  );
});

describe('A substitute, as the rules have it,', () => {
  test('is not oneself, whoever one is', async () => {
    for (const login of ['tu-phap.an-hoa', 'chu-tich.an-hoa', 'quan-tri']) {
      const ctx = await actAs(system, login);
      const own = appointSubstitute(ctx, week(ctx.actor?.officerId ?? 0));
      await expect(own).rejects.toMatchObject({ kind: 'forbidden' });
    }
  });

  test('appoints no further substitute', async () => {
    await appointSubstitute(holder, { ...week(colleague), from: '2020-04-28' });
    const substitute = await actAs(system, 'van-hoa-xa-hoi.an-hoa');
    expect(substitute.actor?.posts.map((post) => post.postId)).toContain(postId);
    const further = { ...week(await officerOf('mot-cua.an-hoa')), from: '2020-05-11', until: '2020-05-12' };
    await expect(appointSubstitute(substitute, further)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('of an administrator is not appointed by home affairs or a leader', async () => {
    const { actor } = await actAs(system, 'quan-tri');
    const input = { ...week(colleague), postId: actor?.post.postId ?? 0 };
    for (const login of ['noi-vu', 'chu-tich.huyen']) {
      const ctx = await actAs(system, login);
      await expect(appointSubstitute(ctx, input)).rejects.toMatchObject({ kind: 'forbidden' });
    }
  });

  test('is an official at work, not the holder, one at a time, for days to come', async () => {
    const ctx = await systemContext(system, 'test');
    const idle = await addOfficer(ctx, { fullName: 'Đinh Văn A', phone: '', email: '', note: '' });
    const chairman = await actAs(system, 'chu-tich.an-hoa');
    const refused = async (input: Parameters<typeof appointSubstitute>[1]) =>
      appointSubstitute(chairman, input).then(
        () => 'done',
        (error: { readonly kind: string }) => error.kind,
      );
    expect(await refused(week(idle))).toBe('invalid');
    expect(await refused(week(holder.actor?.officerId ?? 0))).toBe('invalid');
    expect(await refused({ ...week(colleague), from: '2020-04-27' })).toBe('invalid');
    expect(await refused({ ...week(colleague), until: '2020-05-03' })).toBe('invalid');
    expect(await refused(week(colleague))).toBe('done');
    expect(await refused(week(await officerOf('mot-cua.an-hoa')))).toBe('conflict');
  });
});

describe('The end of a substitution', () => {
  test('counts at once', async () => {
    const substitutionId = await appointSubstitute(holder, { ...week(colleague), from: '2020-04-28' });
    const noon = new Date('2020-04-28T12:00:00+07:00');
    await endSubstitution({ ...holder, now: noon }, { substitutionId });
    expect(await postsAt(colleague, '2020-04-28T12:00:00+07:00')).not.toContain(postId);
    const again = endSubstitution({ ...holder, now: noon }, { substitutionId });
    await expect(again).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('before its beginning leaves no trace but the history', async () => {
    const substitutionId = await appointSubstitute(holder, week(colleague));
    await endSubstitution(holder, { substitutionId });
    expect(await readSubstitutions(system.db, postId)).toHaveLength(0);
    const { rows } = await system.superuser.query<{ kind: string }>(
      "select kind from history_events where stream = 'post' and stream_id = $1 order by sequence desc limit 2",
      [postId],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['substitution-cancelled', 'substitute-appointed']);
  });

  test('is not for strangers, nor for the substitute', async () => {
    const substitutionId = await appointSubstitute(holder, { ...week(colleague), from: '2020-04-28' });
    for (const login of ['mot-cua.an-toan', 'van-hoa-xa-hoi.an-hoa']) {
      const ctx = await actAs(system, login);
      await expect(endSubstitution(ctx, { substitutionId })).rejects.toMatchObject({ kind: 'forbidden' });
    }
  });
});
