import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { compareRecords } from '#foundation/history/comparison/compare.ts';
import { unitByCode } from '#foundation/organisation/service.ts';
import { appointSubstitute } from '#foundation/people/posts/substitutions.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { advance } from '#test/e2e/seed.ts';
import { visitorOf } from '#test/visitor.ts';
import { addNote, addTag, removeNote, removeTag } from '../notes/service.ts';
import { readNotes, readTags } from '../notes/store.ts';
import { dossierList } from '../inbox/service.ts';
import { dossierListQuery } from '../inbox/schema.ts';
import { dossierRecords } from '../rebuild/records.ts';
import type { DossierState } from '../schema.ts';
import { claim, passOn } from '../service.ts';
import { activeSteps } from '../state.ts';
import { workOfOfficer, reassign } from '../steps/reassign/service.ts';
import { viewDossier } from '../view/service.ts';
import { tellOverdue } from './notices.ts';
import { answer, ask, askedOfUs, consultationBox, endAsking } from './service.ts';
import { readConsultations } from './store.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());

const asker = async () => actAs(system, 'tu-phap.an-hoa');
const asked = async () => actAs(system, 'chuyen-vien.tu-phap');

/** A registration of birth with the civil-status official of An Hòa. */
async function inHand(): Promise<DossierState> {
  system.setClock(TUESDAY_MORNING);
  return advance(system, await receivedDossier(system), 1);
}

const refTo = ({ number, sequence }: DossierState) => ({ number, sequence });

async function question(
  state: DossierState,
  change: { readonly isRequired?: boolean; readonly code?: string } = {},
) {
  const { id: toUnitId } = await unitByCode(await asker(), change.code ?? 'phong-tu-phap');
  return {
    ...refTo(state),
    position: activeSteps(state)[0]?.position,
    toUnitId,
    question: 'Đề nghị cho ý kiến về việc đăng ký khai sinh có yếu tố nước ngoài.',
    dueOn: '2020-04-29',
    isRequired: change.isRequired ?? false,
  };
}

async function onlyOne({ number }: DossierState) {
  const { id } = await viewDossier(await asker(), number);
  const [one] = await readConsultations((await systemContext(system, 't')).db, id);
  if (!one) throw new Error('Nothing was asked');
  return one;
}

async function deviations(): Promise<readonly string[]> {
  const ctx = await systemContext(system, 'check');
  const found: string[] = [];
  const report = {
    found: ({ sentence }: { sentence: string }) => found.push(sentence),
    progress: () => undefined,
  };
  await compareRecords(ctx, await dossierRecords(ctx), report);
  return found;
}

