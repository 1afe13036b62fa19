import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { htmlAnswer } from './html.ts';

const page = `<!doctype html><p>${'Hồ sơ đã có kết quả. '.repeat(200)}</p>`;
const app = new Hono()
  .get('/', (c) => htmlAnswer(c, page, 200))
  .get('/short', (c) => htmlAnswer(c, '<p>Ngắn</p>', 422));

async function ask(path: string, accepted?: string) {
  const response = await app.request(path, {
    headers: accepted === undefined ? {} : { 'accept-encoding': accepted },
  });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

describe('a page', () => {
  test('comes as the browser takes it, and says so', async () => {
    const gzip = await ask('/', 'gzip, deflate');
    expect(gzip.response.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(gzip.bytes).toString()).toBe(page);
    const brotli = await ask('/', 'gzip, deflate, br, zstd');
    expect(brotli.response.headers.get('content-encoding')).toBe('br');
    expect(brotli.response.headers.get('vary')).toBe('Accept-Encoding');
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(page);
  });

  test.each([undefined, 'identity', 'gzip;q=0', 'br; q=0.0, x-gzip'])(
    'comes as it is to whoever asks with %j',
    async (accepted) => {
      const { response, bytes } = await ask('/', accepted);
      expect(response.headers.get('content-encoding')).toBeNull();
      expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
      expect(bytes.toString()).toBe(page);
    },
  );

  test('that is short comes as it is, with its status', async () => {
    const { response, bytes } = await ask('/short', 'gzip;q=0.5, br');
    expect(response.status).toBe(422);
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(bytes.toString()).toBe('<p>Ngắn</p>');
  });
});
