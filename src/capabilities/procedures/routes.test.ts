import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { browserOf, type Browser, formOf } from './pages.fixture.tsx';
import { SECTION_CODES } from './rules.ts';

let system: TestSystem;
let editor: Browser;
let officer: Browser;
beforeAll(async () => {
  system = await openTestWorld();
  editor = browserOf(system, 'noi-vu');
  officer = browserOf(system, 'mot-cua.an-hoa');
});
afterAll(async () => system.close());

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
    const { status, headers, bytes } = await officer.get(`/procedures?format=${format}`);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toContain(`.${format}`);
    expect(bytes.length).toBeGreaterThan(1000);
  });

  test('answers comboboxes, for one counter when asked', async () => {
    const { html } = await officer.get('/procedures/search.json?q=so+do');
    const found: readonly { value: string; text: string; hint: string }[] = JSON.parse(html);
    expect(found[0]).toMatchObject({
      value: expect.stringContaining('dat'),
      hint: expect.stringContaining('Đất đai'),
    });
    expect((await browserOf(system, null).get('/procedures/search.json?q=x')).status).toBe(403);
  });

  test('says how it is covered', async () => {
    const { html } = await officer.get('/procedures/coverage?date=28/4/2020');
    expect(html).toContain('Chưa nơi nào nhận');
    expect(html).toContain('An Hòa');
    expect((await officer.get('/procedures/coverage?format=csv')).html).toContain('Nơi tiếp nhận');
  });
});

describe('one procedure', () => {
  test('is shown in full with its versions and counters', async () => {
    const { html } = await officer.get(BIRTH);
    for (const words of ['Giấy chứng sinh', 'Luật Hộ tịch', '8.000 đồng/bản', 'Từ 1/1/2016', 'An Hòa']) {
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
    const { formId: _, ...fields } = formOf(page.html);
    const saved = await editor.post(`${draft}/edit/${section}`, fields);
    expect([saved.status, saved.html]).toEqual([303, '']);
    expect((await editor.get(draft)).html).toContain('Nội dung giống phiên bản trước.');
  });

  test('adds, moves and removes rows, and keeps what was typed', async () => {
    const draft = await newDraft(BIRTH);
    const address = `${draft}/edit/papers`;
    const fields = formOf((await editor.get(address)).html);
    const typed = { ...fields, 'papers.0.name': 'Tờ khai mới' };
    const added = await editor.post(address, { ...typed, row: 'add:papers' });
    expect(added.status).toBe(200);
    expect(added.html).toContain('Giấy tờ 9');
    const moved = formOf((await editor.post(address, { ...formOf(added.html), row: 'down:papers:0' })).html);
    expect(moved['papers.1.name']).toBe('Tờ khai mới');
    const removed = formOf((await editor.post(address, { ...moved, row: 'remove:papers:0' })).html);
    expect(removed['papers.0.name']).toBe('Tờ khai mới');
    const wrong = await editor.post(address, { ...removed, 'papers.0.copies': 'hai' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Số bản là số nguyên.');
    expect(wrong.html).toContain('Tờ khai mới');
  });

  test('tells the second of two editors', async () => {
    const draft = await newDraft(BIRTH);
    const { formId: _, ...fields } = formOf((await editor.get(`${draft}/edit/results`)).html);
    expect((await editor.post(`${draft}/edit/results`, { ...fields, conditions: 'Một' })).status).toBe(303);
    const second = await editor.post(`${draft}/edit/results`, { ...fields, conditions: 'Hai' });
    expect(second.status).toBe(409);
    expect(second.html).toContain('Người khác vừa lưu');
    expect(second.html).toContain('Hai');
  });

  test('is put aside after being asked', async () => {
    const draft = await newDraft(BIRTH);
    expect((await editor.get(`${draft}/discard`)).html).toContain('Giữ lại');
    expect((await editor.post(`${draft}/discard`, {})).status).toBe(303);
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
  const fields = { ...formOf(page.html), from: '1/5/2020', decision: '1/QĐ-UBND', decisionDate: '20/4/2020' };
  const published = await editor.post(`${draft}/publish`, fields);
  expect(published.location).toBe('/procedures/cap-phep-nuoi-ong');
  const offering = formOf((await editor.get('/procedures/cap-phep-nuoi-ong/offerings')).html);
  expect(offering['channels']).toBe('counter');
  system.setClock('2020-05-04T08:00:00+07:00');
  expect((await browserOf(system, null).get('/thu-tuc?q=nuôi ong')).html).toContain('Cấp phép nuôi ong');
});

async function save(draft: string, section: string, fields: Record<string, string>): Promise<void> {
  const before = formOf((await editor.get(`${draft}/edit/${section}`)).html);
  const { status, html } = await editor.post(`${draft}/edit/${section}`, { ...before, ...fields });
  expect([status, html]).toEqual([303, '']);
}

test('a file is looked at before it is imported', async () => {
  const exported = await editor.get('/procedures/export/xlsx');
  const file = new File([exported.bytes.slice()], 'danh-muc.xlsx');
  const looked = await editor.post('/procedures/import', { file });
  expect(looked.status).toBe(303);
  const plan = await editor.get(looked.location ?? '');
  expect(plan.html).toContain('Không có thủ tục nào mới hoặc thay đổi.');
  expect((await editor.post('/procedures/import', {})).status).toBe(422);
  expect((await editor.get(`/procedures/import/${'0'.repeat(64)}`)).status).toBe(404);
});
