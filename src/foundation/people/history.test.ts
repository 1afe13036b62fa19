import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actAs } from '#test/cast.ts';
import { differencesIn } from '#test/records.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { type Context, systemContext } from '#foundation/context.ts';
import { readNamedStream, readStream } from '#foundation/history/store.ts';
import { unitByCode } from '#foundation/organisation/service.ts';
import { historyEntries, mentionedIn } from './history-words.ts';
import { changeOfficer, createOfficer } from './officers/service.ts';
import { readOfficer } from './officers/store.ts';
import { postRecords } from './posts/records.ts';
import { replayPost } from './posts/replay.ts';
import { appointHolder, releaseHolder } from './posts/holdings.ts';
import { changePost, createPost } from './posts/service.ts';
import { readHoldings, readPost, readSubstitutions } from './posts/store.ts';
import { appointSubstitute, endSubstitution } from './posts/substitutions.ts';
import { readNames } from './store.ts';

let system: TestSystem;
let homeAffairs: Context;

beforeAll(async () => {
  system = await openTestWorld();
  homeAffairs = await actAs(system, 'noi-vu');
});
afterAll(async () => system.close());

const contact = { phone: '', email: '', note: '' };

/** A post with a whole life: created, held, substituted, changed, handed on. */
async function livedPost(): Promise<number> {
  const { id: unitId } = await unitByCode(homeAffairs, 'xa-an-hoa');
  const roles = ['specialist'] as const;
  const postId = await createPost(homeAffairs, {
    unitId,
    title: 'Công chức tăng cường',
    roles,
    from: '2020-01-01',
  });
  const first = await createOfficer(homeAffairs, { ...contact, fullName: 'Đinh Văn A' });
  const second = await createOfficer(homeAffairs, { ...contact, fullName: 'Nguyễn Thị B' });
  const decision = '9/QĐ-UBND';
  const holdingId = await appointHolder(homeAffairs, {
    postId,
    officerId: first,
    from: '2020-02-01',
    decision,
  });
  const substituteId = (await actAs(system, 'tu-phap.an-hoa')).actor?.officerId ?? 0;
  const days = { postId, substituteId, reason: 'đi học' };
  await appointSubstitute(homeAffairs, { ...days, from: '2020-05-04', until: '2020-05-05' });
  const called = await appointSubstitute(homeAffairs, { ...days, from: '2020-06-01', until: '2020-06-02' });
  await endSubstitution(homeAffairs, { substitutionId: called });
  await releaseHolder(homeAffairs, { holdingId, on: '2020-07-01', decision });
  await appointHolder(homeAffairs, { postId, officerId: second, from: '2020-07-01', decision });
  const { sequence } = (await readPost(system.db, postId)) ?? { sequence: 0 };
  await changePost(homeAffairs, {
    postId,
    title: 'Công chức mới',
    roles: ['specialist', 'one-stop'],
    sequence,
  });
  return postId;
}

describe('The history of a post', () => {
  test('rebuilds the post, its holders and its substitutes', async () => {
    const postId = await livedPost();
    const rebuilt = replayPost(postId, await readStream(system.db, 'post', postId));
    expect(rebuilt.post).toEqual(await readPost(system.db, postId));
    expect(rebuilt.holdings).toEqual(await readHoldings(system.db, postId));
    expect(rebuilt.substitutions).toEqual(await readSubstitutions(system.db, postId));
  });

  test('agrees with every post of the starter world, and shows a row changed behind its back', async () => {
    const postId = await livedPost();
    expect(await differencesIn(system, postRecords)).toEqual([]);
    await system.superuser.query("update post_holdings set decision = 'khác' where post_id = $1", [postId]);
    expect(await differencesIn(system, postRecords)).toEqual([
      expect.stringMatching(`^Vị trí ${postId} .*post_holdings .* khác ở decision`),
    ]);
    await system.superuser.query("update post_holdings set decision = '9/QĐ-UBND' where post_id = $1", [
      postId,
    ]);
  });

  test('reads as sentences with the names of the people', async () => {
    const postId = await livedPost();
    const histories = [{ stream: 'post', events: await readNamedStream(system.db, 'post', postId) }] as const;
    const names = await readNames(system.db, mentionedIn(histories));
    const sentences = historyEntries(histories, names).map(({ title }) => title);
    expect(sentences).toEqual([
      'Sửa thành “Công chức mới”, vai trò: cán bộ một cửa, chuyên viên',
      'Giao cho Nguyễn Thị B giữ từ 1/7/2020, theo 9/QĐ-UBND',
      'Đinh Văn A thôi giữ từ 1/7/2020, theo 9/QĐ-UBND',
      'Hủy việc cử Chuyên viên Tư pháp - hộ tịch An Hòa làm thay trước khi bắt đầu',
      'Cử Chuyên viên Tư pháp - hộ tịch An Hòa làm thay từ 1/6/2020 đến hết 2/6/2020. Lý do: đi học',
      'Cử Chuyên viên Tư pháp - hộ tịch An Hòa làm thay từ 4/5/2020 đến hết 5/5/2020. Lý do: đi học',
      'Giao cho Đinh Văn A giữ từ 1/2/2020, theo 9/QĐ-UBND',
      'Lập vị trí “Công chức tăng cường” từ 1/1/2020, vai trò: chuyên viên',
    ]);
  });
});

describe('A person', () => {
  test('is corrected once per form, and the history keeps no telephone number', async () => {
    const officerId = await createOfficer(homeAffairs, { ...contact, fullName: 'Đinh Văn A' });
    const input = { ...contact, officerId, fullName: 'Đinh Văn Ả', phone: '0256 3875 000', sequence: 1 };
    await changeOfficer(homeAffairs, input);
    expect(await readOfficer(system.db, officerId)).toMatchObject({ fullName: 'Đinh Văn Ả', sequence: 2 });
    await expect(changeOfficer(homeAffairs, input)).rejects.toMatchObject({ kind: 'conflict' });
    const { rows } = await system.superuser.query<{ payload: unknown }>(
      "select payload from history_events where stream = 'officer'",
    );
    expect(JSON.stringify(rows)).not.toContain('3875');
  });

  test.each(['quan-tri', 'noi-vu'])('is entered by %s', async (login) => {
    const ctx = await actAs(system, login);
    expect(await createOfficer(ctx, { ...contact, fullName: 'Nguyễn Thị B' })).toBeGreaterThan(0);
  });

  test.each(['mot-cua.an-hoa', 'chu-tich.huyen', 'thanh-tra'])('is not entered by %s', async (login) => {
    const ctx = await actAs(system, login);
    const entering = createOfficer(ctx, { ...contact, fullName: 'Nguyễn Thị B' });
    await expect(entering).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('is entered by nobody who is not signed in', async () => {
    const entering = createOfficer(await systemContext(system, 'test'), {
      ...contact,
      fullName: 'Nguyễn Thị B',
    });
    await expect(entering).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
