import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOOKUP_LIMIT } from '#capabilities/dossiers/lookup/rules.ts';
import { hashPassword } from '#foundation/access/passwords/argon2.ts';
import { receivedDossier, receptionOf } from '../dossiers.ts';
import { actAs } from '../cast.ts';
import { complaintsOf, type House, openHouse } from './house.ts';
import { seedWeek, type Week } from './seed.ts';

const PASSWORD = 'cây đa bến nước sân đình';

let house: House;
let week: Week;

beforeAll(async () => {
  house = await openHouse();
  week = await seedWeek(house.system);
});
afterAll(async () => house.close());

async function codeOf(number: string): Promise<string> {
  const { rows } = await house.system.superuser.query<{ check_code: string }>(
    'select check_code from dossiers where number = $1',
    [number],
  );
  return rows[0]?.check_code ?? '';
}

describe('Somebody who guesses the code of a receipt', () => {
  test('is stopped after a few, also with the right one, and may try again later', async () => {
    const page = await house.visit({ width: 360 });
    for (let guess = 0; guess < LOOKUP_LIMIT.attempts; guess += 1) {
      await page.goto(`/tra-cuu/${week.ready}?ma=AAAA${String(guess).padStart(4, '2')}`);
    }
    const right = `/tra-cuu/${week.ready}?ma=${await codeOf(week.ready)}`;
    const stopped = await page.goto(right);
    expect(stopped?.status()).toBe(429);
    expect(await page.getByRole('alert').innerText()).toContain('Bạn đã nhập sai quá nhiều lần');
    const later = new Date(house.system.clock().getTime() + LOOKUP_LIMIT.minutes * 60_000 + 1000);
    house.system.setClock(later.toISOString());
    expect((await page.goto(right))?.status()).toBe(200);
    await page.getByText('Mời bạn đến nhận').waitFor();
  });
});

describe('The session of an officer', () => {
  test('begins at the form and lies in a cookie that scripts cannot read and other sites cannot send', async () => {
    await house.system.superuser.query(
      'update accounts set password_hash = $1, must_change_password = false where login = $2',
      [await hashPassword(PASSWORD), 'mot-cua.an-hoa'],
    );
    // A browser throws cookies of the past away, so the clock of the house is the browser's for once.
    house.system.setClock(new Date().toISOString());
    const page = await house.visit();
    await page.goto('/inbox');
    await page.getByLabel('Tên đăng nhập').fill('mot-cua.an-hoa');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Việc cần làm' }).waitFor();
    const cookies = await page.context().cookies();
    expect(cookies.length).toBeGreaterThan(0);
    for (const { httpOnly, sameSite } of cookies)
      expect({ httpOnly, sameSite }).toEqual({ httpOnly: true, sameSite: 'Lax' });
    expect(await page.evaluate('document.cookie')).toBe('');
  });

  test('ends when the person leaves, and Back shows nothing any more', async () => {
    const page = await house.visit({ login: 'tu-phap.an-hoa' });
    await page.goto('/inbox');
    await page.locator('summary').filter({ hasText: 'Chuyên viên Tư pháp' }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/inbox'));
    await page.goto('/inbox');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });
});

describe('Pages with personal data', () => {
  test('are kept by no cache', async () => {
    const page = await house.visit({ login: 'mot-cua.an-hoa' });
    const addresses = [
      '/inbox',
      `/dossiers/${week.fresh}`,
      `/dossiers/${week.fresh}/receipt.pdf`,
      '/search?q=nguyen',
      '/search.json?q=nguyen',
      '/applicants.json?q=dinh',
      '/dossiers?format=csv',
      `/tra-cuu/${week.fresh}?ma=${await codeOf(week.fresh)}`,
    ];
    for (const address of addresses) {
      const response = await page.request.get(address);
      const isKept = !response.headers()['cache-control']?.includes('no-store');
      expect({ address, status: response.status(), isKept }).toEqual({ address, status: 200, isKept: false });
    }
  });

  test('hand no address with a code on to other sites', async () => {
    const page = await house.visit();
    const response = await page.request.get(`/tra-cuu/${week.fresh}?ma=${await codeOf(week.fresh)}`);
    expect(response.headers()['referrer-policy']).toBe('no-referrer');
  });
});

describe('What people type', () => {
  test('stands on the pages as text, whatever it is', async () => {
    const ctx = await actAs(house.system, 'mot-cua.an-hoa');
    const { applicant } = await receptionOf(ctx);
    const fullName = '<img src=x onerror="document.title=1">Đinh Văn A';
    const { number } = await receivedDossier(house.system, {
      change: { applicant: { ...applicant, fullName } },
    });
    const page = await house.visit({ login: 'mot-cua.an-hoa' });
    const complaints = complaintsOf(page);
    for (const address of [
      `/dossiers/${number}`,
      '/inbox?tab=unit',
      '/dossiers',
      `/intake/received/${number}`,
    ]) {
      await page.goto(address);
      await page.getByText(fullName).first().waitFor();
      expect(await page.locator('img[src=x]').count()).toBe(0);
    }
    expect(complaints).toEqual([]);
  });

  test('cannot become a script: the policy runs none that is written into a page', async () => {
    const page = await house.visit();
    await page.goto('/');
    const ran = await page.evaluate(`(() => {
      const script = document.createElement('script');
      // Browsers that know trusted types do not even let a text into a script.
      try { script.textContent = 'window.hasRun = true'; } catch (error) { if (!(error instanceof TypeError)) throw error; }
      document.body.append(script);
      return window.hasRun === true;
    })()`);
    expect(ran).toBe(false);
  });
});
