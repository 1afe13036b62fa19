import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Addresses of what a page of one side needs. `fonts` are preloaded; `passkey` and `drawing` only pages that ask for them load. */
export type PageAssets = Readonly<{
  css: string;
  js: string;
  passkey: string;
  /** The drawing program, for officers only. */
  drawing?: Readonly<{ css: string; js: string }>;
  icon: string;
  fonts: readonly string[];
}>;

/** Text that stands inside a page, for the one that must be a single file. */
export type InlineAssets = Readonly<{ script: string; style: string }>;

/** Addresses for the two sides of the house, and what is inside the page that checks receipts. */
export type Assets = Readonly<{ citizen: PageAssets; staff: PageAssets; receiptCheck: InlineAssets }>;

type Manifest = Readonly<Record<string, string>>;

const PRELOADED = [
  'vietnamese-400.woff2',
  'latin-400.woff2',
  'vietnamese-600.woff2',
  'latin-600.woff2',
] as const;

/**
 * Reads the manifest that `scripts/build-assets.mjs` wrote into `folder` and answers addresses under `/assets/`. Names
 * carry a hash of their content, so they may be cached for ever.
 */
export function loadAssets(folder: string): Assets {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const textOf = (name: string) => readFileSync(join(folder, fileOf(manifest, name)), 'utf8');
  return {
    citizen: pageAssets(manifest, 'citizen'),
    staff: { ...pageAssets(manifest, 'staff'), drawing: drawingAssets(manifest) },
    receiptCheck: { script: textOf('receipt-check.js'), style: textOf('receipt-check.css') },
  };
}

function pageAssets(manifest: Manifest, side: 'citizen' | 'staff'): PageAssets {
  const url = (name: string) => `/assets/${fileOf(manifest, name)}`;
  return {
    css: url(`${side}.css`),
    js: url(`${side}.js`),
    passkey: url('passkey.js'),
    icon: url('icon.svg'),
    fonts: PRELOADED.map(url),
  };
}

function drawingAssets(manifest: Manifest) {
  const url = (name: string) => `/assets/${fileOf(manifest, name)}`;
  return { css: url('drawing.css'), js: url('drawing.js') };
}

function fileOf(manifest: Manifest, name: string): string {
  const file = manifest[name];
  if (!file) throw new Error(`Asset ${name} is not in the manifest; run scripts/build-assets.mjs again.`);
  return file;
}
