import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadAssets } from './assets.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-assets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FONTS = ['vietnamese-400', 'latin-400', 'vietnamese-600', 'latin-600'].map((name) => `${name}.woff2`);
const INLINE = ['receipt-check.js', 'receipt-check.css'];
const NAMES = [
  'citizen.css',
  'citizen.js',
  'staff.css',
  'staff.js',
  'passkey.js',
  'drawing.js',
  'drawing.css',
  'icon.svg',
  ...FONTS,
  ...INLINE,
];

function writeManifest(names: readonly string[]): void {
  const manifest = Object.fromEntries(names.map((name) => [name, `hashed-${name}`]));
  for (const name of INLINE) writeFileSync(join(folder, `hashed-${name}`), `text of ${name}`);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
}

describe('the assets of a page', () => {
  it('are addressed under /assets/ by their hashed names, each side its own', () => {
    writeManifest(NAMES);
    const assets = loadAssets(folder);
    expect(assets.staff.css).toBe('/assets/hashed-staff.css');
    expect(assets.citizen.js).toBe('/assets/hashed-citizen.js');
    expect(assets.staff.drawing?.js).toBe('/assets/hashed-drawing.js');
    expect(assets.citizen.drawing).toBeUndefined();
    expect(assets.receiptCheck).toEqual({
      script: 'text of receipt-check.js',
      style: 'text of receipt-check.css',
    });
    expect(assets.citizen.fonts).toHaveLength(4);
  });

  it('must all have been built', () => {
    writeManifest(NAMES.filter((name) => name !== 'staff.js'));
    expect(() => loadAssets(folder)).toThrow('staff.js');
  });
});
