import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import type { Context } from '#foundation/context.ts';
import { systemContext } from '#foundation/context.ts';
import { jobHandlers } from '#app/jobs.ts';
import { vaultRecords } from '#capabilities/vault/records.ts';
import { keptOf } from '#capabilities/vault/service.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier, receptionOf } from '#test/dossiers.ts';
import { pageCountOf } from '#test/pdf.ts';
import { type Kind, png } from '#test/pictures.ts';
import { differencesIn } from '#test/records.ts';
import { uploadOf } from '#test/uploads.ts';
import { visitorOf } from '#test/visitor.ts';
import { inTransaction } from '#foundation/context.ts';
import { addFiles, removeFile } from '../files/service.ts';
import { dossierRecords } from '../rebuild/records.ts';
import { receive } from '../intake/service.ts';
import type { DossierState } from '../schema.ts';
import { keepPapers, removeKept, vaultOf } from '../vault/service.ts';
import { viewDossier } from '../view/service.ts';
import { adviceOn, scanWords } from './rules.ts';
import { scansOf } from './service.ts';

let system: TestSystem;
let counter: Context;
beforeAll(async () => {
  system = await openTestWorld();
  counter = await actAs(system, 'mot-cua.an-hoa');
});
afterAll(async () => system.close());

const GOOD: Kind = { colourType: 2, density: 200 };
const picture = async (field = 'files', kind: Kind = GOOD) =>
  uploadOf(system, png(200, 280, kind), { name: 'trang.png', field });

const onPaper = (number: string, position = 0) => ({
  number,
  purpose: 'paper' as const,
  paperPosition: position,
});

async function electronicPapers(number: string) {
  const { id, files } = await viewDossier(counter, number);
  const { byFile, pages } = await scansOf(counter, id);
  return files.flatMap((file) => {
    const scan = byFile.get(file.id);
    return scan ? [{ file, scan, pages: pages.filter(({ scanId }) => scanId === file.id) }] : [];
  });
}

describe('Pictures of a paper', () => {
  test('that come with the reception become one PDF/A with the name of the paper', async () => {
    const reception = await receptionOf(counter);
    const scans = [await picture('papers.0.file'), await picture('papers.0.file')];
    const { number } = await receive(counter, reception, scans);
    const [paper, ...others] = await electronicPapers(number);
    expect(others).toEqual([]);
    expect(paper?.scan).toMatchObject({
      pages: 2,
      archival: '2b',
      resolution: 200,
      isColour: true,
      isMade: true,
    });
    expect(paper?.file).toMatchObject({ paperPosition: 0, mediaType: 'application/pdf' });
    const name = reception.papers[0]?.name.slice(0, 10) ?? '';
    expect(paper?.file.name).toContain(name);
    const bytes = await buffer(await system.files.open(paper?.file.hash ?? ''));
    expect(pageCountOf(bytes)).toBe(2);
  });

  test('that come later are further pages of the same PDF, and go with it', async () => {
    const { number } = await receivedDossier(system);
    await addFiles(counter, onPaper(number), [await picture()]);
    await addFiles(counter, onPaper(number), [await picture('files', { colourType: 0, density: 150 })]);
    const [paper, ...others] = await electronicPapers(number);
    expect(others).toEqual([]);
    expect(paper?.scan).toMatchObject({ pages: 2, resolution: 150, isColour: false });
    const page = paper?.pages[0]?.fileId ?? 0;
    await expect(removeFile(counter, { number, fileId: page })).rejects.toThrow(/một trang của giấy tờ/);
    await removeFile(counter, { number, fileId: paper?.file.id ?? 0 });
    expect((await viewDossier(counter, number)).files).toEqual([]);
    const differences = await differencesIn(
      system,
      await dossierRecords(await systemContext(system, 'test')),
    );
    expect(differences.filter((sentence) => sentence.includes('dossier_files'))).toEqual([]);
  });

  test('of which no page can be made are refused with the file that it was', async () => {
    const { number } = await receivedDossier(system);
    const interlaced = png(4, 4, GOOD);
    interlaced[28] = 1;
    interlaced.writeUInt32BE(crc32(interlaced.subarray(12, 29)), 29);
    const upload = await uploadOf(system, interlaced, { name: 'xen kẽ.png' });
    await expect(addFiles(counter, onPaper(number), [await picture(), upload])).rejects.toMatchObject({
      fields: { files: expect.stringMatching(/“xen kẽ.png” là ảnh PNG kiểu xen kẽ/) },
    });
    expect((await viewDossier(counter, number)).files).toEqual([]);
  });

  test('are seen page by page, and reading them is one reading of the paper', async () => {
    const { number } = await receivedDossier(system);
    await addFiles(counter, onPaper(number), [await picture(), await picture()]);
    const [paper] = await electronicPapers(number);
    const visitor = await visitorOf(system, 'mot-cua.an-hoa');
    const page = await visitor.get(`/dossiers/${number}/files/${paper?.file.id}/preview`);
    expect(page.text).toMatch(/2 trang · PDF\/A-2b · 200 dpi.*Trang 2, 200 dpi/);
    for (const { fileId } of paper?.pages ?? [])
      expect((await visitor.get(`/dossiers/${number}/files/${fileId}`)).status).toBe(200);
    const { rows } = await system.superuser.query(
      `select distinct detail from personal_reads where manner = 'file-opened' and subject_id =
        (select id from dossiers where number = $1)`,
      [number],
    );
    expect(rows).toEqual([{ detail: String(paper?.file.id) }]);
    expect((await visitor.get(`/dossiers/${number}`)).text).not.toContain('trang.png');
  });
});

