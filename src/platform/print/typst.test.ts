import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assert, asyncProperty, string } from 'fast-check';
import { fontsOf, lettersOf, textOf } from '#test/pdf.ts';
import { code128Svg, qrSvg } from './codes.ts';
import { coverageOf, loadFonts } from './fonts.ts';
import { printable } from './printable.ts';
import { renderPdf, useOfficeTemplates } from './typst.ts';

const createdAt = new Date('2020-04-28T02:12:00Z');
const covered = coverageOf(loadFonts());

const PLAIN = `#let form = json(bytes(sys.inputs.form))
#set document(title: "Thử", date: auto)
#set text(font: "Tinos", fallback: false, lang: "vi")
#form.words`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mẫu in của cơ quan '));
  mkdirSync(join(folder, 'trial'));
  writeFileSync(join(folder, 'trial', 'plain.typ'), PLAIN);
  writeFileSync(join(folder, 'trial', 'wrong.typ'), '#no-such-name');
  writeFileSync(join(folder, 'trial', 'greedy.typ'), '#read("/../../etc/hostname")');
  useOfficeTemplates(folder);
});
afterAll(() => {
  useOfficeTemplates(null);
  rmSync(folder, { recursive: true });
});

function print(words: string): Promise<Uint8Array> {
  return renderPdf({ template: 'trial/plain', data: { words }, createdAt });
}

describe('a printed document', () => {
  it('is a PDF/A-2a file with its fonts inside', async () => {
    const pdf = await print('Một cửa: Ữ ệ ợ đ ẵ');
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw).toMatch(/pdfaid:part>2</);
    expect(raw).toMatch(/pdfaid:conformance>A</);
    expect(raw).toMatch(/\/Lang ?\(vi/);
    expect(fontsOf(pdf)).toSatisfy((fonts: ReturnType<typeof fontsOf>) =>
      fonts.every((font) => font.isEmbedded),
    );
    expect(fontsOf(pdf)[0]?.name).toContain('Tinos');
    expect(textOf(pdf)).toContain('Một cửa: Ữ ệ ợ đ ẵ');
  });

  it('has the same bytes whenever it is printed again', async () => {
    const [first, second] = [await print('giấy'), await print('giấy')];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('is independent of those printed at the same time', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `Nguyễn Thị B số ${index}.`);
    const together = await Promise.all(names.map(print));
    for (const [index, pdf] of together.entries()) expect(textOf(pdf)).toContain(names[index]);
  });

  it('shows any text as text', async () => {
    await assert(
      asyncProperty(string({ unit: 'binary', maxLength: 200 }), async (words) => {
        expect((await print(words)).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('text on paper', () => {
  it('is composed, so that both ways to write a Vietnamese letter print alike', () => {
    expect(printable('Nguyễn'.normalize('NFD'), covered)).toBe('Nguyễn');
  });

  it('shows a square for what the typeface lacks', () => {
    expect(printable({ names: ['Lê 😀', 'ع'] }, covered)).toEqual({ names: ['Lê □', '□'] });
  });

  it('loses invisible characters that would make it read otherwise than stored', () => {
    expect(printable('ab\u202Edc\u0000\u200D', covered)).toBe('abdc');
  });

  it('keeps its letters when a long run gets places to break', () => {
    const run = 'x'.repeat(5000);
    expect(printable(run, covered)).not.toBe(run);
    expect(lettersOf(String(printable(run, covered)))).toBe(run);
  });
});

describe('an office’s own template', () => {
  it('takes the place of ours at the same path', async () => {
    mkdirSync(join(folder, 'nd61-2018'));
    writeFileSync(join(folder, 'nd61-2018', 'refusal-slip.typ'), PLAIN);
    useOfficeTemplates(folder);
    const pdf = await renderPdf({
      template: 'nd61-2018/refusal-slip',
      data: { words: 'mẫu riêng của huyện' },
      createdAt,
    });
    expect(textOf(pdf)).toContain('mẫu riêng của huyện');
  });

  it('names itself when it is wrong', async () => {
    await expect(renderPdf({ template: 'trial/wrong', data: {}, createdAt })).rejects.toThrow(
      /trial\/wrong.*no-such-name/,
    );
  });

  it('cannot read files outside the templates', async () => {
    await expect(renderPdf({ template: 'trial/greedy', data: {}, createdAt })).rejects.toThrow(
      /trial\/greedy/,
    );
  });

  it.each(['../package', 'trial/plain.typ', 'trial/missing'])('called %s is not found', async (template) => {
    await expect(renderPdf({ template, data: {}, createdAt })).rejects.toThrow(/template/);
  });
});

describe('codes for pages', () => {
  it('carry no inline styles and say what they are', () => {
    expect(qrSvg('https://motcua.example.vn', 'Mã QR "tra cứu"')).toMatch(
      /^<svg role="img" aria-label="Mã QR &quot;tra cứu&quot;" /,
    );
    expect(code128Svg('000.28.14.H08-200428-0012')).toMatch(/^<svg aria-hidden="true" /);
    expect(`${qrSvg('a')}${code128Svg('a')}`).not.toMatch(/style|<script|\son/i);
  });
});
