import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { numberIndex } from '../identity-number.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { type Visited, type Visitor, visitorOf } from '#test/visitor.ts';
import { loadDossier } from '../store.ts';

const BIRTH = '/intake/dang-ky-khai-sinh';
let system: TestSystem;
let counter: Visitor;
let lastId = 100;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  counter = await visitorOf(system, 'mot-cua.an-hoa');
});

/** What an officer fills in for a complete birth registration. */
function complete(): Readonly<Record<string, string>> {
  lastId += 1;
  return {
    'applicant.fullName': 'Nguyễn Thị B',
    'applicant.idNumber': `052090${String(lastId).padStart(6, '0')}`,
    'applicant.address': 'Thôn Vạn Long, xã An Hòa',
    'papers.0.present': 'yes',
    'papers.1.present': 'yes',
    'papers.6.present': 'yes',
  };
}

const numberIn = (visited: Visited): string =>
  decodeURIComponent(visited.location?.split('/').at(-1) ?? 'nowhere');

async function countDossiers(): Promise<number> {
  const { total } = await system.db
    .selectFrom('dossiers')
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

describe('Choosing who and what', () => {
  test('offers the procedures of the counter, the most used first', async () => {
    await receivedDossier(system);
    const { text } = await counter.get('/intake');
    expect(text).toContain('Hay tiếp nhận ở quầy này');
    expect(text).toContain('Xác nhận tình trạng hôn nhân');
    expect(text).not.toContain('Cấp giấy phép xây dựng');
  });

  test('finds a procedure in the words people use, and goes on when both are clear', async () => {
    const { text } = await counter.get('/intake?what=lam+giay+khai+sanh');
    expect(text).toContain('Đăng ký khai sinh');
    const id = '052099000001';
    const query = `who=${id}&what=Đăng ký khai sinh&whatValue=dang-ky-khai-sinh`;
    const form = await counter.follow(await counter.get(`/intake?${query}`));
    expect(form.html).toContain(`value="${id}"`);
  });

  test('fills the form in full for a whole number, and without numbers for a name', async () => {
    const { applicant } = await received({ 'applicant.fullName': 'Lê Thị Kim D' });
    const byNumber = await counter.get(`/intake?who=${applicant}&what=khai sinh`);
    expect(byNumber.text).toContain('Người nộp: ');
    const byName = await counter.get('/intake?who=kim d le&what=khai sinh');
    expect(byName.text).toContain('0520******');
    expect(byName.html).not.toContain(applicant);
    const pick = /href="([^"]*whoValue[^"]*)"/.exec(byName.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const picked = await counter.get(pick);
    const href = /href="(\/intake\/dang-ky-khai-sinh\?[^"]*)"/.exec(picked.html)?.[1] ?? '';
    const form = await counter.get(href.replaceAll('&amp;', '&'));
    expect(form.html).toContain('value="Lê Thị Kim D"');
    expect(form.html).not.toContain(applicant);
  });

  test('forgets a picked person when another name stands in the box', async () => {
    await received({ 'applicant.fullName': 'Phạm Văn Độc Nhất' });
    const { rows } = await system.superuser.query<{ id: string }>(
      `select id from applicants where folded_name = 'pham van doc nhat'`,
    );
    const { text } = await counter.get(`/intake?who=Trần Thị Khác&whoValue=${rows[0]?.id}`);
    expect(text).toContain('sẽ nhập người nộp mới');
  });

  test('takes the people of an earlier dossier to another procedure, unless somebody else is typed', async () => {
    const { number, applicant } = await received();
    const choice = await counter.get(`/intake?from=${number}`);
    const form = await counter.follow(await counter.get(`/intake?from=${number}&what=dang ky khai tu`));
    expect(choice.text).toContain(`Lấy lại người nộp của hồ sơ ${number}`);
    expect(form.html).toContain(`value="${applicant}"`);
    const other = await counter.get(`/intake?from=${number}&who=052000999999&what=dang ky khai tu`);
    expect((await counter.follow(other)).html).not.toContain(applicant);
  });

  test('answers the box with masked numbers for a name and full ones for a number', async () => {
    const { applicant } = await received({ 'applicant.fullName': 'Võ Thị Lan Anh E' });
    const byName = await (await counter.get('/applicants.json?q=lan anh')).response.json();
    expect(byName[0]).toMatchObject({ text: 'Võ Thị Lan Anh E' });
    expect(JSON.stringify(byName)).not.toContain(applicant);
    const byNumber = await (await counter.get(`/applicants.json?q=${applicant}`)).response.json();
    expect(byNumber[0].hint).toContain(applicant);
  });

  test('records who was shown somebody by the whole number, and nobody found by name', async () => {
    const { applicant } = await received();
    const ask = async (visitor: Visitor, typed: string) =>
      (await visitor.get(`/applicants.json?q=${typed}`)).status;
    const eightTimes = async (typed: string) =>
      Promise.all(Array.from({ length: 8 }, async () => ask(counter, typed)));
    await eightTimes('nguyễn thị b');
    expect(await timesShown(applicant)).toBe(0);
    expect(new Set(await eightTimes(applicant))).toEqual(new Set([200]));
    await counter.get(`${BIRTH}?who=${applicant}&applicant=${await idOf(applicant)}`);
    expect(await timesShown(applicant)).toBe(1);
    await (
      await visitorOf(system, 'mot-cua.an-toan')
    ).get(`${BIRTH}?who=${applicant}&applicant=${await idOf(applicant)}`);
    expect(await timesShown(applicant)).toBe(2);
    system.setClock('2020-04-29T08:00:00+07:00');
    await ask(await visitorOf(system, 'mot-cua.an-hoa'), applicant);
    expect(await timesShown(applicant)).toBe(3);
  });
});

