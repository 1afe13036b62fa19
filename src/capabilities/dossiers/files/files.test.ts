import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import writeExcel from 'write-excel-file/node';
import type { Context } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import type { UploadedFile } from '#web/http/form-values.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier, receptionOf } from '#test/dossiers.ts';
import { uploadOf } from '#test/uploads.ts';
import { type Visited, visitorOf } from '#test/visitor.ts';
import { receive } from '../intake/service.ts';
import { passOn } from '../service.ts';
import { loadDossier } from '../store.ts';
import { viewDossier } from '../view/service.ts';
import { cleanName, sizeWords } from './rules.ts';
import { addFiles, removeFile } from './service.ts';

let system: TestSystem;
let counter: Context;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  counter = await actAs(system, 'mot-cua.an-hoa');
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const upload = async (bytes: Uint8Array, name = 'quét.pdf', field = 'files'): Promise<UploadedFile> =>
  uploadOf(system, bytes, { name, field });
const toDossier = (number: string) => ({ number, purpose: 'other', paperPosition: null }) as const;

async function dossierWith(bytes: Uint8Array, name?: string) {
  const { number } = await receivedDossier(system);
  await addFiles(counter, toDossier(number), [await upload(bytes, name)]);
  const [file] = (await viewDossier(counter, number)).files;
  if (!file) throw new Error('The file was not kept');
  return { number, file };
}

/** What a browser gets that sends a file of these bytes. */
async function sent(bytes: Uint8Array): Promise<Visited> {
  const { number } = await receivedDossier(system);
  const visitor = await visitorOf(system, 'mot-cua.an-hoa');
  const files = new File([new Uint8Array(bytes)], 'quét.pdf', { type: 'application/pdf' });
  return visitor.post(`/dossiers/${number}/files`, { place: 'other', files });
}

