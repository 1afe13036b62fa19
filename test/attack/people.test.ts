import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadDossier } from '#capabilities/dossiers/store.ts';
import { disableAccount } from '#foundation/access/accounts/service.ts';
import { releaseHolder } from '#foundation/people/posts/holdings.ts';
import { appointSubstitute } from '#foundation/people/posts/substitutions.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';
import { filledHonestly, formsOf } from './forms.ts';

const INTAKE = '/intake/dang-ky-khai-sinh';

let system: TestSystem;
let counter: Visitor;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  counter = await visitorOf(system, 'mot-cua.an-hoa');
});

const stateOf = async (number: string) => (await loadDossier(system.db, number, 'read'))?.state;

async function officerId(login: string): Promise<string> {
  return String((await actAs(system, login)).actor?.officerId);
}

/** The counter's form as an honest officer fills it in, of somebody new each time. */
async function reception(): Promise<Readonly<Record<string, string>>> {
  const { html } = await counter.get(INTAKE);
  const form = formsOf(html).find(({ action }) => action.endsWith(INTAKE));
  if (!form) throw new Error('The counter has no form');
  const person = { 'applicant.idNumber': `052${String(Date.now()).slice(-9)}`, 'applicant.kind': 'citizen' };
  const delegate = form.inputs.filter(({ name }) => /^(?:delegate|others|fees)\./.test(name));
  return {
    ...filledHonestly(form),
    ...Object.fromEntries(delegate.map(({ name }) => [name, ''])),
    ...person,
  };
}

async function numberOf({ location }: { readonly location: string | null }): Promise<string> {
  return decodeURIComponent(location?.split('/').at(-1) ?? '');
}

describe('Fields that no form has', () => {
  const SMUGGLED = {
    number: '000.17.22.H08-200428-9999',
    dueAt: '2030-01-01T00:00:00Z',
    due_at: '2030-01-01',
    receivedAt: '2019-01-01T00:00:00Z',
    received_at: '2019-01-01',
    receivingUnitId: '1',
    unitId: '1',
    officerId: '1',
    receivedBy: '1',
    state: 'returned',
    phase: 'returned',
    sequence: '99',
    timeliness: 'early',
    checkCode: 'AAAAAAAA',
    bookLine: '77',
    price: '0',
  } as const;

  test('change nothing of a dossier that is received', async () => {
    const done = await counter.post(INTAKE, { ...(await reception()), ...SMUGGLED, passOnNow: '' });
    const state = await stateOf(await numberOf(done));
    expect(state).toMatchObject({
      phase: 'received',
      receivedAt: new Date(TUESDAY_MORNING),
      receivedBy: Number(await officerId('mot-cua.an-hoa')),
      timeliness: null,
      sequence: 1,
    });
    expect(state?.dueAt.getUTCFullYear()).toBe(2020);
    expect(state?.number).not.toBe(SMUGGLED.number);
  });

  test.each(['mot-cua.an-toan', 'chu-tich.huyen', 'van-thu.an-hoa'])(
    'cannot hand the next step to %s, who does not fit it',
    async (login) => {
      const { number, sequence } = await receivedDossier(system);
      const fields = { sequence: String(sequence), officerId: await officerId(login), note: '' };
      const { status, text } = await counter.post(`/dossiers/${number}/pass-on`, fields);
      expect(status).toBe(422);
      expect(text).toContain('không giữ vị trí phù hợp');
      expect((await stateOf(number))?.sequence).toBe(sequence);
    },
  );

  test('cannot hand the next step to nobody', async () => {
    const { number, sequence } = await receivedDossier(system);
    const fields = { sequence: String(sequence), officerId: '999999999', note: '' };
    expect((await counter.post(`/dossiers/${number}/pass-on`, fields)).status).toBe(422);
  });

  test('cannot do the work of others in bulk', async () => {
    const { number, sequence } = await receivedDossier(system);
    for (const login of ['mot-cua.an-toan', 'chu-tich.an-hoa', 'thanh-tra', 'noi-vu', 'quan-tri']) {
      const somebody = await visitorOf(system, login);
      await somebody.post('/inbox/pass-on', { selected: `${number}:${sequence}` });
      await somebody.post('/handovers/take', { selected: `${number}:${sequence}` });
    }
    expect((await stateOf(number))?.sequence).toBe(sequence);
  });
});

