import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { contentDisposition, fileAnswer } from './file-answer.ts';

const BYTES = Buffer.from('0123456789');

async function ask(range?: string, mediaType = 'image/png') {
  const response = await fileAnswer(
    {
      name: 'ảnh.png',
      mediaType,
      size: BYTES.length,
      disposition: 'inline',
      open: async (part) =>
        Readable.from([part === undefined ? BYTES : BYTES.subarray(part.start, part.end + 1)]),
    },
    range,
  );
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('A part of a file', () => {
  test.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-50', '0123456789', 'bytes 0-9/10'],
    ['bytes=5-500', '56789', 'bytes 5-9/10'],
  ])('is handed out for %s', async (range, text, place) => {
    const answer = await ask(range);
    expect([answer.status, answer.text, answer.headers.get('content-range')]).toEqual([206, text, place]);
    expect(answer.headers.get('content-length')).toBe(String(text.length));
  });

  test.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('does not exist for %s', async (range) => {
    const answer = await ask(range);
    expect([answer.status, answer.text, answer.headers.get('content-range')]).toEqual([
      416,
      '',
      'bytes */10',
    ]);
  });

  test.each([undefined, '', 'bytes=', 'bytes=-', 'bytes=4-2', 'bytes=0-1,3-4', 'pages=1-2', 'bytes=a-b'])(
    'is the whole for %j',
    async (range) => {
      const answer = await ask(range);
      expect([answer.status, answer.text, answer.headers.get('content-length')]).toEqual([
        200,
        String(BYTES),
        '10',
      ]);
    },
  );
});

test('a file may do nothing in the browser, and only a PDF is shown without a sandbox', async () => {
  for (const type of ['image/png', 'image/jpeg', 'application/pdf', 'text/html']) {
    const policy = (await ask(undefined, type)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script');
    expect(policy.startsWith('sandbox; ')).toBe(type !== 'application/pdf');
  }
});

test.each([
  [
    'Đơn (1) "a".pdf',
    `inline; filename="don (1) _a_.pdf"; filename*=UTF-8''%C4%90%C6%A1n%20%281%29%20%22a%22.pdf`,
  ],
  [
    'a\r\nSet-Cookie: b.pdf',
    `inline; filename="a set-cookie_ b.pdf"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20b.pdf`,
  ],
  ["a'*\uD800.pdf", `inline; filename="a_.pdf"; filename*=UTF-8''a%27%2A%EF%BF%BD.pdf`],
])('the name %j is told in plain letters and as it is', (name, header) => {
  expect(contentDisposition('inline', name)).toMatch(
    /^inline; filename="[\w.() -]+"; filename\*=UTF-8''[\w.%~!-]+$/,
  );
  expect(contentDisposition('inline', name).split('filename*=')[1]).toBe(header.split('filename*=')[1]);
});
