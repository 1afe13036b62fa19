import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { formOf } from '#test/page.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';
import { SECTION_CODES } from './rules.ts';

let system: TestSystem;
let editor: Visitor;
let officer: Visitor;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  editor = await visitorOf(system, 'noi-vu');
  officer = await visitorOf(system, 'mot-cua.an-hoa');
});

const BIRTH = '/procedures/dang-ky-khai-sinh';
const BUSINESS = '/procedures/dang-ky-thanh-lap-ho-kinh-doanh';

/** A new draft of a procedure; answers its address. */
async function newDraft(procedure: string): Promise<string> {
  const { status, location } = await editor.post(`${procedure}/drafts`, {});
  expect(status).toBe(303);
  return location ?? '';
}

describe('the catalogue', () => {
  test('lists what is in force, with search in everyday words, filters, order and pages', async () => {
    const all = await officer.get('/procedures');
    expect(all.html).toContain('44 thủ tục trong danh mục');
    const searched = await officer.get('/procedures?q=lam+khai+sinh+cho+con');
    expect(searched.html.indexOf('dang-ky-khai-sinh')).toBeGreaterThan(0);
    expect(searched.html).toContain('“lam khai sinh cho con”');
    const filtered = await officer.get('/procedures?level=district&online=full');
    expect(filtered.html).toContain('Chấm dứt hoạt động hộ kinh doanh');
    expect(filtered.html).not.toContain('Đăng ký khai sinh<');
    expect((await officer.get('/procedures?sort=code&dir=desc&page=999')).status).toBe(200);
  });

  test('shows drafts to those who keep it and to nobody else', async () => {
    expect((await editor.get('/procedures?standing=has-draft')).html).toContain('1 bản dự thảo');
    expect((await officer.get('/procedures?standing=has-draft')).html).toContain('Không có thủ tục nào khớp');
    expect((await officer.get(`${BUSINESS}/versions/2`)).status).toBe(404);
    expect((await editor.get(`${BUSINESS}/versions/2`)).html).toContain('Cấp huyện');
  });

  test.each(['csv', 'xlsx', 'json'])('is exported as %s', async (format) => {
    const { status, response } = await officer.get(`/procedures?format=${format}`);
    expect(status).toBe(200);
    expect(response.headers.get('content-disposition')).toContain(`.${format}`);
    expect((await response.bytes()).length).toBeGreaterThan(1000);
  });

  test('answers comboboxes, for one counter when asked', async () => {
    const { html } = await officer.get('/procedures/search.json?q=so+do');
    const found: readonly { value: string; text: string; hint: string }[] = JSON.parse(html);
    expect(found[0]).toMatchObject({
      value: expect.stringContaining('dat'),
      hint: expect.stringContaining('Đất đai'),
    });
    const stranger = await visitorOf(system);
    expect((await stranger.get('/procedures/search.json?q=x')).location).toContain('/sign-in');
  });

  test.each(['ho chieu', 'bằng lái xe', 'qwxz', 'k', ''])(
    'offers no choice in comboboxes for "%s"',
    async (q) => {
      const { html } = await officer.get(`/procedures/search.json?q=${encodeURIComponent(q)}`);
      expect(JSON.parse(html)).toEqual([]);
    },
  );

  test.each(['kh', 'khai si', 'hộ ngh', 'giám h', 'trich l', 'sao'])(
    'offers choices in comboboxes while "%s" is being typed',
    async (q) => {
      const { html } = await officer.get(`/procedures/search.json?q=${encodeURIComponent(q)}`);
      expect(JSON.parse(html)).not.toEqual([]);
    },
  );

  test('says how it is covered', async () => {
    const { html } = await officer.get('/procedures/coverage?date=28/4/2020');
    expect(html).toContain('Chưa nơi nào nhận');
    expect(html).toContain('An Toàn');
    expect((await officer.get('/procedures/coverage?format=csv')).html).toContain('Nơi tiếp nhận');
  });
});

describe('one procedure', () => {
  test('is shown in full with its versions and counters', async () => {
    const { html } = await officer.get(BIRTH);
    for (const words of ['Giấy chứng sinh', 'Luật Hộ tịch', '8.000 đồng/bản', 'Từ 1/1/2016', 'An Toàn']) {
      expect(html).toContain(words);
    }
    expect(html).not.toContain('Lập bản dự thảo mới');
    expect((await editor.get(BIRTH)).html).toContain('Lập bản dự thảo mới');
  });

  test('that nobody knows is said to be missing', async () => {
    expect((await officer.get('/procedures/khong-co')).status).toBe(404);
    expect((await officer.get(`${BIRTH}/versions/99`)).status).toBe(404);
  });
});