describe('A file of a dossier', () => {
  test('is known by its content, whatever its name says, and keeps a clean name', async () => {
    const { file } = await dossierWith(PNG, '../../etc/giấy\u202E chứng sinh.exe');
    expect(file).toMatchObject({ mediaType: 'image/png', name: 'giấy chứng sinh.png', size: PNG.byteLength });
  });

  test('may be a spreadsheet', async () => {
    const sheet = await writeExcel([[{ value: 'Họ và tên', type: String }]]).toBuffer();
    expect((await dossierWith(new Uint8Array(sheet))).file.name).toBe('quét.xlsx');
  });

  test.each([
    ['a program', Buffer.from('MZ\u0090\u0000this program cannot be run')],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a picture that can hold a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ])('is not %s', async (_, bytes) => {
    const answer = await sent(bytes);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Tệp “quét.pdf” không phải loại tệp được nhận. Hãy gửi PDF, JPEG');
  });

  test('is at most 20 MB', async () => {
    const answer = await sent(Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)]));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Tệp “quét.pdf” lớn hơn 20 MB.');
  });

  test.each([
    ['catalogue of procedures', '{"format": "motcua-procedures/1"}'],
    ['plain text', 'chỉ là chữ'],
  ])('is no %s, which other forms take', async (_, words) => {
    const answer = await sent(Buffer.from(words));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('không phải loại được nhận');
  });

  test('belongs to a paper of the dossier, and to none that it does not have', async () => {
    const { number } = await receivedDossier(system);
    const paper = { number, purpose: 'paper', paperPosition: 1 } as const;
    await addFiles(counter, paper, [await upload(PDF)]);
    expect((await viewDossier(counter, number)).files).toMatchObject([
      { purpose: 'paper', paperPosition: 1 },
    ]);
    await expect(
      addFiles(counter, { ...paper, paperPosition: 40 }, [await upload(PDF)]),
    ).rejects.toMatchObject({
      kind: 'invalid',
    });
  });

  test('that comes with the reception lies with its paper', async () => {
    const input = await receptionOf(counter);
    const scans = [
      await upload(PDF, 'to-khai.pdf', 'papers.0.file'),
      await upload(PNG, 'anh.png', 'papers.6.file'),
    ];
    const { number } = await receive(counter, { ...input, passOnNow: true }, scans);
    const { files, papers } = await viewDossier(counter, number);
    expect(files.map(({ paperPosition }) => papers[paperPosition ?? -1]?.name)).toEqual([
      'Tờ khai đăng ký khai sinh',
      'Giấy tờ tùy thân của người yêu cầu',
      // The picture, and the PDF/A that was made of it.
      'Giấy tờ tùy thân của người yêu cầu',
    ]);
  });

  test('stays in the history when it is removed', async () => {
    const { number, file } = await dossierWith(PDF);
    await removeFile(counter, { number, fileId: file.id });
    expect((await viewDossier(counter, number)).files).toEqual([]);
    const loaded = await loadDossier(system.db, number, 'read');
    const events = await historyOf(counter, 'dossier', loaded?.id ?? 0);
    expect(events.map(({ kind }) => kind)).toEqual(['received', 'file-added', 'file-removed']);
    expect(loaded?.state.sequence).toBe(3);
    await expect(removeFile(counter, { number, fileId: file.id })).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('Who may add and remove files', () => {
  test('only whoever handles the step now', async () => {
    const state = await receivedDossier(system);
    const specialist = await actAs(system, 'tu-phap.an-hoa');
    await expect(addFiles(specialist, toDossier(state.number), [await upload(PDF)])).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const { number, sequence } = state;
    await passOn(counter, { number, sequence, note: '', officerId: null });
    await expect(addFiles(counter, toDossier(number), [await upload(PDF)])).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(addFiles(specialist, toDossier(number), [await upload(PDF)])).resolves.toBeDefined();
  });

  test('nobody of another commune, nor an inspector', async () => {
    const { number, file } = await dossierWith(PDF);
    const other = await actAs(system, 'mot-cua.an-toan');
    await expect(addFiles(other, toDossier(number), [await upload(PDF)])).rejects.toMatchObject({
      kind: 'missing',
    });
    const inspector = await actAs(system, 'thanh-tra');
    await expect(removeFile(inspector, { number, fileId: file.id })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('Looking at a file', () => {
  test('shows a picture in place, in a sandbox, byte for byte', async () => {
    const { number, file } = await dossierWith(PNG, 'ảnh.png');
    const visitor = await visitorOf(system, 'mot-cua.an-hoa');
    const { response } = await visitor.get(`/dossiers/${number}/files/${file.id}`);
    expect(Buffer.from(await response.arrayBuffer()).equals(PNG)).toBe(true);
    const { headers } = response;
    expect(headers.get('content-type')).toBe('image/png');
    expect(headers.get('content-disposition')).toBe(
      `inline; filename="anh.png"; filename*=UTF-8''${encodeURIComponent('ảnh.png')}`,
    );
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  test('only downloads what a browser should not open', async () => {
    const sheet = await writeExcel([[{ value: 'Một', type: String }]]).toBuffer();
    const { number, file } = await dossierWith(new Uint8Array(sheet), 'bảng.xlsx');
    const visitor = await visitorOf(system, 'mot-cua.an-hoa');
    const { response } = await visitor.get(`/dossiers/${number}/files/${file.id}`);
    expect(response.headers.get('content-disposition')).toContain('attachment');
  });

  test('is for readers of the dossier, and by the number it belongs to', async () => {
    const { number, file } = await dossierWith(PDF);
    const other = await visitorOf(system, 'mot-cua.an-toan');
    expect((await other.get(`/dossiers/${number}/files/${file.id}`)).status).toBe(404);
    const own = await receivedDossier(system, { login: 'mot-cua.an-toan' });
    expect((await other.get(`/dossiers/${own.number}/files/${file.id}`)).status).toBe(404);
  });

  test('is recorded for each officer and file, however often within a quarter of an hour', async () => {
    const { number, file } = await dossierWith(PDF);
    await addFiles(counter, toDossier(number), [await upload(PNG, 'ảnh.png')]);
    const other = (await viewDossier(counter, number)).files.find(({ id }) => id !== file.id);
    const look = async (login: string, fileId = file.id) =>
      (await visitorOf(system, login)).get(`/dossiers/${number}/files/${fileId}`);
    const together = ['mot-cua.an-hoa', 'mot-cua.an-hoa', 'chu-tich.an-hoa', 'mot-cua.an-hoa'];
    const answers = await Promise.all(together.map(async (login) => look(login)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await looksAt(number)).toEqual([`chu-tich.an-hoa ${file.id} 1`, `mot-cua.an-hoa ${file.id} 3`]);
    await look('mot-cua.an-hoa', other?.id);
    expect(await looksAt(number)).toHaveLength(3);
    system.setClock('2020-04-29T08:00:00+07:00');
    await look('mot-cua.an-hoa');
    expect(await looksAt(number)).toHaveLength(4);
    await look('mot-cua.an-toan');
    expect(await looksAt(number)).toHaveLength(4);
  });

  test('leads to taking it away, asked first', async () => {
    const { number, file } = await dossierWith(PDF, 'nhầm.pdf');
    const visitor = await visitorOf(system, 'mot-cua.an-hoa');
    const page = await visitor.get(`/dossiers/${number}`);
    expect(page.text).toContain('nhầm.pdf');
    const path = `/dossiers/${number}/files/${file.id}/remove`;
    const done = await visitor.follow(await visitor.send(await visitor.get(path), path));
    expect(done.text).not.toContain('nhầm.pdf');
    expect(done.text).toContain('Đã gỡ tệp');
  });
});

/** Who opened which files of a dossier how often, as the record of reads says. */
async function looksAt(number: string): Promise<readonly string[]> {
  const { rows } = await system.superuser.query<{ look: string }>(
    `select a.login || ' ' || r.detail || ' ' || r.times as look from personal_reads r
     join dossiers d on d.id = r.subject_id join accounts a on a.officer_id = r.officer_id
     where r.subject = 'dossier' and r.manner = 'file-opened' and d.number = $1 order by look`,
    [number],
  );
  return rows.map(({ look }) => look);
}

describe('The name of a file', () => {
  test.each([
    ['C:\\Ảnh\\giấy khai sinh.PDF', 'giấy khai sinh.pdf'],
    ['a/b/.htaccess', 'htaccess.pdf'],
    ['<>:"|?*', 'tep.pdf'],
    ['', 'tep.pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanName(given, 'application/pdf')).toBe(kept);
  });

  test('is followed by its size in words', () => {
    expect([sizeWords(300), sizeWords(40_000), sizeWords(1_500_000)]).toEqual(['1 kB', '39 kB', '1,4 MB']);
  });
});