describe('The same form again', () => {
  test('received twenty times at once is one dossier, one number, one line of the book', async () => {
    const form = await reception();
    const answers = await Promise.all(Array.from({ length: 20 }, async () => counter.post(INTAKE, form)));
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(answers.every(({ status }) => status === 303)).toBe(true);
  });

  test('with the identifier of another account is refused and does nothing', async () => {
    const formId = randomUUID();
    await counter.post(INTAKE, { ...(await reception()), formId });
    const { number, sequence } = await receivedDossier(system, { login: 'mot-cua.an-toan' });
    const neighbour = await visitorOf(system, 'mot-cua.an-toan');
    const stolen = { formId, sequence: String(sequence), note: '', officerId: '' };
    const { status, location } = await neighbour.post(`/dossiers/${number}/pass-on`, stolen);
    expect([status, location]).toEqual([409, null]);
    expect((await stateOf(number))?.sequence).toBe(sequence);
  });

  test.each(['-'.repeat(36), 'x', '', `${randomUUID()}'`])(
    'with the identifier %j is a form without one',
    async (formId) => {
      expect((await counter.post(INTAKE, { ...(await reception()), formId, sets: 'x' })).status).toBe(422);
      expect((await counter.post(INTAKE, { ...(await reception()), formId })).status).toBe(303);
    },
  );

  test('refusals in between leave no gap in the numbers of the day', async () => {
    system.setClock('2020-05-05T08:00:00+07:00');
    counter = await visitorOf(system, 'mot-cua.an-hoa');
    const forms = await Promise.all(Array.from({ length: 12 }, reception));
    const sent = forms.map(async (form, at) => {
      const idNumber = `0520${String(10_000_000 + at)}`;
      // Every third is refused late, inside the transaction: the person has such a dossier already.
      const again =
        at % 3 === 2 ? { 'applicant.idNumber': '052010000000' } : { 'applicant.idNumber': idNumber };
      return counter.post(INTAKE, { ...form, ...again, confirmedDuplicate: '', confirmedIdentity: '' });
    });
    const answers = await Promise.all(sent);
    const numbers = await Promise.all(answers.filter(({ status }) => status === 303).map(numberOf));
    const last = numbers
      .map((number) => Number(number.split('-').at(-1)))
      .toSorted((one, other) => one - other);
    expect(last).toEqual(last.map((_, at) => at + 1));
    expect(last.length).toBeGreaterThanOrEqual(8);
    expect(answers.some(({ status }) => status === 422)).toBe(true);
  });
});