describe('A question to another unit', () => {
  test('lets that unit see the dossier until it has answered, and no longer', async () => {
    const state = await inHand();
    await expect(viewDossier(await asked(), state.number)).rejects.toThrow('Không có hồ sơ này');
    await ask(await asker(), await question(state));
    expect((await viewDossier(await asked(), state.number)).state.number).toBe(state.number);
    expect((await askedOfUs(await asked())).asked).toBe(1);
    const { id } = await onlyOne(state);
    await answer(await asked(), { number: state.number, id, answer: 'Đồng ý đăng ký theo hồ sơ.' });
    await expect(viewDossier(await asked(), state.number)).rejects.toThrow('Không có hồ sơ này');
    expect((await askedOfUs(await asked())).asked).toBe(0);
    const [ended] = (await consultationBox(await asked(), 'ended')).rows;
    expect(ended).toMatchObject({ id, state: 'answered', answer: 'Đồng ý đăng ký theo hồ sơ.' });
  });

  test('is answered by nobody else, and once', async () => {
    const state = await inHand();
    await ask(await asker(), await question(state));
    const { id } = await onlyOne(state);
    const opinion = { number: state.number, id, answer: 'Đồng ý.' };
    await expect(answer(await asker(), opinion)).rejects.toThrow('Chỉ đơn vị được hỏi');
    await answer(await asked(), opinion);
    await expect(answer(await asked(), opinion)).rejects.toThrow('Không có hồ sơ này');
  });

  test('that must be answered holds the step until the leader lets it go, with a reason', async () => {
    const state = await inHand();
    const after = await ask(await asker(), await question(state, { isRequired: true }));
    const form = { ...refTo(after), note: '', officerId: null };
    await expect(passOn(await asker(), form)).rejects.toThrow('Chưa có ý kiến bắt buộc của');
    const { id } = await onlyOne(state);
    const ending = { number: state.number, id, reason: 'Đã có ý kiến bằng điện thoại.' };
    await expect(endAsking(await asker(), { ...ending, how: 'waived' })).rejects.toThrow('Chỉ lãnh đạo');
    await expect(endAsking(await asker(), { ...ending, how: 'withdrawn' })).rejects.toThrow('Chỉ lãnh đạo');
    await endAsking(await actAs(system, 'chu-tich.an-hoa'), { ...ending, how: 'waived' });
    expect((await passOn(await asker(), form)).sequence).toBeGreaterThan(after.sequence);
  });

  test('that need not be answered lets the step go on, and lapses with the dossier', async () => {
    const state = await inHand();
    const after = await ask(await asker(), await question(state));
    await passOn(await asker(), { ...refTo(after), note: '', officerId: null });
    expect((await onlyOne(state)).state).toBe('open');
  });

  test('is asked for the future, and not of oneself', async () => {
    const state = await inHand();
    const whole = await question(state);
    await expect(ask(await asker(), { ...whole, dueOn: '2020-04-27' })).rejects.toThrow('từ hôm nay trở đi');
    await expect(ask(await asker(), await question(state, { code: 'xa-an-hoa' }))).rejects.toThrow(
      'Hãy chọn đơn vị khác',
    );
  });

  test('is told to the unit at once, and to both sides once when its day has passed', async () => {
    const state = await inHand();
    await ask(await asker(), await question(state));
    const { id } = await onlyOne(state);
    const told = async (template: string) => {
      const { rows } = await system.superuser.query<{ officers: number }>(
        `select count(distinct officer_id)::int as officers from notices n join dossiers d on d.id = n.dossier_id
          where n.template = $1 and d.number = $2`,
        [template, state.number],
      );
      return rows[0]?.officers;
    };
    expect(await told('consultation-asked')).toBe(2);
    await tellOverdue(await systemContext(system, 'job'), id);
    expect(await told('consultation-late')).toBe(0);
    system.setClock('2020-04-30T08:00:00+07:00');
    for (let run = 0; run < 2; run += 1) await tellOverdue(await systemContext(system, 'job'), id);
    expect(await told('consultation-late')).toBe(3);
    expect((await askedOfUs(await asked())).late).toBeGreaterThan(0);
    system.setClock(TUESDAY_MORNING);
  });

  test('is asked and answered on pages that need no script, with a file', async () => {
    const state = await inHand();
    const official = await visitorOf(system, 'tu-phap.an-hoa');
    const { toUnitId, position } = await question(state);
    const path = `/dossiers/${state.number}/consultations/new`;
    const sent = await official.fill(`${path}?position=${position}`, {
      toUnitId: String(toUnitId),
      question: 'Đề nghị cho biết giấy chứng sinh này có hợp lệ không.',
      dueOn: '30/4/2020',
    });
    expect((await official.follow(sent)).text).toContain('Đã gửi lấy ý kiến');
    const { id } = await onlyOne(state);
    const department = await visitorOf(system, 'chuyen-vien.tu-phap');
    expect((await department.get('/consultations')).text).toContain(state.number);
    const page = await department.get(`/dossiers/${state.number}/consultations/${id}`);
    expect(page.text).toContain('giấy chứng sinh này có hợp lệ không');
    const file = new File(['%PDF-1.7\n%%EOF'], 'y-kien.pdf', { type: 'application/pdf' });
    const answered = await department.send(page, `/consultations/${id}`, { answer: 'Giấy hợp lệ.', file });
    expect(answered.status === 303 ? 'redirected' : answered.text).toBe('redirected');
    expect(await onlyOne(state)).toMatchObject({ state: 'answered', fileName: 'y-kien.pdf' });
  });
});