describe('A PDF that comes', () => {
  test('stays as it is and says what it is', async () => {
    const { number } = await receivedDossier(system);
    const pdf = Buffer.from(
      '%PDF-1.3\n1 0 obj<</Type/Catalog>>endobj\n2 0 obj<</Type/Page>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
    );
    await addFiles(counter, onPaper(number), [await uploadOf(system, pdf)]);
    const [paper] = await electronicPapers(number);
    expect(paper?.scan).toMatchObject({ pages: 1, pdfVersion: '1.3', archival: '', isMade: false });
    expect(await buffer(await system.files.open(paper?.file.hash ?? ''))).toEqual(pdf);
  });
});

describe('What Decree 30/2020 asks of a digitised paper', () => {
  const good = { pdfVersion: '1.7', resolution: 200, isColour: true };
  test.each([
    [good, 0],
    [{ ...good, resolution: 199 }, 1],
    [{ ...good, isColour: false }, 1],
    [{ pdfVersion: '1.3', resolution: null, isColour: null }, 1],
    [{ pdfVersion: '1.4', resolution: null, isColour: null }, 0],
  ])('of %j, %i things are told to be amiss', (scan, count) => {
    expect(adviceOn(scan)).toHaveLength(count);
  });

  test('a PDF that is no PDF/A is called so', () => {
    const scan = { fileId: 1, pages: 3, archival: '', isMade: false, ...good, resolution: null };
    expect(scanWords(scan)).toBe('3 trang · PDF thường');
  });
});

