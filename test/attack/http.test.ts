import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TUESDAY_MORNING } from '#test/database.ts';
import { openSession } from '#test/session.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';
import { appOf } from './routes.ts';
import { type AttackedWorld, openAttackedWorld, PDF, SECRETS } from './world.ts';

let world: AttackedWorld;
let stranger: Visitor;
beforeAll(async () => {
  world = await openAttackedWorld();
});
afterAll(async () => world.system.close());
beforeEach(async () => {
  world.system.setClock(TUESDAY_MORNING);
  stranger = await visitorOf(world.system);
});

describe('A forged request', () => {
  test.each([
    '/assets/..%2fpackage.json',
    '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
    '/assets/none.js',
    '/assets/a.map',
  ])('%s gives nothing of the server away', async (address) => {
    const { status, html } = await stranger.get(address);
    expect(status).toBe(404);
    expect(html).not.toContain('dependencies');
  });

  test.each(['__proto__', 'constructor', 'toString', 'papers.0.__proto__'])(
    'with a field called %s is a form like any other',
    async (name) => {
      const { status } = await stranger.post('/tra-cuu', { [name]: 'x', number: 'x', code: 'x' });
      expect(status).toBe(422);
    },
  );

  test('with a spoilt cookie of a notice still shows the page', async () => {
    const response = await appOf(world.system).request('http://localhost/tra-cuu', {
      headers: { cookie: 'motcua_notice=%25; motcua_session=%E0%A4' },
    });
    expect(response.status).toBe(200);
  });

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
  ])('cannot send somebody from signing in to %j', async (next) => {
    const officer = await visitorOf(world.system, 'mot-cua.an-hoa');
    expect((await officer.get(`/sign-in?next=${encodeURIComponent(next)}`)).location).toBe('/desk');
  });

  test('with another host in its head leads nowhere else', async () => {
    const response = await appOf(world.system).request('http://evil.example/desk', {
      headers: { 'x-forwarded-host': 'evil.example' },
    });
    expect(response.headers.get('location')).toBe('/sign-in?next=%2Fdesk');
  });

  test('too large to come from a stranger is refused, from an officer it is not', async () => {
    const body = new URLSearchParams({ number: 'x'.repeat(200_000), code: 'x' });
    const send = async (cookie: string) =>
      appOf(world.system).request('http://localhost/tra-cuu', { method: 'POST', body, headers: { cookie } });
    expect((await send('')).status).toBe(403);
    expect((await send(`motcua_session=${await openSession(world.system, 'mot-cua.an-hoa')}`)).status).toBe(
      422,
    );
  });

  test('answers with a policy that lets no foreign script run', async () => {
    for (const address of ['/', '/sign-in', '/desk', '/khong-co', `/tra-cuu/${world.target.number}`]) {
      const { headers } = (await stranger.get(address)).response;
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('Guessing at the look-up', () => {
  const guess = async (code: string) => stranger.post('/tra-cuu', { number: world.target.number, code });

  test('tells a wrong number and a wrong code alike, and nothing of the dossier', async () => {
    const wrongCode = await guess('AAAAAAAA');
    const wrongNumber = await stranger.post('/tra-cuu', {
      number: '000.17.22.H08-200428-9999',
      code: 'AAAAAAAA',
    });
    const plain = ({ text }: { readonly text: string }) => text.replaceAll(/000\.17\S+/g, '');
    expect(plain(wrongCode)).toBe(plain(wrongNumber));
    expect(wrongCode.text).not.toContain('Nguyễn');
  });

  test('many at once come no further than the limit, and then the right code waits too', async () => {
    world.system.setClock('2020-04-28T09:00:00+07:00');
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, at) => guess(`AAAA${String(1000 + at)}`)),
    );
    expect(answers.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(20);
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(40);
    expect((await guess(world.target.checkCode)).status).toBe(429);
    world.system.setClock('2020-04-28T10:00:00+07:00');
    expect((await guess(world.target.checkCode)).status).toBe(303);
  });

  test('what the right code shows has no particulars', async () => {
    const { html } = await stranger.get(`/tra-cuu/${world.target.number}?ma=${world.target.checkCode}`);
    for (const secret of Object.values(SECRETS)) expect(html).not.toContain(secret);
  });
});

describe('An upload in disguise', () => {
  test.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a program', 'MZ\u0090\u0000\u0003'],
    ['nothing known', 'chỉ là chữ'],
  ])('%s called .pdf is not kept', async (_what, content) => {
    const form = new FormData();
    form.set('place', 'other');
    form.set('files', new File([content], 'don.pdf', { type: 'application/pdf' }));
    expect(await upload(form)).toBe(422);
  });

  test('a page behind the end of a PDF is not kept', async () => {
    const form = new FormData();
    form.set('place', 'other');
    form.set('files', new File([PDF, '<script>alert(1)</script>'], 'don.pdf'));
    expect(await upload(form)).toBe(422);
  });

  test('a PDF that calls itself a page is shown as nothing but a PDF', async () => {
    const form = new FormData();
    form.set('place', 'other');
    const name = `"><script>alert(1)</script>\r\nSet-Cookie: a=b.html`;
    form.set('files', new File([PDF], name, { type: 'text/html' }));
    expect(await upload(form)).toBe(303);
    const officer = await visitorOf(world.system, 'mot-cua.an-hoa');
    const { response } = await officer.get(
      `/dossiers/${world.target.number}/files/${world.target.fileId + 1}`,
    );
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('content-disposition')).toMatch(
      /^inline; filename="[\w.() -]+\.pdf"; filename\*=UTF-8''[\w.%~!-]+\.pdf$/,
    );
  });

  async function upload(body: FormData): Promise<number> {
    const cookie = `motcua_session=${await openSession(world.system, 'mot-cua.an-hoa')}`;
    const address = `http://localhost/dossiers/${world.target.number}/files`;
    return (await appOf(world.system).request(address, { method: 'POST', body, headers: { cookie } })).status;
  }
});
