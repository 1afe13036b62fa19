import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { uploadOf } from '#test/uploads.ts';
import { openArchive } from '#platform/archive/zip.ts';
import { archiveOf } from '#platform/uploads/specimens.fixture.ts';
import { workbookOf } from '#web/http/export.ts';
import { sampleContent } from '../content.fixture.ts';
import { publishedOn } from '../service.ts';
import { readDrafts } from '../store.ts';
import { readJson, writeJson } from './json.ts';
import { readSheets } from './read-sheets.ts';
import type { CatalogueEntry } from './schema.ts';
import { applyImport, keepImport, planImport } from './service.ts';
import { sheetsOf } from './sheets.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(() => system.close());

const editor = () => actAs(system, 'noi-vu');
const bytesOf = async (entries: readonly CatalogueEntry[]) =>
  uploadOf(system, new TextEncoder().encode(writeJson(entries)));

async function catalogue(): Promise<readonly CatalogueEntry[]> {
  const versions = await publishedOn(await editor(), '2020-04-28');
  return versions.map(({ slug, code, validFrom, content }) => ({ slug, code, validFrom, content }));
}

/** A workbook whose first sheet is changed behind the back of the program that wrote it. */
function changedWorkbook(written: Uint8Array, change: (xml: string) => string): Buffer {
  const limits = { unpacked: 1e9, entries: 100, ratio: 1000, free: 1e9 };
  const parts = openArchive(written, limits) ?? [];
  return archiveOf(
    parts.map(({ name, content }) => {
      const xml = String(content());
      return [name, name.endsWith('worksheets/sheet1.xml') ? change(xml) : xml];
    }),
  );
}

describe('the whole starter catalogue survives', () => {
  test('a file of JSON', async () => {
    const entries = await catalogue();
    const read = readJson(writeJson(entries));
    expect(read.map(({ content }) => content)).toEqual(entries.map(({ content }) => content));
  });

  test('a workbook, but for where its facts came from', async () => {
    const entries = await catalogue();
    const read = await readSheets(await workbookOf(sheetsOf(entries)));
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
    expect(read.map(({ slug, code, validFrom }) => ({ slug, code, validFrom }))).toEqual(
      entries.map(({ slug, code, validFrom }) => ({ slug, code, validFrom })),
    );
    const facts = (content: CatalogueEntry['content'] | null) => ({ ...content, certainty: null });
    expect(read.map(({ content }) => facts(content))).toEqual(entries.map(({ content }) => facts(content)));
  });
});

describe('importing', () => {
  test('the catalogue as it was exported changes nothing', async () => {
    const hash = await keepImport(await editor(), await bytesOf(await catalogue()));
    const planned = await planImport(await editor(), hash);
    expect(new Set(planned.map(({ effect }) => effect))).toEqual(new Set(['same']));
    await expect(applyImport(await editor(), hash)).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('says of every entry what would happen, and makes drafts only of what is new or different', async () => {
    const [birth, ...others] = await catalogue();
    if (!birth) throw new Error('The starter catalogue is empty');
    const entries = [
      { ...birth, content: { ...birth.content, postal: true } },
      {
        slug: '',
        code: '9.123456',
        validFrom: null,
        content: sampleContent({ shortName: 'Thủ tục nhập mới' }),
      },
      { slug: '', code: '9.123456', validFrom: null, content: sampleContent({ shortName: 'Trùng mã' }) },
      ...others.slice(0, 1),
    ];
    const before = (await readDrafts(system.db)).length;
    const hash = await keepImport(await editor(), await bytesOf(entries));
    const planned = await planImport(await editor(), hash);
    expect(planned.map(({ effect }) => effect)).toEqual(['change', 'new', 'wrong', 'same']);
    expect(planned[0]?.differences.map(({ part }) => part)).toEqual(['Bưu chính công ích']);
    expect(planned[2]?.problems).toEqual(['Trùng với mục 2 (Thủ tục nhập mới).']);
    expect(await readDrafts(system.db)).toHaveLength(before);
    expect(await applyImport(await editor(), hash)).toEqual({ created: 1, changed: 1, skipped: 2 });
    expect(await readDrafts(system.db)).toHaveLength(before + 2);
  });

  test('names every mistake of an entry with its place', async () => {
    const entry = sampleContent({ shortName: 'Nhiều lỗi' });
    const raw = { ...entry, level: 'ward', papers: [{ ...entry.papers[0], copies: 0 }] };
    const text = JSON.stringify({ format: 'motcua-procedures/1', procedures: [{ slug: 'x', content: raw }] });
    const [read] = readJson(text);
    expect(read).toMatchObject({ place: 'Mục 1', content: null });
    expect(read?.problems).toEqual([
      'Chọn cấp giải quyết.',
      'Thành phần hồ sơ, dòng 1: Số bản ít nhất là 1.',
    ]);
  });

  test.each(['{"format"', '{}', '[1,2]'])('refuses the file "%s" with what to do', async (text) => {
    const file = await uploadOf(system, new TextEncoder().encode(text));
    await expect(keepImport(await editor(), file)).rejects.toMatchObject({
      fields: { file: expect.stringContaining('Hãy xuất danh mục ra') },
    });
  });

  test('reads of a formula what it last showed, and works nothing out', async () => {
    const [entry] = await catalogue();
    if (!entry) throw new Error('The starter catalogue is empty');
    const written = await workbookOf(sheetsOf([entry]));
    const name = '<c r="D2" t="str"><f>HYPERLINK("http://example.vn","x")</f><v>Tên đã lưu</v></c>';
    const changed = changedWorkbook(written, (xml) => xml.replace(/<c r="D2".*?<\/c>/, name));
    const [read] = await readSheets(changed);
    expect(read?.name).toBe('Tên đã lưu');
  });

  test('takes no workbook with entities or of unbearable size', async () => {
    const written = await workbookOf(sheetsOf(await catalogue()));
    const entities = changedWorkbook(written, (xml) =>
      xml.replace(/<worksheet/, '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet'),
    );
    await expect(uploadOf(system, entities)).rejects.toThrow('DTD');
    const large = changedWorkbook(written, (xml) => `${xml}${' '.repeat(40 << 20)}`);
    await expect(readSheets(large)).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('is for those who keep the catalogue', async () => {
    const ctx = await actAs(system, 'mot-cua.an-hoa');
    await expect(keepImport(ctx, await bytesOf([]))).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(planImport(ctx, '0'.repeat(64))).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(applyImport(ctx, '0'.repeat(64))).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