describe('Notes and words on a dossier', () => {
  test('are for officials: whoever has the receipt sees none of them', async () => {
    const state = await inHand();
    await addNote(await asker(), { number: state.number, text: 'Chờ xác minh qua điện thoại.' });
    await addTag(await asker(), { number: state.number, tag: 'chờ xác minh' });
    const { rows } = await system.superuser.query('select check_code from dossiers where number = $1', [
      state.number,
    ]);
    const citizen = await visitorOf(system);
    const page = await citizen.get(`/tra-cuu/${state.number}?ma=${rows[0].check_code}`);
    expect(page.status).toBe(200);
    for (const hidden of ['Chờ xác minh qua điện thoại', 'chờ xác minh', 'Ghi chú nội bộ'])
      expect(page.text).not.toContain(hidden);
    const officials = await visitorOf(system, 'tu-phap.an-hoa');
    expect((await officials.get(`/dossiers/${state.number}`)).text).toContain('Chờ xác minh qua điện thoại.');
    const query = dossierListQuery.parse({ tag: 'chờ xác minh' });
    expect((await dossierList(await asker(), query)).rows.map(({ number }) => number)).toEqual([
      state.number,
    ]);
  });

  test('are taken away by whoever wrote them, and the words are gone', async () => {
    const state = await inHand();
    const { id } = await viewDossier(await asker(), state.number);
    await addNote(await asker(), { number: state.number, text: 'Ghi nhầm.' });
    const { db } = await systemContext(system, 't');
    const [note] = await readNotes(db, id);
    const removal = { number: state.number, id: note?.id ?? 0 };
    await expect(removeNote(await actAs(system, 'chu-tich.an-hoa'), removal)).rejects.toThrow(
      'Chỉ người viết',
    );
    await removeNote(await asker(), removal);
    expect(await readNotes(db, id)).toEqual([]);
    await addTag(await asker(), { number: state.number, tag: 'khẩn' });
    await removeTag(await asker(), { number: state.number, tag: 'khẩn' });
    expect(await readTags(db, id)).toEqual([]);
  });

  test('make no form of anybody old', async () => {
    const state = await inHand();
    await addNote(await actAs(system, 'chu-tich.an-hoa'), { number: state.number, text: 'Ưu tiên.' });
    const position = activeSteps(state)[0]?.position;
    const moved = await passOn(await asker(), { ...refTo(state), position, note: '', officerId: null });
    expect(moved.sequence).toBeGreaterThan(state.sequence);
  });
});

describe('Work of somebody who is away', () => {
  test('is handed on by the leader, all at once, to whoever may do it', async () => {
    const states = [await inHand(), await inHand()];
    for (const state of states) await claim(await asker(), refTo(state));
    const leader = await actAs(system, 'chu-tich.an-hoa');
    const absent = (await asker()).actor?.officerId ?? 0;
    const { held, officers } = await workOfOfficer(leader, absent);
    expect(held.map(({ number }) => number)).toEqual(
      expect.arrayContaining(states.map(({ number }) => number)),
    );
    const [colleague] = officers;
    for (const { number, sequence, position } of held)
      await reassign(leader, { number, sequence, position }, colleague?.id ?? 0);
    expect((await workOfOfficer(leader, absent)).held).toEqual([]);
    expect((await workOfOfficer(leader, colleague?.id ?? 0)).held.length).toBe(held.length);
    await expect(workOfOfficer(await asker(), absent)).rejects.toThrow('không có quyền này');
  });

  test('is done by a substitute, and the history names who did it and in whose post', async () => {
    const state = await inHand();
    const official = await asker();
    const substitute = await actAs(system, 'van-hoa-xa-hoi.an-hoa');
    await appointSubstitute(await actAs(system, 'noi-vu'), {
      postId: official.actor?.post.postId ?? 0,
      substituteId: substitute.actor?.officerId ?? 0,
      from: '2020-04-28',
      until: '2020-04-30',
      reason: 'Nghỉ phép năm',
    });
    const acting = await actAs(system, 'van-hoa-xa-hoi.an-hoa');
    const post = acting.actor?.posts.find(({ postId }) => postId === official.actor?.post.postId);
    expect(post?.substitutesFor).toBe(official.actor?.name);
    const { actor } = acting;
    if (!actor || !post) throw new Error('Nobody substitutes');
    const inPost = { ...acting, actor: { ...actor, post } };
    await passOn(inPost, { ...refTo(state), note: '', officerId: null });
    const last = (await viewDossier(official, state.number)).events.findLast(
      ({ kind }) => kind === 'advanced',
    );
    expect(last).toMatchObject({ officerName: actor.name, postTitle: post.title });
  });
});

test('All of it is what the histories say', async () => {
  expect(await deviations()).toEqual([]);
});
