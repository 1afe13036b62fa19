import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { historyOf } from '#foundation/history/service.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { visitorOf } from '#test/visitor.ts';
import { signedText } from './service.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());

const get = async (path: string) => (await visitorOf(system)).get(path);

describe('The page that checks receipts', () => {
  test('is one file that loads nothing, sends nothing and runs only its own script', async () => {
    const { status, html, response } = await get('/kiem-tra-bien-nhan');
    expect(status).toBe(200);
    expect(html).not.toMatch(/\ssrc=|<link rel="(?!icon" href="data:)/);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).not.toContain('unsafe');
    const [, script = ''] = /<script type="module">(.*?)<\/script>/s.exec(html) ?? [];
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${hash(script)};`);
    expect(policy).toContain(`style-src ${hash(style)};`);
  });

  test('holds the public keys of the agencies that have signed, whatever they are called', async () => {
    expect((await get('/kiem-tra-bien-nhan')).text).toContain('Chưa đơn vị nào in biên nhận có chữ ký số');
    const { number } = await receivedDossier(system);
    await (await visitorOf(system, 'mot-cua.an-hoa')).get(`/dossiers/${number}/receipt.pdf`);
    const name = '</script><script>alert(1)</script>';
    await system.superuser.query('update unit_keys set agency_name = $1', [name]);
    const { html } = await get('/kiem-tra-bien-nhan');
    const [, json = ''] = /<script type="application\/json" id="published">(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      keys: [{ name, publicKey: expect.stringMatching(/^[\w+/]{43}=$/), to: null }],
      compareAt: 'http://localhost:3000/kiem-tra-bien-nhan/doi-chieu?bn=',
    });
    expect(html).not.toContain(name);
  });
});

describe('The comparison with the log', () => {
  test('tells whoever brings a true receipt, signed in or not, that it agrees', async () => {
    const { number } = await receivedDossier(system);
    const ctx = await actAs(system, 'mot-cua.an-hoa');
    const { id } = await system.db
      .selectFrom('dossiers')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    const text = await signedText(ctx, await historyOf(ctx, 'dossier', id));
    const { text: words } = await get(`/kiem-tra-bien-nhan/doi-chieu?bn=${encodeURIComponent(text)}`);
    expect(words).toContain('Biên nhận thật và khớp với hồ sơ');
  });

  test.each(['', 'MC1*', '🙈', 'A'.repeat(5000)])('says of %j that it is no receipt', async (text) => {
    const { status, text: words } = await get(`/kiem-tra-bien-nhan/doi-chieu?bn=${encodeURIComponent(text)}`);
    expect(status).toBe(200);
    expect(words).toContain('Chưa đọc được mã biên nhận');
  });
});
