import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspect } from '#platform/uploads/inspect.ts';
import { pageCountOf } from '#test/pdf.ts';
import { png } from '#test/pictures.ts';
import { runTool } from '#test/tools.ts';
import { archivalPdf, type WrittenPage } from './archival-pdf.ts';
import { pageSizeOf } from './page-size.ts';
import { pictureOf } from './picture-head.ts';

const createdAt = new Date('2020-04-28T02:12:00Z');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'digitise-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function written(...pictures: readonly Buffer[]) {
  const pages: WrittenPage[] = [];
  const job = {
    title: 'Giấy chứng sinh & <bản chính>',
    createdAt,
    pages: pictures.map((bytes) => async () => bytes),
    onPage: (page: WrittenPage) => pages.push(page),
  };
  const pieces: Buffer[] = [];
  for await (const piece of archivalPdf(job)) pieces.push(piece);
  return { pdf: Buffer.concat(pieces), pages };
}

/** A picture as a scanner writes it: one that another program made of a page. */
async function scannedJpeg(): Promise<Buffer> {
  const { pdf } = await written(png(600, 800, { colourType: 2, density: 100 }));
  writeFileSync(join(folder, 'page.pdf'), pdf);
  runTool('pdftoppm', ['-jpeg', '-r', '200', '-singlefile', join(folder, 'page.pdf'), join(folder, 'page')]);
  return readFileSync(join(folder, 'page.jpg'));
}

/** Colours of the first page's middle as another program draws it. */
function drawn(pdf: Buffer): readonly number[] {
  writeFileSync(join(folder, 'seen.pdf'), pdf);
  runTool('pdftoppm', ['-r', '20', '-singlefile', join(folder, 'seen.pdf'), join(folder, 'seen')]);
  const picture = readFileSync(join(folder, 'seen.ppm'));
  return [...picture.subarray(picture.length - 3)];
}

describe('Pages that were scanned', () => {
  test('become one PDF/A-2b, in their order, each as large as the paper', async () => {
    const { pdf, pages } = await written(
      png(1654, 2339, { colourType: 2, density: 200 }),
      png(1011, 638, { colourType: 0, density: 300 }),
    );
    expect(pageCountOf(pdf)).toBe(2);
    const sizes = runTool('pdfinfo', ['-l', '2', '-'], pdf).matchAll(/size:\s+([\d.]+) x ([\d.]+)/g);
    expect(
      Array.from(sizes, ([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))]),
    ).toEqual([
      [595, 842],
      [243, 153],
    ]);
    expect(pages).toEqual([
      { resolution: 200, isColour: true },
      { resolution: 300, isColour: false },
    ]);
    expect((await inspect(pdf)).pdf).toEqual({ pages: 2, version: '1.7', archival: '2b' });
  });

  test('keep a JPEG byte for byte', async () => {
    const jpeg = await scannedJpeg();
    const { pdf } = await written(jpeg);
    expect(pdf.indexOf(jpeg)).toBeGreaterThan(0);
    expect(runTool('pdfinfo', ['-'], pdf)).toMatch(/PDF version:\s+1\.7/);
  });

  test('are the same bytes when they are made again', async () => {
    const page = png(10, 10, { colourType: 2 });
    expect(Buffer.compare((await written(page)).pdf, (await written(page)).pdf)).toBe(0);
  });

  test('carry the name of the paper where programs look for it', async () => {
    const { pdf } = await written(png(10, 10, { colourType: 2 }));
    expect(runTool('pdfinfo', ['-meta', '-'], pdf)).toContain('Giấy chứng sinh &amp; &lt;bản chính&gt;');
  });
});

describe('Every kind of picture', () => {
  test.each([
    ['grey', { colourType: 0 }, [60, 60, 60]],
    ['grey of 16 bits', { colourType: 0, bitDepth: 16 }, [60, 60, 60]],
    ['colours', { colourType: 2 }, [60, 60, 60]],
    ['a palette', { colourType: 3 }, [90, 90, 90]],
    ['grey that shines through', { colourType: 4 }, [209, 209, 209]],
    ['colours that shine through', { colourType: 6 }, [209, 209, 209]],
    ['colours of 16 bits that shine through', { colourType: 6, bitDepth: 16 }, [209, 209, 209]],
  ] as const)('in %s looks as it did, on white paper', async (_, kind, colour) => {
    const { pdf } = await written(png(400, 400, kind));
    for (const [at, value] of drawn(pdf).entries())
      expect(Math.abs(value - (colour[at] ?? 0))).toBeLessThan(4);
  });

  test('that no page can be made of is refused with what to do', async () => {
    const interlaced = png(4, 4, { colourType: 2 });
    interlaced[28] = 1;
    await expect(written(interlaced)).rejects.toThrow(/xen kẽ.*JPEG thông thường/);
    const printed = Buffer.from([
      0xff,
      0xd8,
      0xff,
      0xc0,
      0,
      20,
      8,
      0,
      16,
      0,
      16,
      4,
      ...Array<number>(12).fill(1),
    ]);
    await expect(written(printed)).rejects.toThrow(/CMYK/);
    const short = png(40, 40, { colourType: 2 });
    short.writeUInt32BE(80, 20);
    await expect(written(short)).rejects.toThrow(/thiếu điểm ảnh/);
    const shortAndClear = png(40, 40, { colourType: 6 });
    shortAndClear.writeUInt32BE(80, 20);
    await expect(written(shortAndClear)).rejects.toThrow(/thiếu điểm ảnh/);
  });
});

describe('The size of a page', () => {
  const size = (change: Partial<Parameters<typeof pageSizeOf>[0]>) =>
    pageSizeOf({ ...pictureOf(png(4, 4, { colourType: 2 })), ...change });

  test('is A4 for a photograph, however it was held, and its resolution follows', () => {
    expect(size({ width: 3000, height: 4000, density: 72 })).toMatchObject({ resolution: 362 });
    expect(size({ width: 4000, height: 3000, density: null, orientation: 6 }).width).toBeLessThan(596);
    expect(size({ width: 800, height: 1100, density: null }).resolution).toBe(96);
  });

  test('is what the scanner says when that can be', () => {
    expect(size({ width: 1240, height: 1754, density: 150 }).resolution).toBe(150);
    expect(size({ width: 20_000, height: 100, density: 101 }).resolution).toBeGreaterThan(1000);
  });

  test('turns and mirrors a picture upright, all of it on the page', () => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const { matrix, width, height } = size({ width: 300, height: 200, density: 100, orientation });
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix;
      const corners = [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f]);
      expect([Math.min(...corners.map(([x = 0]) => x)), Math.max(...corners.map(([x = 0]) => x))]).toEqual([
        0,
        width,
      ]);
      expect([
        Math.min(...corners.map(([, y = 0]) => y)),
        Math.max(...corners.map(([, y = 0]) => y)),
      ]).toEqual([0, height]);
    }
  });
});