describe('a draft without script', () => {
  test.each(SECTION_CODES)('saves the section %s as it came', async (section) => {
    const draft = await newDraft(BUSINESS);
    const page = await editor.get(`${draft}/edit/${section}`);
    expect(page.status).toBe(200);
    const saved = await editor.send(page, `${draft}/edit/${section}`);
    expect([saved.status, saved.html]).toEqual([303, '']);
    expect((await editor.get(draft)).html).toContain('Nội dung giống phiên bản trước.');
  });

  test('adds, moves and removes rows, and keeps what was typed', async () => {
    const draft = await newDraft(BIRTH);
    const address = `${draft}/edit/papers`;
    const typed = { 'papers.0.name': 'Tờ khai mới' };
    const added = await editor.send(await editor.get(address), address, { ...typed, row: 'add:papers' });
    expect(added.status).toBe(200);
    expect(added.html).toContain('Giấy tờ 9');
    const moved = await editor.send(added, address, { row: 'down:papers:0' });
    expect(formOf(moved.html, address).fields['papers.1.name']).toEqual(['Tờ khai mới']);
    const removed = await editor.send(moved, address, { row: 'remove:papers:0' });
    expect(formOf(removed.html, address).fields['papers.0.name']).toEqual(['Tờ khai mới']);
    const wrong = await editor.send(removed, address, { 'papers.0.copies': 'hai' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Số bản là số nguyên.');
    expect(wrong.html).toContain('Tờ khai mới');
  });

  test('tells the second of two editors', async () => {
    const draft = await newDraft(BIRTH);
    const address = `${draft}/edit/results`;
    const [page, stale] = [await editor.get(address), await editor.get(address)];
    expect((await editor.send(page, address, { conditions: 'Một' })).status).toBe(303);
    const second = await editor.send(stale, address, { conditions: 'Hai' });
    expect(second.status).toBe(409);
    expect(second.html).toContain('Người khác vừa lưu');
    expect(formOf(second.html, address).fields['conditions']).toEqual(['Hai']);
  });

  test('is put aside after being asked', async () => {
    const draft = await newDraft(BIRTH);
    const page = await editor.get(`${draft}/discard`);
    expect(page.html).toContain('Giữ lại');
    expect((await editor.send(page, `${draft}/discard`)).status).toBe(303);
    expect((await editor.get(draft)).status).toBe(404);
  });

  test('is closed to those who do not keep the catalogue', async () => {
    for (const path of ['/procedures/new', '/procedures/import', `${BIRTH}/offerings`, `${BIRTH}/end`]) {
      expect((await officer.get(path)).status).toBe(403);
    }
    expect((await officer.post(`${BIRTH}/drafts`, {})).status).toBe(403);
    expect(
      (await officer.post(`${BIRTH}/offerings`, { from: '1/5/2020', unitIds: '1', channels: 'counter' }))
        .status,
    ).toBe(403);
  });
});

test('a procedure is made, written, refused with its reasons, put right, published and offered', async () => {
  const wrong = await editor.post('/procedures/new', {
    name: 'Thủ tục nuôi ong',
    shortName: '',
    domain: 'Nông nghiệp',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('Nhập tên gọi tắt.');
  const made = await editor.post('/procedures/new', {
    name: 'Thủ tục cấp phép nuôi ong',
    shortName: 'Cấp phép nuôi ong',
    domain: 'Nông nghiệp',
    level: 'commune',
    code: '9.111111',
  });
  expect(made.location).toBe('/procedures/cap-phep-nuoi-ong/versions/1/edit/general');
  const draft = '/procedures/cap-phep-nuoi-ong/versions/1';
  const refused = await editor.post(`${draft}/publish`, {
    from: '1/5/2020',
    decision: '1/QĐ-UBND',
    revision: '1',
  });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Chưa có căn cứ pháp lý');
  await save(draft, 'papers', {
    'papers.0.name': 'Đơn',
    'papers.0.kind': 'form',
    'papers.0.copies': '1',
    'papers.0.required': 'yes',
  });
  await save(draft, 'results', { results: 'Giấy phép nuôi ong' });
  await save(draft, 'legal', {
    'legalBasis.0.title': 'Luật Chăn nuôi',
    'legalBasis.0.number': '32/2018/QH14',
    'legalBasis.0.issuer': 'Quốc hội',
    'legalBasis.0.date': '19/11/2018',
  });
  const page = await editor.get(`${draft}/publish`);
  expect(page.html).toContain('Nội dung đủ các bộ phận');
  const fields = { from: '1/5/2020', decision: '1/QĐ-UBND', decisionDate: '20/4/2020' };
  const published = await editor.send(page, `${draft}/publish`, fields);
  expect(published.location).toBe('/procedures/cap-phep-nuoi-ong');
  const offerings = '/procedures/cap-phep-nuoi-ong/offerings';
  const offering = formOf((await editor.get(offerings)).html, offerings);
  expect(offering.fields['channels']).toEqual(['counter']);
  system.setClock('2020-05-04T08:00:00+07:00');
  expect((await (await visitorOf(system)).get('/thu-tuc?q=nuôi ong')).html).toContain('Cấp phép nuôi ong');
});

async function save(draft: string, section: string, fields: Record<string, string>): Promise<void> {
  const { status, html } = await editor.fill(`${draft}/edit/${section}`, fields);
  expect([status, html]).toEqual([303, '']);
}

test('a file is looked at before it is imported', async () => {
  const exported = await editor.get('/procedures/export/xlsx');
  const file = new File([await exported.response.blob()], 'danh-muc.xlsx');
  const looked = await editor.fill('/procedures/import', { file });
  expect(looked.status).toBe(303);
  const plan = await editor.get(looked.location ?? '');
  expect(plan.html).toContain('Không có thủ tục nào mới hoặc thay đổi.');
  expect((await editor.fill('/procedures/import')).status).toBe(422);
  expect((await editor.get(`/procedures/import/${'0'.repeat(64)}`)).status).toBe(404);
});
