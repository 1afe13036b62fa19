import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
};

type Asset = {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly zipped: Uint8Array<ArrayBuffer> | null;
  readonly type: string;
};

/** The built stylesheets, scripts and fonts. Their names carry a hash, so browsers keep them for ever. */
export function assetRoutes(folder: string) {
  const assets = new Map<string, Asset>();
  return new Hono<AppEnv>().get('/assets/:name{[\\w.-]+}', async (c) => {
    const name = c.req.param('name');
    const asset = assets.get(name) ?? (await load(folder, name));
    // No page of ours: whoever asks is a browser with an old page, and nobody is known here yet.
    if (!asset) return c.text('Không có tệp này.', 404);
    assets.set(name, asset);
    c.header('Content-Type', asset.type);
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    c.header('Vary', 'Accept-Encoding');
    const zipped = c.req.header('accept-encoding')?.includes('gzip') ? asset.zipped : null;
    if (zipped) c.header('Content-Encoding', 'gzip');
    return c.body(zipped ?? asset.plain);
  });
}

async function load(folder: string, name: string): Promise<Asset | null> {
  const type = TYPES[path.extname(name)];
  if (type === undefined) return null;
  try {
    const plain = new Uint8Array(await readFile(path.join(folder, name)));
    return { plain, type, zipped: type === 'font/woff2' ? null : new Uint8Array(gzipSync(plain)) };
  } catch {
    // No such asset in this release: an old page asks for it.
    return null;
  }
}
