import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codesOn } from '../pdf.ts';
import { complaintsOf, type House, openHouse } from './house.ts';
import { keyboardOf } from './keys.ts';

const PERSON = { idNumber: '052099000777', fullName: 'Đinh Thị Mẫu', phone: '0905000777' } as const;

let house: House;
const complaints: (readonly string[])[] = [];

beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => house.close());

/** A window whose complaints count. */
async function open(options: Parameters<House['visit']>[0]): Promise<Page> {
  const page = await house.visit(options);
  complaints.push(complaintsOf(page));
  return page;
}

describe('A burial allowance, received in An Hòa by keyboard alone, decided at the district', () => {
  lifeOf({ script: true, receive: receiveByKeyboard });

  test('makes the browser complain of nothing', () => {
    expect(complaints.flat()).toEqual([]);
  });
});

describe('The same without any script', () => {
  lifeOf({ script: false, receive: receiveByForm });
});

type Life = { readonly script: boolean; readonly receive: () => Promise<string> };

function lifeOf({ script, receive }: Life): void {
  let number: string;
  let address: string;

  test('is received and gets a number and a date', async () => {
    house.system.setClock('2020-04-28T08:00:00+07:00');
    number = await receive();
    expect(number).toMatch(/^000\.17\.22\.H08-200428-\d{4}$/);
  });

  test('has a receipt whose QR code leads to the page of the citizen and whose barcode is the number', async () => {
    const page = await open({ login: 'mot-cua.an-hoa' });
    const receipt = await page.request.get(`/dossiers/${number}/receipt.pdf`);
    const codes = codesOn(await receipt.body());
    expect(codes).toContain(`CODE-128:${number}`);
    address = codes.find((code) => code.startsWith('QR-Code:'))?.slice('QR-Code:'.length) ?? '';
    expect(address).toMatch(new RegExp(`^${house.url}/tra-cuu/${number}\\?ma=[A-Z0-9]{8}#bn=\\S+$`));
  });

  test('is followed on a phone with the code of the receipt', async () => {
    const phone = await open({ width: 360, script });
    await phone.goto(address);
    expect(await phone.getByRole('heading', { level: 1 }).textContent()).toBe('Hỗ trợ chi phí mai táng');
    expect(await textOf(phone)).toContain('xã An Hòa đang xử lý');
    expect(await textOf(phone)).not.toContain(PERSON.fullName);
    expect(await textOf(phone)).not.toContain(PERSON.phone);
  });

  test('is worked on in the commune and handed over to the district', async () => {
    house.system.setClock('2020-04-28T10:00:00+07:00');
    const specialist = await atDossier('van-hoa-xa-hoi.an-hoa');
    await claim(specialist);
    await passOn(specialist);
    const chairman = await atDossier('chu-tich.an-hoa');
    await passOn(chairman);
    expect(await textOf(chairman)).toContain('chưa xác nhận đã nhận');
    const phone = await open({ width: 360, script });
    await phone.goto(address);
    expect(await textOf(phone)).toContain('đang được chuyển đến');
  });

  test('is taken over by the district with the list of what came in', async () => {
    house.system.setClock('2020-04-29T08:00:00+07:00');
    const page = await open({ login: 'chuyen-vien.lao-dong', script });
    await page.goto('/handovers');
    await page.getByRole('checkbox', { name: `Chọn hồ sơ ${number}` }).check();
    await page.getByRole('button', { name: 'Xác nhận đã nhận các hồ sơ đã chọn' }).click();
    await page.getByText('Đã thực hiện 1 trong 1 hồ sơ').first().waitFor();
    await openDossier(page);
    await passOn(page);
    expect(await textOf(page)).toContain('Ký quyết định hỗ trợ');
  });

  test('gets its result from the chairman of the district, who hands it back', async () => {
    house.system.setClock('2020-05-04T09:00:00+07:00');
    const page = await atDossier('chu-tich.huyen');
    await take(page);
    await act(page, { key: 'k', role: 'link', name: 'Nhập kết quả' });
    await page.getByRole('textbox', { name: 'Tên kết quả' }).waitFor();
    await page.getByRole('textbox', { name: /Số, ký hiệu văn bản/ }).fill('412/QĐ-UBND');
    await page.getByRole('button', { name: 'Lưu kết quả' }).click();
    await said(page, 'Đã lưu kết quả giải quyết.');
    await passOn(page);
    expect(await textOf(page)).toContain('412/QĐ-UBND');
  });

  test('is told to the citizen as ready', async () => {
    const counter = await atDossier('mot-cua.an-hoa');
    await take(counter);
    const phone = await open({ width: 360, script });
    await phone.goto(address);
    expect(await textOf(phone)).toContain('Mời bạn đến nhận');
  });

  test('is returned to the person, on time', async () => {
    house.system.setClock('2020-05-05T07:30:00+07:00');
    const page = await atDossier('mot-cua.an-hoa');
    await act(page, { key: 't', role: 'link', name: 'Trả kết quả' });
    await page.getByRole('button', { name: 'Đã trả kết quả' }).click();
    await said(page, 'Đã trả kết quả, hồ sơ hoàn tất.');
    const text = await textOf(page);
    expect(text).toContain('412/QĐ-UBND');
    expect(text).toMatch(/Trước hạn|Đúng hạn/);
    const phone = await open({ width: 360, script });
    await phone.goto(address);
    expect(await textOf(phone)).toContain('Bạn đã nhận kết quả');
  });

  async function atDossier(login: string): Promise<Page> {
    const page = await open({ login, script });
    await openDossier(page);
    return page;
  }

  async function openDossier(page: Page): Promise<void> {
    await page.goto(`/search?q=${number}`);
    if (!page.url().includes('/dossiers/')) await page.getByRole('link', { name: number }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Hỗ trợ chi phí mai táng' }).waitFor();
  }

  /** An act of the dossier's page: its key where there is script, its button where there is none. */
  async function act(
    page: Page,
    how: { key: string; role: 'button' | 'link'; name: string | RegExp },
  ): Promise<void> {
    if (script) await page.keyboard.press(how.key);
    else await page.getByRole('main').getByRole(how.role, { name: how.name }).first().click();
  }

  async function passOn(page: Page): Promise<void> {
    await act(page, { key: 'c', role: 'button', name: /^Chuyển: / });
    await said(page, 'Đã chuyển sang bước sau.');
  }

  async function take(page: Page): Promise<void> {
    await act(page, { key: 'b', role: 'button', name: 'Xác nhận đã nhận bàn giao' });
    await said(page, 'Đã xác nhận nhận bàn giao hồ sơ.');
  }
}

async function claim(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nhận thụ lý' }).click();
  await said(page, 'Bạn đã nhận thụ lý hồ sơ này.');
}

async function said(page: Page, notice: string): Promise<void> {
  await page.getByText(notice).first().waitFor({ timeout: 15_000 });
}

async function textOf(page: Page): Promise<string> {
  return page.getByRole('main').innerText();
}

/** From the inbox to the receipt without a mouse: a known way through every field, and few keys. */
async function receiveByKeyboard(): Promise<string> {
  const page = await open({ login: 'mot-cua.an-hoa' });
  const { type, press, tabTo, strokes } = keyboardOf(page);
  await page.goto('/inbox');
  await press('n');
  await page.waitForURL('**/intake');
  await tabTo('who');
  await type(PERSON.idNumber);
  await press('Tab');
  await type('mai tang');
  await page.locator('[role=listbox] [role=option]').first().waitFor();
  await press('Enter');
  await press('Control+Enter');
  await page.waitForURL('**/intake/ho-tro-chi-phi-mai-tang**');
  await tabTo('applicant.fullName');
  await type(PERSON.fullName);
  await press('Tab');
  await type(PERSON.phone);
  await tabTo('applicant.address');
  await type('Thôn 3, xã An Hòa');
  await tabTo('papers.0.present');
  await press('Space');
  await press('ArrowDown');
  await press('2');
  await press('Control+Enter');
  await isReceived(page);
  expect(strokes().keys, 'keys besides what is typed').toBeLessThanOrEqual(20);
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
}

async function receiveByForm(): Promise<string> {
  const page = await open({ login: 'mot-cua.an-hoa', script: false });
  await page.goto('/intake');
  await page.getByLabel('Người nộp', { exact: true }).fill('052099000888');
  await page.getByLabel('Thủ tục', { exact: true }).fill('mai táng');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  // One procedure of this counter has these words, so the form opens at once.
  await page.getByRole('heading', { level: 1, name: 'Hỗ trợ chi phí mai táng' }).waitFor();
  await page.locator('[name="applicant.fullName"]').fill(PERSON.fullName);
  await page.locator('[name="applicant.phone"]').fill(PERSON.phone);
  await page.locator('[name="applicant.address"]').fill('Thôn 3, xã An Hòa');
  await page.getByLabel('Tờ khai đề nghị hỗ trợ chi phí mai táng', { exact: true }).check();
  await page.getByLabel('Trích lục khai tử hoặc giấy chứng tử', { exact: true }).check();
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  await isReceived(page);
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
}

/** Waits for the page after reception; a form that comes back tells what it did not like. */
async function isReceived(page: Page): Promise<void> {
  await page
    .getByRole('heading', { name: /^(Đã tiếp nhận hồ sơ|Cần sửa trước khi tiếp tục)/ })
    .first()
    .waitFor();
  if (!page.url().includes('/intake/received/')) throw new Error(await page.getByRole('alert').innerText());
}
