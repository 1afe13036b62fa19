import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { visitorOf } from '#test/visitor.ts';
import { masked } from './mask.ts';
import { groupsOf } from './rules.ts';
import { personalTable, registerOf } from './schema.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());

const fields = personalTable(
  'people',
  { of: 'applicant', basis: 'one-stop', retention: 'dossier' },
  {
    full_name: { level: 'basic', purpose: 'identify', label: 'Họ và tên', mask: 'name' },
    phone: { level: 'basic', purpose: 'contact', label: 'Điện thoại', mask: 'phone' },
    email: { level: 'basic', purpose: 'contact', label: 'Thư điện tử', mask: 'hidden', retention: 'day' },
  },
);

describe('The register', () => {
  test('tells what is kept by purpose, each thing once', () => {
    const [identify, contact, ...others] = groupsOf(registerOf(fields, fields), 'applicant');
    expect(identify?.labels).toEqual(['Họ và tên']);
    expect(contact).toMatchObject({
      labels: ['Điện thoại', 'Thư điện tử'],
      retentions: ['Theo thời hạn bảo quản của thủ tục, sau đó tiêu hủy theo quyết định', 'Một ngày'],
    });
    expect(others).toEqual([]);
    expect(groupsOf(registerOf(fields), 'visitor')).toEqual([]);
  });

  test('says how each field is masked', () => {
    expect(masked(fields.full_name, 'Nguyễn Thị B')).toBe('N*** T*** B');
    expect(masked(fields.phone, '0905000123')).toBe('0905***123');
    expect(masked(fields.email, 'b@example.vn')).toBe('');
    expect(masked({ mask: 'id-number' }, '052000000012')).toBe('0520******12');
    expect(masked({ mask: 'open' }, 'Thôn 3')).toBe('Thôn 3');
  });
});

describe('The page for everybody', () => {
  test('says without signing in what is kept, why, how long and by what law', async () => {
    const { status, text } = await (await visitorOf(system)).get('/du-lieu-ca-nhan');
    expect(status).toBe(200);
    for (const words of [
      'Số định danh',
      'Báo tin về hồ sơ',
      'Nghị định 61/2018/NĐ-CP',
      'tiêu hủy theo quyết định',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('dossier_parties');
  });
});

describe('The page for the staff', () => {
  test('has a line for each field, filtered and as a file', async () => {
    const visitor = await visitorOf(system, 'mot-cua.an-hoa');
    expect((await visitor.get('/personal-data')).text).toContain('Số giấy tờ của người nhận');
    const officers = await visitor.get('/personal-data?of=officer');
    expect(officers.text).toContain('Địa chỉ mạng khi đăng nhập');
    expect(officers.text).not.toContain('Số giấy tờ của người nhận');
    const { text } = await visitor.get('/personal-data?format=csv');
    expect(text).toContain('dossier_returns,sealed_id_number');
    expect(text).toContain('Vài số đầu, hai số cuối');
  });
});
