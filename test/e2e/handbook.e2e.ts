import { access, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCENES, type Scene } from './handbook-scenes.ts';
import { type House, openHouse } from './house.ts';
import { openBusyWorld, type World } from './world.ts';

/** The pictures are drawn anew with HANDBOOK=1; otherwise the pages are only held against what the handbook says. */
const IS_DRAWING = process.env['HANDBOOK'] === '1';
const HANDBOOK = path.resolve('docs/handbook');

/** Bytes that a picture may weigh: the handbook is read over slow lines. */
const HEAVIEST_PICTURE = 150 * 1024;

let house: House;
let world: World;

beforeAll(async () => {
  house = await openHouse();
  world = await openBusyWorld(house.system);
  if (IS_DRAWING) await mkdir(path.join(HANDBOOK, 'images'), { recursive: true });
});
afterAll(async () => house.close());

describe.each(Object.entries(SCENES))('The page %s of the handbook', (name, scenes) => {
  test('names in bold only what stands on the screens it is about', async () => {
    const screens: string[] = [];
    for (const scene of scenes) screens.push(await visit(scene));
    const text = await readFile(path.join(HANDBOOK, name), 'utf8');
    const named = [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = '']) => words);
    expect(named.filter((words) => !screens.some((screen) => screen.includes(words)))).toEqual([]);
  });

  test('shows pictures that are there, are light, and are drawn by this test', async () => {
    const text = await readFile(path.join(HANDBOOK, name), 'utf8');
    for (const [, image = ''] of text.matchAll(/!\[[^\]]+\]\(images\/([^)]+)\.png\)/g)) {
      expect(scenes.map((scene) => scene.picture)).toContain(image);
      const { size } = await stat(path.join(HANDBOOK, 'images', `${image}.png`));
      expect({ image, isLight: size <= HEAVIEST_PICTURE }).toEqual({ image, isLight: true });
    }
  });
});

test('Every page of the handbook is held against the screens, and its links lead somewhere', async () => {
  const pages = (await readdir(HANDBOOK)).filter((name) => name.endsWith('.md'));
  expect(pages.toSorted()).toEqual(Object.keys(SCENES).toSorted());
  for (const name of pages) {
    const text = await readFile(path.join(HANDBOOK, name), 'utf8');
    for (const [, target = ''] of text.matchAll(/\]\(([^)#]+)[^)]*\)/g)) {
      await expect(access(path.join(HANDBOOK, target))).resolves.toBeUndefined();
    }
  }
});

/** Opens the scene, draws it where that is asked for, and answers every word on it. */
async function visit({
  login,
  address,
  width = 1280,
  height = 760,
  prepare,
  picture,
}: Scene): Promise<string> {
  const page = await house.visit({ login, width, height });
  await page.goto(address(world));
  await prepare?.(page);
  if (IS_DRAWING && picture !== undefined) {
    await page.evaluate('scrollTo(0, 0)');
    await page.screenshot({ path: path.join(HANDBOOK, 'images', `${picture}.png`) });
  }
  const words = await wordsOn(page);
  await page.context().close();
  return words;
}

/** Text also of what is folded, and the words that stand in fields. */
async function wordsOn(page: Page): Promise<string> {
  const text = await page.evaluate<string>(`[
    document.body.textContent,
    ...[...document.querySelectorAll('[aria-label], [placeholder]')].flatMap((element) =>
      ['aria-label', 'placeholder'].map((name) => element.getAttribute(name) ?? '')),
  ].join(' ')`);
  return text.replaceAll(/\s+/g, ' ');
}
