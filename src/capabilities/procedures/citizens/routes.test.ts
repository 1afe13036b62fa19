import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';

let system: TestSystem;
let citizen: Visitor;
beforeAll(async () => {
  system = await openTestWorld();
  citizen = await visitorOf(system);
});
afterAll(async () => system.close());

describe('somebody who looks for a procedure', () => {
  test('sees occasions in life and every domain before asking', async () => {
    const { html } = await citizen.get('/thu-tuc');
    expect(html).toContain('Sinh con, nuôi con');
    expect(html).toContain('Hộ tịch');
    expect(html).toContain('/thu-tuc/dang-ky-khai-sinh');
  });

  test.each([
    ['lam khai sanh cho con', 'dang-ky-khai-sinh'],
    ['mở quán', 'dang-ky-thanh-lap-ho-kinh-doanh'],
  ])('finds by "%s" first what is meant', async (q, slug) => {
    const { html } = await citizen.get(`/thu-tuc?q=${encodeURIComponent(q)}`);
    const [first] = html.matchAll(/href="\/thu-tuc\/([a-z-]+)"/g);
    expect(first?.[1]).toBe(slug);
  });

  test('is helped on when nothing is found, and nothing is run that was typed', async () => {
    const { status, html } = await citizen.get(`/thu-tuc?q=${encodeURIComponent('<zqwxj>')}`);
    expect(status).toBe(200);
    expect(html).toContain('Hãy thử ít từ hơn');
    expect(html).not.toContain('<zqwxj>');
  });

  test.each(['hộ chiếu', 'bằng lái xe', 'visa', 'máy bay', 'qwxz', 'k'])(
    'is told kindly that "%s" is not done here, and led to occasions in life',
    async (q) => {
      const { status, html } = await citizen.get(`/thu-tuc?q=${encodeURIComponent(q)}`);
      expect(status).toBe(200);
      expect(html).toContain(`Chưa tìm thấy “${q}”`);
      expect(html).toContain('có thể do cơ quan khác giải quyết');
      expect(html).toContain('/thu-tuc/viec/birth');
      expect(html).not.toContain('/thu-tuc/dang-ky-');
    },
  );

  test('sees the procedures of an occasion', async () => {
    expect((await citizen.get('/thu-tuc/viec/marriage')).html).toContain('Đăng ký kết hôn');
    expect((await citizen.get('/thu-tuc/viec/nothing')).status).toBe(404);
  });
});

describe('the page of a procedure', () => {
  test('says what to bring, how long, how much, where, by whom and on what law', async () => {
    const { html } = await citizen.get('/thu-tuc/dang-ky-khai-sinh');
    const words = [
      'Giấy chứng sinh',
      'Chỉ cần trong một số trường hợp',
      'nhận sau 15 giờ',
      'Miễn cho người thuộc gia đình có công với cách mạng',
      'Ủy ban nhân dân xã An Hòa',
      'Thứ Hai đến Thứ Sáu',
      'Bộ phận Một cửa nơi bạn nộp',
      'Luật Hộ tịch',
    ];
    for (const part of words) expect(html).toContain(part);
  });

  test('is missing when there is no such procedure, or only a draft', async () => {
    expect((await citizen.get('/thu-tuc/khong-co')).status).toBe(404);
    expect((await citizen.get('/thu-tuc/cap-nhat-hieu-dinh-thong-tin-ho-kinh-doanh')).status).toBe(404);
  });

  test('warns when the procedure is not in force', async () => {
    const { html } = await citizen.get('/thu-tuc/cong-nhan-ho-ngheo-ho-can-ngheo-thuong-xuyen');
    expect(html).toContain('Áp dụng từ 1/1/2022');
  });

  test.each([
    'dang-ky-khai-sinh',
    'dang-ky-thanh-lap-ho-kinh-doanh',
    'cap-ban-sao-van-bang-chung-chi-tu-so-goc',
  ])('of %s is printed as a posting sheet and as a QR code', async (slug) => {
    const sheet = await citizen.get(`/thu-tuc/${slug}/niem-yet.pdf`);
    expect(sheet.response.headers.get('content-type')).toBe('application/pdf');
    expect(sheet.html.slice(0, 5)).toBe('%PDF-');
    const code = await citizen.get(`/thu-tuc/${slug}/ma-qr.svg`);
    expect(code.html).toContain('<svg');
  });

  test('is printed for the counter that asks, and for no other', async () => {
    const path = '/thu-tuc/dang-ky-khai-sinh/niem-yet.pdf';
    expect((await citizen.get(`${path}?noi=xa-an-toan`)).status).toBe(200);
    expect((await citizen.get(`${path}?noi=phong-noi-vu`)).status).toBe(404);
  });
});
