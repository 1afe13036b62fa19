import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { differencesIn } from '#test/records.ts';
import { documentRecords } from './records.ts';
import { documentQuery, type DocumentQuery } from './schema.ts';
import {
  documentById,
  type DocumentEntry,
  documentsFound,
  documentView,
  findDocuments,
  keepDocument,
  knownDocuments,
  withdrawDocument,
} from './service.ts';

const OFFICE = 'noi-vu';
const CLERK = 'mot-cua.an-hoa';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());

const LETTER: DocumentEntry = {
  id: null,
  sequence: 0,
  isOther: false,
  type: 'CV',
  number: '15',
  yearInNumber: null,
  symbol: 'UBND-VX',
  issuer: 'UBND huyện An Lão',
  issuerUnitId: null,
  issuedOn: '2020-05-04',
  title: 'Đôn đốc cập nhật thủ tục hành chính',
  inForceFrom: null,
  inForceUntil: null,
  replacedBy: null,
  doubts: [],
  sources: [],
  note: '',
};

async function numbersFound(query: Partial<DocumentQuery>): Promise<readonly string[]> {
  const ctx = await actAs(system, CLERK);
  const filter = { ...documentQuery.parse({}), ...query };
  const { documents } = await documentsFound(ctx, filter, { limit: 100, offset: 0 });
  return documents.map(({ number }) => number);
}

describe('The register', () => {
  test('finds without accents, by number with or without noughts, by type, issuer, year and doubt', async () => {
    expect(await numbersFound({ q: 'kien toan ban chi dao' })).toEqual(['3898']);
    expect(await numbersFound({ q: '4/kh-ubnd', type: 'KH' })).toContain('04');
    expect(await numbersFound({ type: 'CT', issuer: 'Huyện ủy An Lão' })).toEqual(['36', '12']);
    expect(await numbersFound({ type: 'QĐ', year: 2019, sure: 'doubtful' })).toEqual(
      expect.arrayContaining(['666', '1146']),
    );
    expect(await numbersFound({ type: 'QĐ', year: 2019, sure: 'sure' })).not.toContain('666');
    expect(await numbersFound({ q: '100%_' })).toEqual([]);
  });

  test('shows of the report the documents that it cites and the figures that it states', async () => {
    const ctx = await actAs(system, CLERK);
    const [report] = await findDocuments(ctx, 'báo cáo tổng kết an lão 2011');
    const view = await documentView(ctx, report?.id ?? 0);
    expect(view.cites.length).toBeGreaterThan(45);
    expect(view.stated.map(({ code }) => code)).toEqual(expect.arrayContaining(['BC-GIAO', 'CBX']));
  });

  test('tells the checker nothing that is in doubt', async () => {
    const known = await knownDocuments(await actAs(system, CLERK));
    expect(known.find(({ number, type }) => number === '26' && type === 'CT')?.date).toBeNull();
    expect(known.find(({ number, type }) => number === '3898' && type === 'QĐ')).toMatchObject({
      date: '2019-12-10',
      issuer: 'UBND huyện',
    });
  });
});

describe('Keeping it', () => {
  test('is for those who keep it', async () => {
    await expect(keepDocument(await actAs(system, CLERK), LETTER)).rejects.toThrow(Refusal);
  });

  test('warns of the same number, symbol and issuer in a year, and takes it as another one when told', async () => {
    const ctx = await actAs(system, OFFICE);
    const first = await keepDocument(ctx, LETTER);
    await expect(keepDocument(ctx, { ...LETTER, number: '015' })).rejects.toMatchObject({
      kind: 'invalid',
      fields: { isOther: expect.stringContaining('Công văn số 15/UBND-VX') },
    });
    expect(await keepDocument(ctx, { ...LETTER, issuedOn: '2021-05-04' })).not.toBe(first);
    expect(await keepDocument(ctx, { ...LETTER, isOther: true })).not.toBe(first);
  });

  test('refuses a correction that was begun on an older state, and a document that replaces itself', async () => {
    const ctx = await actAs(system, OFFICE);
    const id = await keepDocument(ctx, { ...LETTER, number: '16' });
    const entry = { ...LETTER, id, number: '16', sequence: 1 };
    await keepDocument(ctx, { ...entry, title: 'Đôn đốc, kiểm tra việc cập nhật thủ tục hành chính' });
    await expect(keepDocument(ctx, { ...entry, title: 'Khác' })).rejects.toMatchObject({ kind: 'conflict' });
    await expect(keepDocument(ctx, { ...entry, sequence: 2, replacedBy: id })).rejects.toMatchObject({
      fields: { replacedBy: expect.any(String) },
    });
    expect((await documentById(ctx, id)).title).toBe('Đôn đốc, kiểm tra việc cập nhật thủ tục hành chính');
  });

  test('a document taken back is found no more and frees its number; the history keeps why', async () => {
    const ctx = await actAs(system, OFFICE);
    const id = await keepDocument(ctx, { ...LETTER, number: '17' });
    await withdrawDocument(ctx, { id, sequence: 1, reason: 'Nhập nhầm số' });
    expect(await numbersFound({ q: '17/ubnd-vx' })).toEqual([]);
    await keepDocument(ctx, { ...LETTER, number: '17' });
    const { document, history } = await documentView(ctx, id);
    expect(document.withdrawn).toBe(true);
    expect(history.map(({ kind }) => kind)).toEqual(['entered', 'withdrawn']);
    await expect(
      keepDocument(ctx, { ...LETTER, id, number: '17', sequence: 2, isOther: true }),
    ).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('every row is what its history says', async () => {
    expect(await differencesIn(system, documentRecords)).toEqual([]);
  });
});
