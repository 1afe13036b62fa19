import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { visitorOf } from '#test/visitor.ts';
import { LOOKUP_LIMIT } from './rules.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());

async function receipt(): Promise<{ readonly number: string; readonly code: string }> {
  const { number } = await receivedDossier(system);
  const { rows } = await system.superuser.query('select check_code from dossiers where number = $1', [
    number,
  ]);
  return { number, code: rows[0].check_code };
}

describe('looking a dossier up with what stands on the receipt', () => {
  test('shows when to come, why, and where it is, without names or numbers of people', async () => {
    const { number, code } = await receipt();
    const citizen = await visitorOf(system);
    const typed = {
      number: ` ${number.toLowerCase()} `,
      code: `${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`,
    };
    const answer = await citizen.send(await citizen.get('/tra-cuu'), '/tra-cuu', typed);
    const page = await citizen.follow(answer);
    expect(page.text).toContain('Thứ Ba, 28/4/2020');
    expect(page.text).toContain('Vì sao là ngày này?');
    expect(page.text).toContain('Bạn đã nộp hồ sơ tại Ủy ban nhân dân xã An Hòa');
    for (const secret of ['Nguyễn Thị B', '0905000123', 'Cán bộ một cửa An Hòa'])
      expect(page.text).not.toContain(secret);
    expect(page.response.headers.get('cache-control')).toBe('no-store');
  });

  test('a wrong code and a wrong number are told alike', async () => {
    const { number } = await receipt();
    const citizen = await visitorOf(system);
    const form = await citizen.get('/tra-cuu');
    const wrongCode = await citizen.send(form, '/tra-cuu', { number, code: 'AAAAAAAA' });
    const wrongNumber = await citizen.send(form, '/tra-cuu', {
      number: '000.17.22.H08-200428-9999',
      code: 'AAAAAAAA',
    });
    expect(wrongCode.status).toBe(422);
    expect(wrongNumber.status).toBe(422);
    const sentence = 'Số hồ sơ hoặc mã tra cứu chưa đúng. Hãy xem lại trên giấy hẹn.';
    for (const page of [wrongCode, wrongNumber]) expect(page.text).toContain(sentence);
  });

  test('the number alone asks for the code and shows nothing', async () => {
    const { number } = await receipt();
    const page = await (await visitorOf(system)).get(`/tra-cuu/${number}`);
    expect(page.text).toContain('Mã tra cứu');
    expect(page.text).not.toContain('Đăng ký khai sinh');
  });

  test('guessing is stopped, and even the right code has to wait then', async () => {
    const { number, code } = await receipt();
    const citizen = await visitorOf(system);
    for (let attempt = 0; attempt < LOOKUP_LIMIT.attempts; attempt += 1)
      await citizen.get(`/tra-cuu/${number}?ma=AAAAAAA${attempt % 9}`);
    const stopped = await citizen.get(`/tra-cuu/${number}?ma=${code}`);
    expect(stopped.status).toBe(429);
    system.setClock('2020-04-28T08:30:00+07:00');
    expect((await citizen.get(`/tra-cuu/${number}?ma=${code}`)).status).toBe(200);
  });
});