describe('The applicant’s own store', () => {
  const SHEET = { documentNumber: '12', issuedOn: '2020-04-01', issuedBy: 'UBND xã An Hòa', validTo: null };

  /** A dossier with one digitised paper that is kept, and the next reception of the same person. */
  async function kept(change: { readonly validTo?: string } = {}) {
    const reception = await receptionOf(counter);
    const first = await receive(counter, reception, [await picture('papers.0.file')]);
    const name = reception.papers[0]?.name ?? '';
    const { keepable } = await vaultOf(counter, first.number);
    const papers = [{ fileId: keepable[0]?.id ?? 0, paper: { name, ...SHEET, ...change } }];
    await keepPapers(counter, { number: first.number, consent: 'applicant', papers });
    const [item] = (await vaultOf(counter, first.number)).items;
    return { first, reception, name, itemId: item?.id ?? 0 };
  }

  async function again({ reception, itemId }: Awaited<ReturnType<typeof kept>>): Promise<DossierState> {
    const [paper, ...others] = reception.papers;
    if (!paper) throw new Error('The procedure asks for papers');
    const papers = [{ ...paper, taken: true, kind: 'electronic' as const, vaultItemId: itemId }, ...others];
    return receive(counter, { ...reception, papers, confirmedDuplicate: true });
  }

  test('offers a paper again, and taking it is recorded and shown to the person', async () => {
    const world = await kept();
    const visitor = await visitorOf(system, 'mot-cua.an-hoa');
    const form = await visitor.get(
      `/intake/dang-ky-khai-sinh?from=${encodeURIComponent(world.first.number)}`,
    );
    expect(form.text).toContain('Đã có trong kho');
    const { number } = await again(world);
    const [paper] = await electronicPapers(number);
    expect(paper?.scan).toMatchObject({ pages: 1, archival: '2b' });
    const { items } = await vaultOf(counter, number);
    expect(items[0]?.uses).toMatchObject([{ number }]);
    const { detail } = await viewDossier(counter, number);
    const citizen = await (await visitorOf(system)).get(`/tra-cuu/${number}?ma=${detail.checkCode}`);
    expect(citizen.text).toMatch(/Giấy tờ của tôi đang được lưu.*Lấy giấy tờ trong kho của bạn/);
    expect(citizen.text).toContain(world.name);
    expect(await differencesIn(system, vaultRecords)).toEqual([]);
  });

  test('offers nothing that has run out, and does not let it be taken', async () => {
    const world = await kept({ validTo: '2020-04-27' });
    const visitor = await visitorOf(system, 'mot-cua.an-hoa');
    const form = await visitor.get(
      `/intake/dang-ky-khai-sinh?from=${encodeURIComponent(world.first.number)}`,
    );
    expect(form.text).not.toContain('Đã có trong kho');
    await expect(again(world)).rejects.toThrow(/hết giá trị/);
  });

  test('gives nobody’s paper to somebody else', async () => {
    const world = await kept();
    const other = { ...world, reception: await receptionOf(counter) };
    await expect(again(other)).rejects.toThrow(/không còn trong kho của người nộp/);
  });

  test('keeps one paper of a kind and number, the newer', async () => {
    const world = await kept();
    await addFiles(counter, onPaper(world.first.number), [await picture()]);
    const { keepable } = await vaultOf(counter, world.first.number);
    const papers = [{ fileId: keepable[0]?.id ?? 0, paper: { name: world.name, ...SHEET } }];
    await keepPapers(counter, { number: world.first.number, consent: 'delegate', papers });
    const { items } = await vaultOf(counter, world.first.number);
    expect(items.map(({ id }) => id)).not.toContain(world.itemId);
    expect(items).toHaveLength(1);
  });

  test('forgets a paper when the person asks, but for its having been there', async () => {
    const world = await kept();
    await removeKept(counter, { number: world.first.number, itemId: world.itemId, removal: 'asked' });
    const { rows } = await system.superuser.query(
      'select name, document_number, hash, removal from vault_items where id = $1',
      [world.itemId],
    );
    expect(rows).toEqual([{ name: '(đã xóa)', document_number: '', hash: null, removal: 'asked' }]);
    const { rows: jobs } = await system.superuser.query<{ payload: unknown }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'remove-bytes'`,
    );
    const job = jobs.at(-1);
    await jobHandlers(system)['remove-bytes']?.(job?.payload, '1');
    // The dossier has it still.
    const [paper] = await electronicPapers(world.first.number);
    expect(await system.files.has(paper?.file.hash ?? '')).toBe(true);
    expect(await differencesIn(system, vaultRecords)).toEqual([]);
  });

  test('is seen by the counter that received for the person alone, and looking at it is recorded', async () => {
    const world = await kept();
    await expect(vaultOf(await actAs(system, 'tu-phap.an-hoa'), world.first.number)).rejects.toThrow(/quyền/);
    await expect(vaultOf(await actAs(system, 'mot-cua.an-toan'), world.first.number)).rejects.toThrow(
      /Không có hồ sơ/,
    );
    const { rows } = await system.superuser.query<{ times: number }>(
      `select sum(times)::int as times from personal_reads where manner = 'vault-seen' and detail = $1`,
      [world.first.number],
    );
    expect(rows[0]?.times).toBeGreaterThan(0);
  });

  test('is shown by the server of nobody whose counter has not said that it receives for them', async () => {
    const world = await kept();
    expect(await counter.db.selectFrom('vaultItems').select('id').execute()).toEqual([]);
    const specialist = await actAs(system, 'tu-phap.an-hoa');
    const { rows } = await system.superuser.query<{ id: string }>(
      'select applicant_id as id from dossiers where number = $1',
      [world.first.number],
    );
    const applicantId = Number(rows[0]?.id);
    await inTransaction(counter, async (tx) => {
      await keptOf(tx, applicantId);
      const seen = await tx.db.selectFrom('vaultItems').select('applicantId').distinct().execute();
      expect(seen).toEqual([{ applicantId }]);
    });
    await expect(inTransaction(specialist, async (tx) => keptOf(tx, applicantId))).rejects.toThrow(/quyền/);
    expect(await counter.db.selectFrom('vaultItems').select('id').execute()).toEqual([]);
  });
});
