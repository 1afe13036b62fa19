import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { type FileStore, openFileStore } from '#platform/storage/file-store.ts';
import { PDF, pdfWith } from '#platform/uploads/specimens.fixture.ts';
import { type FormLimits, openUploads } from '#platform/uploads/uploads.ts';
import { silentLog } from '#test/silent-log.ts';
import { testSecrets } from '#test/secrets.ts';
import type { SubmittedForm } from './form-values.ts';
import { readForm } from './read-form.ts';
import { receivingFiles } from './reception.ts';

let folder: string;
let files: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-forms-'));
  files = await openFileStore(folder, testSecrets.fileKeys);
});
afterAll(() => rm(folder, { recursive: true }));
// oxlint-disable-next-line vitest/no-standalone-expect -- it holds after each of these tests
afterEach(async () => expect(await left()).toEqual([]));

const left = (): Promise<string[]> => readdir(join(folder, 'temporary'));

type Answer = { readonly status: number; readonly form: SubmittedForm | null };

/** A place where forms are sent to; `keep` adopts the files as a verb does. */
function receiver(limits: Partial<FormLimits> = {}, options: { keep?: boolean; owner?: null } = {}) {
  const { keep = false, owner = 'a' } = options;
  const uploads = openUploads({ files, log: silentLog, limits, atOnce: { account: 2, process: 3 } });
  let form: SubmittedForm | null = null;
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof HTTPException) return c.body(null, error.status);
    return c.body(null, error instanceof Refusal ? 422 : 500);
  });
  app.use(receivingFiles(uploads, () => owner));
  app.post('/', async (c) => {
    form = await readForm(c);
    if (keep) for (const file of form.files) await files.adopt(file);
    return c.body(null, 204);
  });
  return {
    uploads,
    send: async (body: BodyInit, headers: Readonly<Record<string, string>> = {}): Promise<Answer> => {
      form = null;
      const init = { method: 'POST', body, headers, duplex: 'half' };
      const { status } = await app.request('/', init);
      return { status, form };
    },
  };
}

const BOUNDARY = { 'content-type': 'multipart/form-data; boundary=ab' };
const fileOf = (bytes: Uint8Array, name = 'đơn.pdf'): File => new File([new Uint8Array(bytes)], name);
function formOf(fields: Readonly<Record<string, string | File | readonly (string | File)[]>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one);
  return form;
}

describe('A form with files', () => {
  test('is read with its fields in order, its names in Vietnamese and its files by their content', async () => {
    const body = formOf({
      note: ['một', ' hai\u0000 '],
      none: new File([], ''),
      files: fileOf(PDF, 'Đơn đề nghị (1).PDF'),
    });
    const { form } = await receiver().send(body);
    expect({ ...form?.values }).toEqual({ note: ['một', ' hai '] });
    expect(form?.files).toMatchObject([
      { field: 'files', name: 'Đơn đề nghị (1).PDF', mediaType: 'application/pdf', size: PDF.length },
    ]);
    expect(form?.refused).toEqual({});
  });

  test('leaves what a verb kept and nothing else', async () => {
    const bytes = pdfWith('/Kept true');
    const { form } = await receiver({}, { keep: true }).send(formOf({ a: fileOf(bytes), b: fileOf(PDF) }));
    const [kept] = form?.files ?? [];
    expect(await files.verify(kept?.hash ?? '')).toBe(true);
  });

  test('names each file that is not taken at its field, and takes the others', async () => {
    const body = formOf({
      one: fileOf(Buffer.from('MZ\u0000')),
      two: fileOf(PDF),
      three: fileOf(Buffer.alloc(0)),
    });
    const { form } = await receiver().send(body);
    expect(form?.refused).toEqual({
      one: expect.stringMatching(/^Tệp “đơn.pdf” không phải loại tệp được nhận\. Hãy /),
      three: 'Tệp “đơn.pdf” không có nội dung. Hãy chọn lại tệp.',
    });
    expect(form?.files.map(({ field }) => field)).toEqual(['two']);
  });

  test('says of a file that it is too large and still reads what follows it', async () => {
    const body = formOf({ one: fileOf(Buffer.alloc(3 << 20, 'a')), note: 'sau', two: fileOf(PDF) });
    const { form } = await receiver({ file: 1 << 20 }).send(body);
    expect(form?.refused).toEqual({ one: expect.stringContaining('lớn hơn 1 MB') });
    expect([form?.values['note'], form?.files.length]).toEqual([['sau'], 1]);
  });

  test.each([
    ['many files', { files: 2 }, formOf({ a: [fileOf(PDF), fileOf(PDF), fileOf(PDF)] }), 413],
    ['many fields', { fields: 2 }, formOf({ a: ['1', '2', '3'], b: fileOf(PDF) }), 413],
    ['a long field', { field: 10 }, formOf({ a: '12345678901', b: fileOf(PDF) }), 422],
    ['much of everything', { form: 3000 }, formOf({ a: fileOf(Buffer.alloc(4000)) }), 413],
  ] as const)('is refused with too %s', async (...[, limits, body, status]) => {
    expect((await receiver(limits).send(body)).status).toBe(status);
  });

  test('is refused before it is read when it announces too much', async () => {
    const headers = { ...BOUNDARY, 'content-length': '4000' };
    expect((await receiver({ form: 3000 }).send('--ab', headers)).status).toBe(413);
  });

  test('is for those who signed in', async () => {
    expect((await receiver({}, { owner: null }).send(formOf({ a: fileOf(PDF) }))).status).toBe(422);
  });
});

