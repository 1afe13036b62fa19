import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';

let system: TestSystem;
let homeAffairs: Visitor;
let counter: Visitor;

beforeAll(async () => {
  system = await openTestWorld();
  homeAffairs = await visitorOf(system, 'noi-vu');
  counter = await visitorOf(system, 'mot-cua.an-hoa');
});
afterAll(() => system.close());

const RENAME = {
  kind: 'rename',
  title: 'Đổi tên Phòng Y tế',
  documentNumber: '12/QĐ-UBND',
  documentIssuedOn: '1/6/2020',
  documentIssuer: 'Ủy ban nhân dân huyện An Lão',
  effectiveOn: '1/7/2020',
  unit: 'phong-y-te',
  name: 'Phòng Y tế và Dân số huyện An Lão',
  shortName: 'Phòng Y tế và Dân số',
};

async function prepared(fields: Readonly<Record<string, string>>): Promise<string> {
  const saved = await homeAffairs.post('/organisation/acts/new', fields);
  expect(saved.status).toBe(303);
  return saved.location ?? '';
}

describe('the list of acts', () => {
  test('shows those that wait and can be had as a file', async () => {
    const { html } = await counter.get('/organisation/acts?state=prepared');
    expect(html).toContain('Kết thúc hoạt động của cấp huyện');
    expect(html).not.toContain('Sáp nhập Trường Tiểu học An Hòa 1');
    expect((await counter.get('/organisation/acts?format=csv')).html).toContain('203/2025/QH15');
  });
});

describe('a prepared act', () => {
  test('changes nothing until it is put in force, then counts from its date', async () => {
    const act = await prepared(RENAME);
    expect((await homeAffairs.get('/organisation?q=dan+so&date=2020-07-01')).html).toContain(
      'Không có đơn vị nào',
    );
    expect((await homeAffairs.get(act)).html).toContain('Phòng Y tế và Dân số huyện An Lão');
    const done = await homeAffairs.post(`${act}/in-force`, { confirmed: 'yes' });
    expect(done).toMatchObject({ status: 303, location: act });
    expect((await homeAffairs.get('/organisation?q=dan+so&date=2020-07-01')).html).toContain(
      'Phòng Y tế và Dân số',
    );
    expect((await homeAffairs.get('/organisation?q=dan+so&date=2020-06-30')).html).toContain(
      'Không có đơn vị nào',
    );
  });

  test('is put in force only after the person confirms it', async () => {
    const act = await prepared({ ...RENAME, title: 'Đổi tên chưa xác nhận', unit: 'phong-dan-toc' });
    const again = await homeAffairs.post(`${act}/in-force`, {});
    expect(again.status).toBe(422);
    expect(again.html).toContain('Hãy đánh dấu xác nhận đã đối chiếu văn bản');
  });

  test('can be withdrawn, and is then not put in force', async () => {
    const act = await prepared({ ...RENAME, title: 'Đổi tên sẽ rút', unit: 'phong-dan-toc' });
    expect((await homeAffairs.post(`${act}/withdrawal`, { confirmed: 'yes' })).status).toBe(303);
    const again = await homeAffairs.post(`${act}/in-force`, { confirmed: 'yes' });
    expect(again.status).toBe(409);
    expect(again.html).toContain('Quyết định này đã được rút');
  });

  test('that ends the district says what must come first', async () => {
    const { html } = await homeAffairs.get('/organisation/acts/2025-ket-thuc-cap-huyen');
    expect(html).toContain('Chưa đưa vào thi hành được');
    expect(html).toMatch(/2025-sap-nhap-tinh.*2025-sap-xep-xa.*2025-co-quan-chuyen-mon-xa/s);
    const refused = await homeAffairs.post('/organisation/acts/2025-ket-thuc-cap-huyen/in-force', {
      confirmed: 'yes',
    });
    expect(refused.status).toBe(409);
  });

  test('that is in force and counts cannot be withdrawn', async () => {
    const path = '/organisation/acts/2019-sap-nhap-tieu-hoc-an-hoa';
    expect((await homeAffairs.get(path)).html).toContain('nên không rút được');
    expect((await homeAffairs.post(`${path}/withdrawal`, { confirmed: 'yes' })).status).toBe(409);
  });

  test('is decided by nobody without the permission', async () => {
    const path = '/organisation/acts/2025-sap-nhap-tinh';
    expect((await counter.post(`${path}/in-force`, { confirmed: 'yes' })).status).toBe(403);
    expect((await counter.post(`${path}/withdrawal`, { confirmed: 'yes' })).status).toBe(403);
    expect((await counter.get('/organisation/acts/new')).status).toBe(403);
    expect((await counter.post('/organisation/acts/new', RENAME)).status).toBe(403);
  });
});

