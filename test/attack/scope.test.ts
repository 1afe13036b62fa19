import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actAs } from '#test/cast.ts';
import { visitorOf } from '#test/visitor.ts';
import { appOf } from './routes.ts';
import { type AttackedWorld, openAttackedWorld, SECRETS } from './world.ts';

let world: AttackedWorld;
let unit = 0;
beforeAll(async () => {
  world = await openAttackedWorld();
  unit = (await actAs(world.system, 'mot-cua.an-hoa')).actor?.post.unitId ?? 0;
});
afterAll(async () => world.system.close());

/** Lists, books, searches and their files, asked for what is An Hòa's. */
const QUESTIONS: readonly ((unit: number, number: string) => string)[] = [
  (id) => `/dossiers?unit=${id}`,
  (id) => `/dossiers?unit=${id}&format=csv`,
  (id) => `/dossiers?unit=${id}&state=open&page=1&sort=number`,
  () => `/dossiers?q=%25&format=csv`,
  () => `/dossiers?q=_______`,
  () => `/inbox?tab=unit&q=nguyen`,
  () => `/inbox?tab=unit&format=csv`,
  (id) => `/tracking-book?unit=${id}&from=2020-01-01&to=2020-12-31`,
  (id) => `/tracking-book?unit=${id}&from=2020-01-01&to=2020-12-31&format=csv`,
  () => `/slips?q=dinh&format=csv`,
  (_, number) => `/search?q=${number}`,
  (_, number) => `/search.json?q=${number}`,
  () => `/search.json?q=${SECRETS.idNumber}`,
  () => `/returns?q=nguyen`,
  () => `/handovers`,
];

describe('A list narrowed to another unit', () => {
  test.each(['mot-cua.an-toan', 'chuyen-vien.tu-phap', 'truong-phong.tai-chinh', 'quan-tri'])(
    'shows %s nothing of it',
    async (login) => {
      const visitor = await visitorOf(world.system, login);
      for (const question of QUESTIONS) {
        const address = question(unit, world.target.number);
        // A search says again what was searched for, and nothing more.
        const { html } = await visitor.get(address);
        const found = ['Nguyễn Thị B', 'Đinh Văn A', `/dossiers/${world.target.number}`].filter((one) =>
          html.includes(one),
        );
        expect([address, found]).toEqual([address, []]);
      }
    },
  );

  test('shows its own counter what it asks for, so that the question is a good one', async () => {
    const own = await visitorOf(world.system, 'mot-cua.an-hoa');
    expect((await own.get(`/dossiers?unit=${unit}&format=csv`)).html).toContain('Nguyễn Thị B');
    expect((await own.get(`/search.json?q=${world.target.number}`)).html).toContain(world.target.number);
  });
});

describe('The search for applicants', () => {
  test('knows no patterns and gives numbers only to whoever has one', async () => {
    const neighbour = await visitorOf(world.system, 'mot-cua.an-toan');
    for (const q of ['%', '%%', '__', '\\', `'`, 'n%']) {
      expect((await neighbour.get(`/applicants.json?q=${encodeURIComponent(q)}`)).html).toBe('[]');
    }
    const byName = (await neighbour.get('/applicants.json?q=nguyen+thi')).html;
    for (const secret of [SECRETS.idNumber, SECRETS.phone, SECRETS.email])
      expect(byName).not.toContain(secret);
    const id = /"value":"(\d+)"/.exec(byName)?.[1] ?? '';
    const form = (await neighbour.get(`/intake/${world.target.slug}?applicant=${id}&who=052000000000`)).html;
    for (const secret of [SECRETS.idNumber, SECRETS.phone, SECRETS.email]) expect(form).not.toContain(secret);
  });
});

describe('An address that a client writes itself', () => {
  test('is not believed: many made-up hops before the last count as one place', async () => {
    const guess = async (hop: string) => {
      const body = new URLSearchParams({ number: world.target.number, code: 'AAAAAAAA' });
      const headers = { 'x-forwarded-for': `${hop}, 203.0.113.9` };
      return (
        await appOf(world.system).request('http://localhost/tra-cuu', { method: 'POST', body, headers })
      ).status;
    };
    const answers: number[] = [];
    for (let at = 0; at < 24; at += 1) answers.push(await guess(`198.51.100.${at}`));
    expect(answers.slice(0, 20).every((status) => status === 422)).toBe(true);
    expect(answers.slice(20).every((status) => status === 429)).toBe(true);
  });
});