describe('Two at once', () => {
  test('on one step: one does it, the other is told, nothing is overwritten', async () => {
    const { number, sequence } = await receivedDossier(system, { change: { passOnNow: true } });
    for (const [at, act] of ['claim', 'release', 'claim'].entries()) {
      const fields = { sequence: String(sequence + at) };
      const people = await Promise.all([
        visitorOf(system, 'tu-phap.an-hoa'),
        visitorOf(system, 'tu-phap.an-hoa'),
      ]);
      const answers = await Promise.all(
        people.map(async (one) => one.post(`/dossiers/${number}/${act}`, fields)),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
      expect((await stateOf(number))?.sequence).toBe(sequence + at + 1);
    }
  });

  test('who look at personal data are both noted', async () => {
    const { number } = await receivedDossier(system);
    const reason = 'đối chiếu giấy tờ';
    const answers = await Promise.all(
      Array.from({ length: 6 }, async () => counter.post(`/dossiers/${number}/reveal`, { reason })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
    const { rows } = await system.superuser.query(
      `select sum(r.times)::int as times from personal_reads r join dossiers d on d.id = r.subject_id
       where r.subject = 'dossier' and r.manner = 'revealed' and d.number = $1`,
      [number],
    );
    expect(rows).toEqual([{ times: 6 }]);
  });
});

describe('A post changed in another window', () => {
  test('stops the form that was opened in the name of the first', async () => {
    const boss = await actAs(system, 'quan-tri');
    const theirs = await actAs(system, 'mot-cua.an-toan');
    const clerk = await actAs(system, 'van-thu.an-hoa');
    const postId = theirs.actor?.post.postId ?? 0;
    const absence = { from: '2020-04-28', until: '2020-04-29', reason: 'nghỉ phép' };
    await appointSubstitute(boss, { postId, substituteId: clerk.actor?.officerId ?? 0, ...absence });
    const person = await visitorOf(system, 'van-thu.an-hoa');
    await person.post('/session/post', { postId: String(postId) });
    const { html } = await person.get(INTAKE);
    const form = formsOf(html).find(({ action }) => action.endsWith(INTAKE));
    expect(form?.inputs).toContainEqual(
      expect.objectContaining({ name: 'actingPost', value: String(postId) }),
    );
    const { number, sequence } = await receivedDossier(system, { login: 'mot-cua.an-toan' });
    await person.post('/session/post', { postId: String(clerk.actor?.post.postId) });
    const stale = { sequence: String(sequence), actingPost: String(postId) };
    expect((await person.post(`/dossiers/${number}/claim`, stale)).status).not.toBe(303);
    await person.post('/session/post', { postId: String(postId) });
    const wrong = { ...stale, actingPost: String(clerk.actor?.post.postId) };
    const answer = await person.post(`/dossiers/${number}/claim`, wrong);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Bạn đã chuyển vị trí làm việc');
    expect((await person.post(`/dossiers/${number}/claim`, stale)).status).toBe(303);
  });
});

describe('An administrator', () => {
  test.each(['quan-tri', 'noi-vu'])(
    '%s cannot give themselves a post, a role or a substitution',
    async (login) => {
      const self = await actAs(system, login);
      const own = String(self.actor?.officerId);
      const visitor = await visitorOf(system, login);
      const chairman = (await actAs(system, 'chu-tich.huyen')).actor?.post.postId;
      const period = { from: '28/4/2020', until: '30/4/2020', reason: 'thử', decision: '1/QĐ-UBND' };
      const appoint = await visitor.post(`/people/posts/${chairman}/appoint`, { ...period, officerId: own });
      const substitute = await visitor.post(`/people/posts/${chairman}/substitute`, {
        ...period,
        substituteId: own,
      });
      const roles = await visitor.post(`/people/posts/${self.actor?.post.postId}/edit`, {
        title: 'Chủ tịch',
        roles: ['chairman', 'it-administrator'],
        sequence: '1',
      });
      expect([appoint.status, substitute.status, roles.status]).toEqual([403, 403, 403]);
    },
  );

  test('of procedures cannot make an administrator of the system', async () => {
    const visitor = await visitorOf(system, 'noi-vu');
    const unitId = String((await actAs(system, 'noi-vu')).actor?.post.unitId);
    const fields = { unitId, title: 'Quản trị mới', roles: 'it-administrator', from: '28/4/2020' };
    expect((await visitor.post('/people/posts/new', fields)).status).toBe(403);
  });
});

describe('A right that is taken away', () => {
  test('with a closed account ends every session at once', async () => {
    const officer = await visitorOf(system, 'mot-cua.huyen');
    expect((await officer.get('/inbox')).status).toBe(200);
    const accountId = (await actAs(system, 'mot-cua.huyen')).actor?.accountId ?? 0;
    await disableAccount(await actAs(system, 'quan-tri'), { accountId, reason: 'lộ mật khẩu' });
    expect((await officer.get('/inbox')).location).toContain('/sign-in');
  });

  test('is gone in the very next request, and the form that was open does nothing', async () => {
    const { number, sequence } = await receivedDossier(system);
    const administrator = await actAs(system, 'quan-tri');
    const { rows } = await system.superuser.query<{ id: string }>(
      `select h.id from post_holdings h join accounts a on a.officer_id = h.officer_id where a.login = 'mot-cua.an-hoa'`,
    );
    const release = { holdingId: Number(rows[0]?.id), on: '2020-04-28', decision: '1/QĐ-UBND' };
    await releaseHolder(administrator, release);
    const fields = { sequence: String(sequence), note: '', officerId: '' };
    expect((await counter.post(`/dossiers/${number}/pass-on`, fields)).status).toBe(403);
    expect((await counter.get(`/dossiers/${number}`)).location).toContain('/sign-in');
    expect((await stateOf(number))?.sequence).toBe(sequence);
  });
});