describe('A form that breaks off', () => {
  const head = '--ab\r\nContent-Disposition: form-data; name="a"; filename="a.pdf"\r\n\r\n%PDF-1.7\n';

  test.each([
    ['in a file', head],
    ['in the head of a part', '--ab\r\nContent-Disp'],
    ['in a field', '--ab\r\nContent-Disposition: form-data; name="a"\r\n\r\nmột'],
    ['before it began', ''],
    ['without its boundary', 'nothing of it'],
    ['after a part without a name', '--ab\r\nContent-Disposition: form-data\r\n\r\na\r\n--ab--'],
  ])('%s is no form and leaves nothing', async (_, body) => {
    expect((await receiver().send(body, BOUNDARY)).status).toBe(422);
  });

  test('because the connection does, leaves nothing', async () => {
    const body = streamOf(head, (controller) => controller.error(new Error('connection reset')));
    expect((await receiver().send(body, BOUNDARY)).status).toBe(422);
  });

  test('because nothing more comes, is given up', async () => {
    const answer = await receiver({ silence: 20 }).send(streamOf(head), BOUNDARY);
    expect(answer.status).toBe(408);
  });

  test('because it never ends, is given up', async () => {
    const endless = new ReadableStream({
      start: (controller) => controller.enqueue(Buffer.from(head)),
      pull: async (controller) => {
        await new Promise((resolve) => setImmediate(resolve));
        controller.enqueue(Buffer.from('a'));
      },
    });
    expect((await receiver({ whole: 50 }).send(endless, BOUNDARY)).status).toBe(408);
  });

  test.each(['multipart/form-data', 'multipart/form-data; boundary=', 'application/json', 'text/plain', ''])(
    'or is of type %j is no form',
    async (type) => {
      expect((await receiver().send(head, { 'content-type': type })).status).toBe(422);
    },
  );
});

describe('Many forms at once', () => {
  test('of one account wait outside from the third on, and places are given back', async () => {
    const { send, uploads } = receiver();
    const [first, second] = [uploads.enter('a'), uploads.enter('a')];
    expect((await send(formOf({ a: fileOf(PDF) }))).status).toBe(503);
    expect((await send(formOf({ a: 'no file' }))).status).toBe(204);
    first?.();
    first?.();
    expect((await send(formOf({ a: fileOf(PDF) }))).status).toBe(204);
    second?.();
    for (let time = 0; time < 5; time += 1) {
      expect((await send(formOf({ a: fileOf(Buffer.from('MZ')) }))).status).toBe(204);
      expect(
        (await send('--ab\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\n', BOUNDARY))
          .status,
      ).toBe(422);
    }
  });

  test('of all accounts together wait outside from the fourth on', async () => {
    const { send, uploads } = receiver();
    for (const owner of ['b', 'c', 'd']) uploads.enter(owner);
    expect((await send(formOf({ a: fileOf(PDF) }))).status).toBe(503);
  });
});

test('a form without files is read as it always was', async () => {
  const { form } = await receiver().send(new URLSearchParams({ a: ' Đỗ ', b: '' }));
  expect({ ...form?.values }).toEqual({ a: [' Đỗ '], b: [''] });
});

/** A body that begins and then does what it is told, or nothing for good. */
function streamOf(
  text: string,
  then: (controller: ReadableStreamDefaultController) => void = () => undefined,
): ReadableStream {
  return new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from(text)),
    pull: async (controller) => {
      then(controller);
      await new Promise(() => undefined);
    },
  });
}
