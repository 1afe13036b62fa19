import { access, mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from './house.ts';
import { openBusyWorld, type World } from './world.ts';

/** The pictures are drawn anew with HANDBOOK=1; otherwise the pages are only held against what the handbook says. */
const IS_DRAWING = process.env['HANDBOOK'] === '1';
const HANDBOOK = path.resolve('docs/handbook');

type Picture = {
  readonly name: string;
  readonly login: string | null;
  readonly address: (world: World) => string;
  readonly size?: { readonly width: number; readonly height: number };
  /** Words that the handbook relies on. */
  readonly says: readonly string[];
};

const DESK = { width: 1280, height: 860 } as const;

const PICTURES: readonly Picture[] = [
  { name: 'inbox', login: 'mot-cua.an-hoa', address: () => '/inbox', says: ['Của tôi', 'Chờ nhận bàn giao'] },
  {
    name: 'intake',
    login: 'mot-cua.an-hoa',
    address: () => '/intake/dang-ky-khai-sinh',
    says: ['Nộp thay theo ủy quyền', 'Hướng dẫn bổ sung', 'Từ chối tiếp nhận', 'Vì sao hẹn'],
  },
  {
    name: 'dossier',
    login: 'chu-tich.an-hoa',
    address: ({ week }) => `/dossiers/${week.toSign}`,
    says: ['Việc tiếp theo', 'Trả lại bước trước', 'Phân công', 'hiện, ghi lý do'],
  },
  { name: 'returns', login: 'mot-cua.an-hoa', address: () => '/returns', says: ['Trả kết quả'] },
  {
    name: 'lookup',
    login: null,
    address: ({ week, code }) => `/tra-cuu/${week.ready}?ma=${code}`,
    size: { width: 390, height: 860 },
    says: ['Hồ sơ đang ở đâu'],
  },
  { name: 'procedures', login: 'noi-vu', address: () => '/procedures', says: ['Thủ tục hành chính'] },
  { name: 'organisation', login: 'noi-vu', address: () => '/organisation', says: ['Tổ chức vào ngày'] },
  { name: 'calendar', login: 'noi-vu', address: () => '/calendar', says: ['Khai báo ngày', 'Giờ làm việc'] },
];

let house: House;
let world: World;
beforeAll(async () => {
  house = await openHouse();
  world = await openBusyWorld(house.system);
});
afterAll(async () => house.close());

describe.each(PICTURES)('the handbook picture of $name', (picture) => {
  test('shows what the handbook says', async () => {
    const page = await house.visit({ login: picture.login, ...(picture.size ?? DESK) });
    await page.goto(picture.address(world));
    const words = await page.locator('body').innerText();
    for (const said of picture.says) expect(words).toContain(said);
    if (IS_DRAWING) {
      await mkdir(path.join(HANDBOOK, 'images'), { recursive: true });
      await page.screenshot({ path: path.join(HANDBOOK, 'images', `${picture.name}.png`) });
    }
  });
});

test('every picture of the handbook is there', async () => {
  for (const name of await readdir(HANDBOOK)) {
    if (!name.endsWith('.md')) continue;
    const text = await readFile(path.join(HANDBOOK, name), 'utf8');
    for (const [, image = ''] of text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)) {
      await expect(access(path.join(HANDBOOK, image))).resolves.toBeUndefined();
    }
  }
});