const DOCUMENT = { ...RENAME, unit: '', name: '', shortName: '' };
const FORMS: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    'creates a unit',
    {
      ...DOCUMENT,
      kind: 'create',
      title: 'Lập trạm',
      name: 'Trạm Quan trắc',
      unitKind: 'service-unit',
      level: 'district',
      parent: 'huyen-an-lao',
    },
    'Thành lập Trạm Quan trắc, trực thuộc Ủy ban nhân dân huyện An Lão',
  ],
  [
    'moves a unit',
    {
      ...DOCUMENT,
      kind: 'move',
      title: 'Chuyển trường',
      unit: 'truong-tieu-hoc-an-hoa',
      parent: 'xa-an-hoa',
    },
    'Chuyển Trường Tiểu học An Hòa về Ủy ban nhân dân xã An Hòa quản lý',
  ],
  [
    'merges a unit into a new one',
    {
      ...DOCUMENT,
      kind: 'merge',
      title: 'Hợp nhất phòng',
      from: 'phong-y-te',
      name: 'Phòng Y tế - Dân tộc',
    },
    'vào Phòng Y tế - Dân tộc',
  ],
  [
    'splits a unit',
    {
      ...DOCUMENT,
      kind: 'split',
      title: 'Tách phòng',
      unit: 'phong-kinh-te-ha-tang',
      keeps: 'yes',
      'parts.0.name': 'Phòng Quản lý đô thị',
    },
    'Tách một phần Phòng Kinh tế và Hạ tầng huyện An Lão thành Phòng Quản lý đô thị',
  ],
  [
    'abolishes a unit',
    {
      ...DOCUMENT,
      kind: 'abolish',
      title: 'Giải thể phòng',
      unit: 'phong-dan-toc',
      successors: 'phong-noi-vu',
    },
    'công việc chuyển cho Phòng Nội vụ huyện An Lão',
  ],
];
describe('the form of an act', () => {
  test('is there for every kind', async () => {
    const kinds = await homeAffairs.get('/organisation/acts/new');
    for (const kind of ['create', 'rename', 'move', 'merge', 'split', 'abolish']) {
      expect(kinds.html).toContain(`kind=${kind}`);
      expect((await homeAffairs.get(`/organisation/acts/new?kind=${kind}`)).status).toBe(200);
    }
  });

  test('asks for what is missing and keeps what was typed', async () => {
    const again = await homeAffairs.post('/organisation/acts/new', {
      ...RENAME,
      documentNumber: '',
      effectiveOn: '31/2/2020',
      unit: '',
    });
    expect(again.status).toBe(422);
    expect(again.html).toContain('Phòng Y tế và Dân số huyện An Lão');
    expect(again.html).toContain('Nhập ngày có thật');
    expect(again.html).toContain('Chọn đơn vị.');
  });

  test.each(FORMS)('%s', async (_, fields, sentence) => {
    const act = await prepared(fields);
    const page = await homeAffairs.get(act);
    expect(page.html).toContain(sentence);
    expect(page.html).not.toContain('Chưa đưa vào thi hành được');
  });

  test('names what is wrong with each kind at its field', async () => {
    const wrong = async (fields: Readonly<Record<string, string>>) =>
      (await homeAffairs.post('/organisation/acts/new', { ...DOCUMENT, ...fields })).html;
    expect(await wrong({ kind: 'merge', from: 'phong-y-te' })).toContain('Nhập tên đơn vị mới hình thành');
    expect(await wrong({ kind: 'split', unit: 'phong-y-te', 'parts.0.name': 'A' })).toContain(
      'ít nhất hai đơn vị mới',
    );
    expect(await wrong({ kind: 'abolish', unit: 'phong-y-te' })).toContain('Chọn đơn vị kế thừa công việc');
  });
});

describe('the deciding document of an act', () => {
  const path = '/organisation/acts/2019-sap-nhap-tieu-hoc-an-hoa';
  const document = {
    title: 'Sáp nhập hai trường tiểu học An Hòa',
    documentNumber: '2100/QĐ-UBND',
    documentIssuedOn: '15/8/2019',
    documentIssuer: 'Ủy ban nhân dân huyện An Lão',
    effectiveOn: '1/9/2019',
    note: '',
  };

  test('is completed, and a corrected date moves the periods', async () => {
    expect((await homeAffairs.get(`${path}/document`)).html).toContain('1/8/2019');
    const saved = await homeAffairs.post(`${path}/document`, document);
    expect(saved).toMatchObject({ status: 303, location: path });
    expect((await counter.get(path)).html).toContain('2100/QĐ-UBND');
    expect((await counter.get('/organisation?date=2019-08-15')).html).toContain('Trường Tiểu học An Hòa 2');
    expect((await counter.get('/organisation?date=2019-09-01')).html).not.toContain(
      'Trường Tiểu học An Hòa 2',
    );
  });

  test('cannot get a date on which the act does not fit', async () => {
    const again = await homeAffairs.post(`${path}/document`, { ...document, effectiveOn: '1/1/2010' });
    expect(again.status).toBe(409);
    expect(again.html).toContain('chưa thành lập');
    expect((await counter.get('/organisation?date=2019-09-01')).html).toContain('Trường Tiểu học An Hòa<');
  });

  test('needs a number when it counts as known', async () => {
    const again = await homeAffairs.post(`${path}/document`, { ...document, documentNumber: '' });
    expect(again.status).toBe(422);
    expect(again.html).toContain('Nhập số, ký hiệu văn bản');
  });

  test('is not corrected by an officer of the counter', async () => {
    expect((await counter.post(`${path}/document`, document)).status).toBe(403);
  });
});
