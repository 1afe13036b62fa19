import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressBook } from './addresses.ts';
import type { Entry } from './entry.ts';
import { foreignWordsIn } from './foreign-words.ts';
import { complaintsOf, type House, openHouse, overflowOf, violationsOn } from './house.ts';

/** `SHOTS=folder` keeps a picture of every page there, for looking at them. */
const SHOTS = process.env['SHOTS'];

let house: House;
let book: Readonly<Record<string, Entry>>;

/** The world in which every page is looked at. */
export function withPages(): void {
  beforeAll(async () => {
    house = await openHouse();
    book = await addressBook(house.system);
    if (SHOTS !== undefined) await mkdir(SHOTS, { recursive: true });
  });
  afterAll(async () => house.close());
}

/** That the book lists what there is. */
export function describeBook(): void {
  describe('The address book of the tests', () => {
    test('has every address of the application and no other', () => {
      const pages = house.patterns.filter((pattern) => !pattern.startsWith('/assets/'));
      expect(Object.keys(book).toSorted()).toEqual(pages.toSorted());
    });

    test('leads to pages and files that are there', async () => {
      const wrong: string[] = [];
      for (const { example, kind } of examples()) {
        const { page } = await windowFor(example.login);
        const response = await page.request.get(example.path);
        const type = response.headers()['content-type'] ?? '';
        const isRight = response.status() === 200 && (kind === 'file' || type.startsWith('text/html'));
        if (!isRight)
          wrong.push(`${example.path} as ${example.login ?? 'the public'}: ${response.status()} ${type}`);
      }
      expect(wrong).toEqual([]);
    });
  });
}

/** The parts of the application; each pattern belongs to the last one that it begins with. */
const PARTS = [
  '/',
  '/thu-tuc',
  '/tra-cuu',
  '/dossiers',
  '/intake',
  '/fees',
  '/notifications',
  '/post',
  '/results',
  '/processes',
  '/procedures',
  '/organisation',
  '/people',
  '/calendar',
  '/indicators',
  '/documents',
  '/reports',
  '/report-templates',
  '/report-check',
  '/operations',
] as const;

/** Two files look at the pages side by side, each at every second part, so that neither is last for long. */
export function describePages(turn: 0 | 1): void {
  describe.each(PARTS.filter((_part, index) => index % 2 === turn))('Every page of %s', (part) => {
    test('passes axe, speaks Vietnamese, fits a phone, and the browser complains of nothing', async () => {
      const problems: string[] = [];
      for (const { example, kind, pattern } of examples()) {
        if (kind === 'file' || part !== PARTS.findLast((prefix) => pattern.startsWith(prefix))) continue;
        const found = await problemsAt(await windowFor(example.login), example.path);
        problems.push(
          ...found.map((problem) => `${example.path} as ${example.login ?? 'the public'}: ${problem}`),
        );
      }
      expect(problems).toEqual([]);
    }, 240_000);
  });
}

/** In one run axe looks at each page on a desk or on a phone, by turns; with `WIDTHS=all` or pictures on both. */
const BOTH_WIDTHS = process.env['WIDTHS'] === 'all' || SHOTS !== undefined;
let turn = 0;

/** Opens the page on a desk, on a phone and on the narrowest screen that WCAG 1.4.10 asks for. */
async function problemsAt({ page, complaints }: Window, address: string): Promise<readonly string[]> {
  turn += 1;
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(address);
  await keepPicture(page, address, 1280);
  const onDesk = BOTH_WIDTHS || turn % 2 === 0 ? await violationsOn(page) : [];
  await page.setViewportSize({ width: 360, height: 800 });
  await keepPicture(page, address, 360);
  const onPhone = BOTH_WIDTHS || turn % 2 === 1 ? await violationsOn(page) : [];
  await page.setViewportSize({ width: 320, height: 800 });
  const pixels = await overflowOf(page);
  const tooWide = pixels > 0 ? [`${pixels} px wider than 320 px`] : [];
  return [
    ...new Set([...onDesk, ...onPhone, ...tooWide, ...(await foreignWordsIn(page)), ...complaints.splice(0)]),
  ];
}

type Window = { readonly page: Page; readonly complaints: string[] };
const windows = new Map<string | null, Window>();

/** One window for each person, used for all of their pages. */
async function windowFor(login: string | null): Promise<Window> {
  const known = windows.get(login);
  if (known) return known;
  const page = await house.visit({ login });
  const opened = { page, complaints: complaintsOf(page) };
  windows.set(login, opened);
  return opened;
}

function examples() {
  const only = process.env['PAGES'];
  return Object.entries(book)
    .filter(([pattern]) => only === undefined || pattern.startsWith(only))
    .flatMap(([pattern, { kind, examples: all }]) => all.map((example) => ({ pattern, kind, example })));
}

async function keepPicture(page: Page, address: string, width: number): Promise<void> {
  if (SHOTS === undefined) return;
  const name = address.replaceAll(/[^\w.=-]+/g, '_').slice(0, 120);
  await page.screenshot({ path: path.join(SHOTS, `${name}-${width}.png`), fullPage: true });
}
