/** Reads printed files the way other programs do. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './tools.ts';

/** The text in the order it was set, words parted by single spaces. */
export function textOf(pdf: Uint8Array): string {
  return runTool('pdftotext', ['-raw', '-', '-'], pdf).replaceAll(/\s+/gu, ' ');
}

/** The text without any white space, so that line breaks do not matter. */
export function lettersOf(text: string): string {
  return text.normalize('NFC').replaceAll(/[\s\u200B]+/gu, '');
}

/** Phrases that do not stand on the paper, wherever its lines break. */
export function missingFrom(pdf: Uint8Array, phrases: readonly string[]): readonly string[] {
  const letters = lettersOf(textOf(pdf));
  return phrases.filter((phrase) => !letters.includes(lettersOf(phrase)));
}

/** Pages of the file. */
export function pageCountOf(pdf: Uint8Array): number {
  return Number(/^Pages:\s+(\d+)$/m.exec(runTool('pdfinfo', ['-'], pdf))?.[1]);
}

/** Every embedded-or-not font: its name and whether it is inside the file. */
export function fontsOf(pdf: Uint8Array): readonly { readonly name: string; readonly isEmbedded: boolean }[] {
  const [, , ...rows] = runTool('pdffonts', ['-'], pdf).trimEnd().split('\n');
  return rows.map((row) => ({
    name: row.split(/\s+/)[0] ?? '',
    isEmbedded: /\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(row)?.[1] === 'yes',
  }));
}

/** What a scanner reads from the pages printed at 200 dots an inch, as `QR-Code:…` and `CODE-128:…`. */
export function codesOn(pdf: Uint8Array): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'print-'));
  try {
    writeFileSync(join(folder, 'slip.pdf'), pdf);
    runTool('pdftoppm', ['-r', '200', '-gray', join(folder, 'slip.pdf'), join(folder, 'page')]);
    const pages = readdirSync(folder).filter((name) => name.endsWith('.pgm'));
    return pages.sort().flatMap((page) =>
      runTool('zbarimg', ['-q', join(folder, page)])
        .trim()
        .split('\n'),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