async function idOf(idNumber: string): Promise<number> {
  const { rows } = await system.superuser.query<{ id: string }>(
    'select id from applicants where id_number_index = $1',
    [numberIndex(system.secrets, idNumber)],
  );
  return Number(rows[0]?.id);
}

/** In how many lines the record of reads says that somebody was found by number and shown in full. */
async function timesShown(idNumber: string): Promise<number> {
  const { rows } = await system.superuser.query<{ times: number }>(
    "select count(*)::int as times from personal_reads where subject = 'applicant' and manner = 'found-by-number' and subject_id = $1",
    [await idOf(idNumber)],
  );
  return rows[0]?.times ?? 0;
}

/** Receives a complete birth registration through the form and answers what matters about it. */
async function received(fields: Readonly<Record<string, string>> = {}) {
  const typed = { ...complete(), ...fields };
  const done = await counter.send(await counter.get(BIRTH), BIRTH, typed);
  expect(done.status).toBe(303);
  return { number: numberIn(done), applicant: typed['applicant.idNumber'] ?? '', done };
}

describe('The form of the counter', () => {
  test('receives, passes on, and shows number, date and the way to print', async () => {
    const { done, number } = await received();
    const page = await counter.follow(done);
    expect(page.text).toContain(`Mã hồ sơ ${number}`);
    expect(page.text).toContain('17:00, Thứ Ba, 28/4/2020');
    expect(page.text).toContain('Đã chuyển đến Xã An Hòa');
    expect(page.html).toContain(`/dossiers/${number}/receipt.pdf`);
  });

  test('comes back with everything that is wrong, at its field, and with what was typed', async () => {
    const page = await counter.send(await counter.get(BIRTH), BIRTH, {
      'applicant.fullName': 'Nguyễn Thị B',
      'applicant.idNumber': '12',
      'fees.2.quantity': '2',
      'fees.2.amount': '1.000',
    });
    expect(page.status).toBe(422);
    expect(page.html).toContain('value="Nguyễn Thị B"');
    expect(page.html).toContain('href="#applicant.idNumber"');
    expect(page.html).toContain('href="#applicant.address"');
    expect(page.html).toContain('href="#papers.0.present"');
    expect(page.html).toContain('href="#fees.2.exemption"');
    expect(page.html).toContain('id="papers.0.present-error"');
  });

  test('sent twice has one effect and leads to the same page', async () => {
    const form = await counter.get(BIRTH);
    const typed = complete();
    const before = await countDossiers();
    const [first, second] = await Promise.all([
      counter.send(form, BIRTH, typed),
      counter.send(form, BIRTH, typed),
    ]);
    expect(first?.location).toBe(second?.location);
    expect(await countDossiers()).toBe(before + 1);
  });

  test('takes no date, number or state from whoever sends it', async () => {
    const { number } = await received({
      dueAt: '2030-01-01T00:00:00Z',
      receivedAt: '2019-01-01T00:00:00Z',
      number: '000.17.22.H08-190101-0001',
      state: 'returned',
      receivingUnitId: '1',
      timeliness: 'early',
      now: '2019-01-01',
    });
    const loaded = await loadDossier(system.db, number, 'read');
    expect(number).toMatch(/-200428-/);
    expect(loaded?.state).toMatchObject({
      dueAt: new Date('2020-04-28T17:00:00+07:00'),
      receivedAt: new Date(TUESDAY_MORNING),
      phase: 'processing',
      timeliness: null,
    });
  });

  test('warns of a running dossier of the same kind and receives another one when confirmed', async () => {
    const { number, applicant } = await received();
    const again = { ...complete(), 'applicant.idNumber': applicant };
    const refused = await counter.send(await counter.get(BIRTH), BIRTH, again);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(number);
    const confirmed = await counter.send(refused, BIRTH, { confirmedDuplicate: 'yes' });
    expect(confirmed.status).toBe(303);
  });

  test('is filled from an earlier dossier, which is recorded as a read in full', async () => {
    const { number, applicant } = await received({ 'others.0.name': 'Sổ hộ khẩu', summary: 'Con thứ hai' });
    const form = await counter.get(`${BIRTH}?from=${number}`);
    expect(form.html).toContain(`value="${applicant}"`);
    expect(form.html).toContain('value="Con thứ hai"');
    expect(form.html).toContain('value="Sổ hộ khẩu"');
    expect(form.text).toContain('Người này đang có hồ sơ cùng thủ tục');
    const { rows } = await system.superuser.query(
      `select from personal_reads r join dossiers d on d.id = r.subject_id
       where r.subject = 'dossier' and r.manner = 'revealed' and d.number = $1`,
      [number],
    );
    expect(rows).toHaveLength(1);
  });

  test('keeps a delegate, a fee and what the receipt says of them', async () => {
    const { number } = await received({
      'delegate.fullName': 'Đinh Văn D',
      'delegate.authority': 'Giấy ủy quyền chứng thực ngày 20/4/2020',
      'fees.2.quantity': '3',
      feesCollected: 'yes',
    });
    const page = await counter.get(`/dossiers/${number}`);
    expect(page.text).toContain('Đinh Văn D');
    expect(page.text).toContain('24.000 đồng');
  });
});

describe('The counter is not open', () => {
  test.each(['/intake', BIRTH, `${BIRTH}/guide`, '/slips'])('at %s to a specialist', async (path) => {
    const specialist = await visitorOf(system, 'tu-phap.an-hoa');
    expect((await specialist.get(path)).status).toBe(403);
  });

  test('to whoever has not signed in', async () => {
    const stranger = await visitorOf(system);
    expect((await stranger.get(BIRTH)).location).toContain('/sign-in');
    expect((await stranger.post(BIRTH, complete())).status).toBe(403);
    expect((await stranger.get('/applicants.json?q=nguyen')).status).not.toBe(200);
  });

  test('for a procedure of another counter, nor for a dossier of one', async () => {
    expect((await counter.get('/intake/cap-giay-phep-xay-dung')).status).toBe(409);
    const { number } = await receivedDossier(system);
    const other = await visitorOf(system, 'mot-cua.an-toan');
    expect((await other.get(`/intake/received/${number}`)).status).toBe(404);
    expect((await other.get(`${BIRTH}?from=${number}`)).status).toBe(404);
  });
});
