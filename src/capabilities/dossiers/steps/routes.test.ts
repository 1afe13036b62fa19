import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { visitorOf } from '#test/visitor.ts';
import { loadDossier } from '../store.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());

const stateOf = async (number: string) => (await loadDossier(system.db, number, 'read'))?.state;

describe('the whole way of a birth registration, by forms alone', () => {
  test('is passed on, gets its result, and is returned', async () => {
    system.setClock(TUESDAY_MORNING);
    const { number } = await receivedDossier(system);
    const path = `/dossiers/${number}`;
    const counter = await visitorOf(system, 'mot-cua.an-hoa');
    const passed = await counter.follow(await counter.send(await counter.get(path), '/pass-on'));
    expect(passed.text).toContain('Đã chuyển sang bước sau.');

    const registrar = await visitorOf(system, 'tu-phap.an-hoa');
    expect((await registrar.get('/inbox')).text).toContain(number);
    const fields = { documentNumber: '12/2020', issuedOn: '28/4/2020', title: 'Giấy khai sinh' };
    await registrar.send(await registrar.get(`${path}/result`), '/result', fields);
    await registrar.send(await registrar.get(path), '/pass-on');
    for (const login of ['chu-tich.an-hoa', 'van-thu.an-hoa']) {
      const visitor = await visitorOf(system, login);
      await visitor.send(await visitor.get(path), '/pass-on');
    }
    expect(await stateOf(number)).toMatchObject({ phase: 'done', timeliness: 'on-time' });

    expect((await counter.get(`/returns?q=${number}`)).location).toBe(`/dossiers/${number}/return`);
    const done = await counter.follow(await counter.send(await counter.get(`${path}/return`), '/return'));
    expect(done.text).toContain('Hồ sơ đã hoàn tất');
    expect(await stateOf(number)).toMatchObject({ phase: 'returned' });
  });
});

describe('what can go wrong at a step', () => {
  test('the same form sent twice passes on once', async () => {
    const { number } = await receivedDossier(system);
    const visitor = await visitorOf(system, 'mot-cua.an-hoa');
    const page = await visitor.get(`/dossiers/${number}`);
    const answers = await Promise.all([visitor.send(page, '/pass-on'), visitor.send(page, '/pass-on')]);
    expect(answers.map((answer) => answer.status)).toEqual([303, 303]);
    expect((await stateOf(number))?.sequence).toBe(2);
  });

  test('a page that is no longer fresh is told so and shows what happened', async () => {
    const { number } = await receivedDossier(system);
    const visitor = await visitorOf(system, 'mot-cua.an-hoa');
    const [stale, fresh] = [
      await visitor.get(`/dossiers/${number}`),
      await visitor.get(`/dossiers/${number}`),
    ];
    await visitor.send(fresh, '/pass-on');
    const answer = await visitor.send(stale, '/pass-on');
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Cán bộ một cửa An Hòa vừa xử lý hồ sơ này');
    expect(answer.text).toContain('chuyển bước lúc 28/4/2020');
  });

  test('sending back needs a reason and keeps what was typed', async () => {
    const { number } = await receivedDossier(system);
    const counter = await visitorOf(system, 'mot-cua.an-hoa');
    await counter.send(await counter.get(`/dossiers/${number}`), '/pass-on');
    const registrar = await visitorOf(system, 'tu-phap.an-hoa');
    const page = await registrar.get(`/dossiers/${number}/send-back`);
    const refused = await registrar.send(page, '/send-back', { reason: 'sai' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('>sai</textarea>');
    const sent = await registrar.send(page, '/send-back', { reason: 'Thiếu chữ ký của người khai.' });
    expect(sent.status).toBe(303);
    expect((await counter.get('/inbox?tab=sent-back')).text).toContain(number);
  });

  test('no form makes the counter that received a dossier decide it', async () => {
    const { number } = await receivedDossier(system);
    const counter = await visitorOf(system, 'mot-cua.an-hoa');
    const result = { outcome: 'granted', title: 'Giấy khai sinh', issuedOn: '28/4/2020', sequence: '1' };
    const answer = await counter.post(`/dossiers/${number}/result`, result);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Bước tiếp nhận không ghi kết quả');
    expect(await stateOf(number)).toMatchObject({ result: null, sequence: 1 });
  });

  test('another commune cannot open, act or reveal', async () => {
    const { number } = await receivedDossier(system);
    const stranger = await visitorOf(system, 'mot-cua.an-toan');
    for (const part of ['', '/reveal', '/result', '/receipt.pdf']) {
      expect((await stranger.get(`/dossiers/${number}${part}`)).status).toBe(404);
    }
    const answer = await stranger.post(`/dossiers/${number}/pass-on`, { sequence: '1', note: '' });
    expect(answer.status).toBe(404);
    expect((await stateOf(number))?.sequence).toBe(1);
  });

  test('a form from another site is not carried out', async () => {
    const { number } = await receivedDossier(system);
    const visitor = await visitorOf(system, 'mot-cua.an-hoa');
    const fields = { sequence: '1', note: '' };
    const answer = await visitor.post(`/dossiers/${number}/pass-on`, fields, {
      origin: 'https://example.org',
    });
    expect(answer.status).toBe(403);
    expect((await stateOf(number))?.sequence).toBe(1);
  });

  test('nobody signed in is sent to sign in and comes back', async () => {
    const { number } = await receivedDossier(system);
    const answer = await (await visitorOf(system)).get(`/dossiers/${number}`);
    expect(answer.location).toBe(`/sign-in?next=${encodeURIComponent(`/dossiers/${number}`)}`);
  });
});

describe('personal data', () => {
  test('is masked until a reason is given, and the reason is recorded', async () => {
    const { number } = await receivedDossier(system);
    const visitor = await visitorOf(system, 'mot-cua.an-hoa');
    const page = await visitor.get(`/dossiers/${number}`);
    expect(page.text).not.toContain('0905000123');
    const ask = await visitor.get(`/dossiers/${number}/reveal`);
    expect((await visitor.send(ask, '/reveal', { reason: '' })).status).toBe(422);
    const shown = await visitor.send(ask, '/reveal', { reason: 'Gọi điện báo có kết quả' });
    expect(shown.text).toContain('0905000123');
    const { rows } = await system.superuser.query(
      "select detail from personal_reads where manner = 'revealed'",
    );
    expect(rows.at(-1)).toEqual({ detail: 'Gọi điện báo có kết quả' });
  });
});

describe('many at once', () => {
  test('each dossier of a bulk pass-on has its own outcome', async () => {
    const first = await receivedDossier(system);
    const second = await receivedDossier(system);
    const visitor = await visitorOf(system, 'mot-cua.an-hoa');
    const selected = [`${first.number}:1`, `${second.number}:9`];
    const answer = await visitor.post('/inbox/pass-on', { selected });
    expect(answer.text).toContain('Đã thực hiện 1 trong 2 hồ sơ');
    expect((await stateOf(first.number))?.sequence).toBe(2);
    expect((await stateOf(second.number))?.sequence).toBe(1);
  });
});
